"""The text of a finished page: its sections, and what kind of text each piece is."""

import re
from collections.abc import Iterable
from enum import StrEnum
from html import unescape
from itertools import chain

from msgspec import Struct, field

BLOCKS = frozenset(
    ("p", "li", "dd", "dt", "td", "th", "caption", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "summary")
)
HEADINGS = ("h2", "h3", "h4")
SKIPPED = frozenset(("svg", "script", "style", "form"))
# What stands alike on many pages answers nothing: where texts come from, sums, and what nobody knows of the follow-up.
UNREAD_SECTIONS = ("kallor", "vad-vi-vet")
UNREAD_CLASSES = frozenset(("source", "caveat", "general", "sum"))
LEAD_CLASS = "lead"
# A tag of our own HTML, which writes names in lower case and quotes all values, or a piece of text.
TOKEN = re.compile(r"""<(/?)([a-z][a-z0-9]*+)([^"'<>]*+(?:"[^"]*"[^"'<>]*+|'[^']*'[^"'<>]*+)*+)>|([^<]+)""")
ID, CLASS = re.compile(r'(?<=\s)id="([^"]*)"'), re.compile(r'(?<=\s)class="([^"]*)"')
# Code, addresses and ids are no words: a misspelling would be led there.
CODE = frozenset(("code", "pre", "kbd"))
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)\S[^\s@]*+@\S+")
REPEATING = 0.7  # the share of links from which a piece of text mostly repeats other pages' titles


class Field(StrEnum):
    """What kind of text a piece is; each weighs differently."""

    HEADING = "heading"
    LEAD = "lead"
    BODY = "body"
    HEADER = "header"
    REPEATED = "repeated"


class Piece(Struct, frozen=True):
    """A piece of text: a paragraph, an item of a list, a cell. `read` is what of it the search reads."""

    field: Field
    text: str
    read: str


class Section(Struct):
    """A heading with the text below it, down to the next heading. The first has no heading. `read` as in `Piece`."""

    anchor: str = ""
    heading: str = ""
    read: str = ""
    pieces: list[Piece] = field(default_factory=list)


def sections(pieces: Iterable[str], with_tables: bool) -> tuple[Section, ...]:
    """Return the sections of a page's HTML, given in pieces.

    The title is left out, and so is where the text says its sources are.
    """
    reader = _Reader(with_tables)
    for end, tag, attributes, text in chain.from_iterable(map(TOKEN.findall, pieces)):
        if text:
            reader.text(unescape(text) if "&" in text else text)
        elif end:
            reader.end(tag)
        elif tag:
            reader.start(tag, attributes)
    return tuple(section for section in reader.sections if section.heading or section.pieces)


class _Block(Struct):
    tag: str
    anchor: str = ""
    is_unread: bool = False
    texts: list[str] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    linked: int = 0


class _Reader:
    """Reads the tags and texts of one page in order."""

    def __init__(self, with_tables: bool) -> None:
        self.sections = [Section()]
        self.skipped = SKIPPED if with_tables else SKIPPED | {"td"}
        self.skipping: list[str] = []
        self.blocks: list[_Block] = []
        self.links = 0
        self.divisions: list[bool] = []
        self.in_code = 0
        self.term, self.read_term = "", ""

    def start(self, tag: str, attributes: str) -> None:
        """Take the start of an element."""
        if tag in self.skipped:
            self.skipping.append(tag)
        elif tag in BLOCKS:
            self._end_text()
            is_unread = "class=" in attributes and not UNREAD_CLASSES.isdisjoint(_value(CLASS, attributes).split())
            self.blocks.append(_Block(tag, _value(ID, attributes), is_unread))
        elif tag == "a":
            self.links += "href=" in attributes
        elif tag in CODE:
            self.in_code += 1
        elif tag == "div":
            self.divisions.append(LEAD_CLASS in _value(CLASS, attributes).split())
        elif tag == "span" and "id=" in attributes and self.blocks and self.blocks[-1].tag in HEADINGS:
            self.blocks[-1].anchor = _value(ID, attributes)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self.skipping:
            if tag == self.skipping[-1]:
                self.skipping.pop()
        elif tag in BLOCKS and self.blocks:
            self._end_text()
            self.blocks.pop()
        elif tag == "a":
            self.links = max(0, self.links - 1)
        elif tag in CODE:
            self.in_code = max(0, self.in_code - 1)
        elif tag == "div" and self.divisions:
            self.divisions.pop()

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self.skipping or not self.blocks:
            return
        block = self.blocks[-1]
        block.texts.append(text)
        block.read.append(" " if self.in_code else _without_addresses(text))
        if self.links:
            block.linked += len(text.strip())

    def _end_text(self) -> None:
        """Put away what has been read of the innermost block."""
        if not self.blocks or not self.blocks[-1].texts:
            return
        block = self.blocks[-1]
        text = _on_one_line(block.texts)
        read = text if block.read == block.texts else _on_one_line(block.read)
        read = text if read == text else read  # as nearly always: one text is held then, not two
        share = block.linked / max(1, len(text))
        block.texts, block.read, block.linked = [], [], 0
        if not text or block.tag == "h1":
            return
        if block.tag in HEADINGS:
            self.sections.append(Section(block.anchor, text, read))
        elif block.tag == "dt":
            self.term, self.read_term = text, read
        elif not block.is_unread and self.sections[-1].anchor not in UNREAD_SECTIONS:
            self._add(block.tag, text, read, share)

    def _add(self, tag: str, text: str, read: str, share: float) -> None:
        if tag == "dd" and self.term:
            text, read = f"{self.term}: {text}", f"{self.read_term}: {read}"
            self.term, self.read_term = "", ""
        self.sections[-1].pieces.append(Piece(self._field(tag, share), text, read))

    def _field(self, tag: str, share: float) -> Field:
        if tag == "dd":
            return Field.BODY
        if tag == "th":
            return Field.HEADER
        if any(self.divisions):
            return Field.LEAD
        return Field.REPEATED if share >= REPEATING else Field.BODY


def _value(attribute: re.Pattern[str], attributes: str) -> str:
    found = attribute.search(attributes) if attributes else None
    return unescape(found[1]) if found else ""


def _without_addresses(text: str) -> str:
    return ADDRESS.sub(" ", text) if "@" in text or "://" in text or "www." in text else text


def _on_one_line(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())
