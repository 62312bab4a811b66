"""The search measured with graded queries through the real page in a real browser."""
