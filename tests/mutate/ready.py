"""What is worked out once for all tests, since no fault is in the way to it: the miniature's files, read."""

from functools import cache

from site_builder.reading import load
from tests.miniature import texts


def make_ready() -> None:
    """Read the files of the miniature, and have whoever reads one with the same text get the same."""
    load._read = cache(load._read)
    load.load(texts())
