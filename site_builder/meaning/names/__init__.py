"""What things are called: short names, official titles, the words of links."""
