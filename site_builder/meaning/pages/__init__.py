"""The table of pages, and what decides which of them a plan has."""
