"""The index to pages in Markdown, and to the navigation."""
