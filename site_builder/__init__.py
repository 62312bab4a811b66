"""A small compiler: content in YAML becomes diagnostics, pages and data. ARCHITECTURE.md shows the way of the data."""
