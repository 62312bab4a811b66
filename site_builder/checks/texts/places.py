"""Where in a text the thing stands that Markdown made something of: as exactly as can be told, else its beginning."""

import re

from site_builder.checks.texts.addresses_in_links import is_unsafe, plain
from site_builder.checks.texts.harmless import MARK

# A link's target without its title: inline (images too), in a definition of its own, or in angle brackets.
TARGETS = (
    re.compile(r"\]\(\s*<(?P<target>[^<>\n]*)>"),
    re.compile(r"\]\(\s*(?!<)(?P<target>(?:[^()\s]|\([^()\s]*\)|\s+(?![\"'(]))*)"),
    re.compile(r"\[[^\[\]\n]*\]:[ \t]*<?(?P<target>[^\s>]+)"),
    re.compile(r"(?<!\()<(?P<target>[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*)>"),
)
HEADING = re.compile(r"^(?:[ \t>+*-]|\d+\.)*(?P<here>#[^\n]*)|(?<=\S\n)(?P<line>[=-]+)[ \t]*$", re.MULTILINE)
STRUCTURE = re.compile(
    r"^[ \t]*(?P<here>!!![^\n]*|:[ \t][^\n]*|~~~[^\n]*|```[^\n]*|\[TOC\]|(?:[-*_][ \t]*){3,})[ \t]*$|\|", re.MULTILINE
)
TAG = re.compile(r"<\w[^<>]*+>")
BRACES = re.compile(r"\{[^\n]*")

Place = tuple[int, int]


def of_target(text: str, target: str) -> Place:
    """Return the place of a link's target, else of the first one that is not safe."""
    found = [match for pattern in TARGETS for match in pattern.finditer(text)]
    same = [match for match in found if plain(match["target"]) == plain(target)]
    unsafe = [match for match in found if is_unsafe(match["target"])]
    for match in (*same, *unsafe):
        stripped = match["target"].strip()
        start = match.start("target") + match["target"].find(stripped)
        return start, start + len(stripped)
    return of_piece(text, target)


def of_piece(text: str, piece: str) -> Place:
    """Return the place of a piece of text that is written so, of which the first line is enough."""
    piece = piece.strip().partition("\n")[0]
    start = text.find(piece)
    return (start, start + len(piece)) if piece and start >= 0 else _beginning(text)


def of_taken_apart(text: str) -> Place:
    """Return the place of a tag that Markdown was let into, of which nothing is kept."""
    taken = (match.span() for match in TAG.finditer(text) if " markdown" in match[0].casefold())
    return next(taken, _beginning(text))


def of_attribute(text: str, name: str) -> Place:
    """Return the place of the braces that give an attribute."""
    found = [match.span() for match in BRACES.finditer(text)]
    named = (place for place in found if name.casefold() in text[place[0] : place[1]].casefold())
    return next(named, found[0] if found else _beginning(text))


def of_heading(text: str, number: int) -> Place:
    """Return the place of the heading of this number, from 0."""
    found = list(HEADING.finditer(text))
    return _span(found[min(number, len(found) - 1)]) if found else _beginning(text)


def of_structure(text: str) -> Place:
    """Return the place of the first thing that is no paragraph, list or quotation."""
    match = STRUCTURE.search(text)
    if match is None:
        return _beginning(text)
    start = match.start("here") if match["here"] else text.rfind("\n", 0, match.start()) + 1
    return start, _end_of_line(text, start)


def of_misread_mark(text: str, items: list[int | None]) -> Place | None:
    """Return the place of the first mark of a list that becomes no item, or one with another number."""
    marks = list(MARK.finditer(text))
    for position, mark in enumerate(marks):
        number = int(mark[2]) if mark[2] else None
        if position >= len(items) or items[position] != number:
            return mark.end(1), _end_of_line(text, mark.end())
    return None


def _span(match: re.Match[str]) -> Place:
    group = match.lastgroup or 0
    return match.span(group)


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _beginning(text: str) -> Place:
    return 0, _end_of_line(text, 0)
