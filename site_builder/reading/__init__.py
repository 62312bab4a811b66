"""Bytes to records: each fault with its place."""
