"""Texts with more marks than a person writes: what reads Markdown takes minutes for them, so nobody is to read one."""

import re
from itertools import islice

# What takes a parser long in great numbers: beginnings of tags and links, and one sign over and over.
COSTLY = re.compile(r"<[A-Za-z!?/]|!\[|\]\(|\]\[|\]:|`")
OVER_AND_OVER = re.compile(r"([~`*_=<>\[\](){}!#|+&:-])\1{199}")
MOST = 1_000
MARK = re.compile(r"[^\w\n#]")


def too_dense(text: str) -> tuple[int, int] | None:
    """Return where a text has more marks than anybody writes, which Markdown would take minutes for."""
    if match := OVER_AND_OVER.search(text):
        return match.span()
    found = islice(COSTLY.finditer(text), MOST, MOST + 1) if len(text) > 2 * MOST else iter(())
    return next((match.span() for match in found), None)


def without_marks(text: str) -> str:
    """Return a text with a space for every mark but that of headings, so that all the rest keeps its place."""
    return MARK.sub(" ", text)
