"""Lines of a text that were meant to be something else: a field, an item of a list or a comment that has slipped in."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.source import KeyPath
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import ContentText, Style
from site_builder.reading.field_names import field_names

FIELD = re.compile(r"(?:- +)?(?P<quote>[\"']?)(?P<name>[^\W\d]\w*)(?P=quote):(?P<rest>$|\s.*)")
BLOCK = re.compile(r"\s*[>|][+-]?\s*")
MARK = re.compile(r"(?:[-*+>]|(?P<number>\d{1,3})[.)])\s+\S")
COMMENT = re.compile(r"#(?:\s|$)")
LITERAL, SHORT = "|", 60
# What a text has for one of its lines to be such: most texts have none of it, and their lines are not looked at. A
# pattern that begins with a sign is found many times as fast as one that looks at what stands before it.
MAY_BE_FIELD = re.compile(r":(?:\s|$)")
MAY_BE_MARK = re.compile(r"[-*+>.)](?<=[\s\d].)\s")
MAY_BE_COMMENT = re.compile(r"#(?:\s|$)")
LONE_BREAK = re.compile(r"\n(?<=\S\n)(?=\S)")
MAY_BE_ITEM = re.compile(r"[.!?]\s[^\W\d_]")


class Line(NamedTuple):
    """A line of a text as it stands in the file, without its indentation; what stands above it in the same text."""

    path: str
    number: int
    column: int
    text: str
    above: str
    is_folded: bool

    @property
    def span(self) -> Span:
        """The place of the line, without its indentation."""
        return Span(self.path, self.number, self.column, self.number, self.column + len(self.text))


def ensure_fields_stand_by_themselves(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no line of a text begins as a field does: one that is indented too far becomes a part of the text."""
    for text_here in _values(index, MAY_BE_FIELD):
        for line in _lines(text_here):
            match = FIELD.fullmatch(line.text)
            if match and _is_field(match):
                yield Finding(line.span, {"field": match["name"]})


def ensure_comments_stand_by_themselves(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no comment has become a part of a text."""
    for text_here in _values(index, MAY_BE_COMMENT):
        yield from (Finding(line.span, {"text": line.text[:80]}) for line in _lines(text_here) if _is_comment(line))


def ensure_lists_are_not_folded(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that items of a list do not run together in a text whose lines are put together."""
    for text_here in _values(index, MAY_BE_MARK):
        lines = [line for line in _lines(text_here) if line.is_folded and line.above and _is_item(line)]
        if lines:
            yield Finding(lines[0].span, {"text": lines[0].text[:80]}, tuple(line.span for line in lines[1:]))


def ensure_items_have_their_dash(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every item of a list has its dash: without it, its text becomes the end of the one above.

    Told by a line that ends with its sentence though there was room for more, above one that begins a sentence.
    """
    for text_here in index.content_texts:
        if not _is_item_of_list(text_here) or not MAY_BE_ITEM.search(text_here.text):  # which most texts have
            continue
        for line in _lines(text_here):
            ends = line.above[-1:] in (".", "!", "?") and len(line.above) < SHORT
            if ends and line.is_folded and line.text[:1].isupper():
                yield Finding(line.span, {"text": line.text[:80]})


def ensure_paragraphs_stay_apart(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that an empty line parts two paragraphs: in a text whose lines are put together, it takes two."""
    for text_here in _values(index, LONE_BREAK):
        start = text_here.source.place(text_here.keys).value.line
        lost = [line for line in _lines(text_here) if line.is_folded and not line.above and line.number > start + 1]
        if lost and text_here.style is Style.PROSE:
            place, name = text_here.source.place(text_here.keys), _field(text_here.keys)
            yield Finding(place.key or place.value, {"field": name}, tuple(line.span for line in lost))


def _field(keys: KeyPath) -> str:
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def _values(index: PlanIndex, sign: re.Pattern[str]) -> Iterator[ContentText]:
    return (item for item in index.content_texts.having(sign) if item.style is not Style.PAGE)


def _is_item_of_list(text_here: ContentText) -> bool:
    return bool(text_here.keys) and isinstance(text_here.keys[-1], int)


def _lines(text_here: ContentText) -> Iterator[Line]:
    """Yield the lines of a text after that of its key."""
    first, column, last, end_column = text_here.source.at(text_here.keys)
    if first == last:
        return
    lines, path = text_here.source.lines, text_here.source.path
    head = lines[first - 1][column - 1 :].strip()
    above, is_folded = "" if BLOCK.fullmatch(head) else head, not head.startswith(LITERAL)
    for number in range(first + 1, last + (end_column > 1)):
        line = lines[number - 1]
        text = line.strip()
        if text:
            yield Line(path, number, line.index(text) + 1, text, above, is_folded)
        above = text


def _is_field(match: re.Match[str]) -> bool:
    return match["name"] in field_names() or "_" in match["name"] or bool(BLOCK.fullmatch(match["rest"]))


def _is_item(line: Line) -> bool:
    match = MARK.match(line.text)
    return bool(match and (not match["number"] or line.above.endswith(":") or MARK.match(line.above)))


def _is_comment(line: Line) -> bool:
    return line.is_folded and bool(line.above) and bool(COMMENT.match(line.text))
