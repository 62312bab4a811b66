"""Commands of the command line that have a file of their own; the others stand in `__main__`."""
