"""Random slips of the hand in the miniature's content, and what the check tells of them."""
