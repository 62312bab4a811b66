"""What bodies have reported, and what can be known of those who have not reported here."""
