"""Follow-up: answers, and the locks on them."""
