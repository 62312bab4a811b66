"""Any bytes at all, at the four places where content comes in: see `python -m tests.fuzz`."""
