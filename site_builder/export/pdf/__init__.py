"""The page for paper as an accessible PDF file."""
