"""The disk, the day, git and how findings look: what the pure part is given and gives."""
