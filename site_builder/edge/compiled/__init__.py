"""What follows from the program alone, whatever the content: which program it is, and what is kept beside its code."""
