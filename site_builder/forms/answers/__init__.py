"""What is answered: the start, the form of a thing that is there or is to be, two versions of one."""
