"""Marks of Markdown that are opened and never closed: the reader would see them."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.checks.texts.text import readable_text
from site_builder.checks.texts.told import is_dense
from site_builder.foundation.code_spans import without_code
from site_builder.foundation.diagnostic import Finding
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import Style

PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")
MARK = re.compile("[*_`]")  # which few paragraphs have
# What is no mark: an escaped sign, the mark of a list, signs between spaces.
NO_MARK = re.compile(r"\\.|^[ \t>]*[*+-](?=\s)|(?<=\s)[*_]+(?=\s)|https?://\S+|`(?:[^`\n]|\n(?!\s*\n))+`", re.MULTILINE)
CLOSED = re.compile(r"(?<!\w)(\*\*\*|\*\*|__|\*|_)(?=\S)([^\n*_](?:(?!\1).){0,1000}?)(?<=\S)\1(?!\w)", re.DOTALL)
OPEN = re.compile(r"\*\*+|(?<!\w)_+(?=\w)|(?<=\w)__(?!\w)|(?<![\w*])\*(?=\w)|(?<=[\w.,!?])\*(?![\w*])|`")
BROKEN_LINK = re.compile(r"\]\((?!(?:[^)\n]|\n(?!\s*\n)){0,2000}+\))|\](?=[ \t]+\((?:https?:|mailto:))")
SIGNS = re.compile(r"[*_`\]](?:(?<!\])|\s*\()")  # what begins with one of some signs is found fastest


def ensure_marks_are_closed(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that bold, italic, code and links end where they began to be so."""
    for text_here in index.content_texts.having(SIGNS):
        if is_dense(text_here):
            continue
        if text_here.style is Style.LABEL:
            found = iter([match.span()] if (match := re.search(r"\*\*", text_here.text)) else [])
        else:
            found = _open_marks(text_here.text)
        for start, end in found:
            yield Finding(text_here.span(start, end), {"text": " ".join(text_here.text[start : end + 20].split())})


def _open_marks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the first mark of each paragraph that is left when all that are closed are taken away."""
    bare = without_code(text)
    for link in BROKEN_LINK.finditer(bare):
        yield link.span()
    bare = readable_text(bare)
    for paragraph in PARAGRAPH.finditer(bare):
        if not MARK.search(paragraph[0]):
            continue
        rest, fewer = "", _without_no_marks(bare, *paragraph.span())
        while fewer != rest:
            rest, fewer = fewer, CLOSED.sub(_without_ends, fewer)
        if match := OPEN.search(rest):
            yield match.start() + paragraph.start(), match.end() + paragraph.start()


def _without_no_marks(text: str, start: int, end: int) -> str:
    """Return a paragraph without what is no mark, which the sign before the paragraph may tell."""
    before = min(start, 1)
    return NO_MARK.sub(_blank, text[start - before : end])[before:]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _without_ends(match: re.Match[str]) -> str:
    """Return what was emphasized, at its place; the marks become letters, beside which another mark may stand."""
    return f"{' ' * len(match[1])}{match[2]}{' ' * len(match[1])}"
