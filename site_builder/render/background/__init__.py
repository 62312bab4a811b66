"""The page about the way to a plan."""
