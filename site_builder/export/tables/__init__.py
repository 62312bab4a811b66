"""The content as tables."""
