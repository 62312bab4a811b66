"""The index to data files: the open data contract, tables and schemas."""
