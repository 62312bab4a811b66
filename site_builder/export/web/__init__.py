"""Files that browsers and search engines ask for."""
