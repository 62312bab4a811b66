"""The language that the site is in: what it says of itself, and which one it is."""
