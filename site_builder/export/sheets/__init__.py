"""Spreadsheets: forms to fill in, and the data for whoever reads it in one. The only place that writes them."""
