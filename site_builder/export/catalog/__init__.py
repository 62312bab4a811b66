"""What data there is, told to programs that collect such lists."""
