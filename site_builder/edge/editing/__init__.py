"""Edits on the disk: all or nothing, only the bytes that change, and nothing that the checks refuse."""
