"""What a hand or a program has done to a file beside what was meant: read past, mended in a suggestion, or placed."""
