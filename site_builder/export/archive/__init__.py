"""What a municipal archive takes over: the site as it was built, what it was made of, checksums and a list."""
