"""Faults put into the code, to see that the tests notice."""
