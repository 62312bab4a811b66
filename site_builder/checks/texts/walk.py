"""The elements of a piece of HTML, their attributes as they are written, and the lists in it."""

import re
from html.parser import HTMLParser

from msgspec import Struct, field

ATTRIBUTE = re.compile(r'(?<![^\s=>"/])([^\s=>"/]++)="([^"]*+)"')


class Element(Struct, frozen=True):
    """An element: its name, its attributes as a browser reads them, and as they are written."""

    name: str
    attributes: dict[str, str]
    written: dict[str, str]


class Walked(Struct):
    """What is in a piece of HTML. `items` are the items of lists in their order: a number, or none."""

    elements: list[Element] = field(default_factory=list)
    items: list[int | None] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)


def walk(html: str) -> Walked:
    """Return what is in a piece of HTML."""
    walker = _Walker()
    walker.feed(html)
    walker.close()
    return walker.found


class _Walker(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Walked()
        self.lists: list[int | None] = []
        self.in_heading = False

    def parse_marked_section(self, i: int, report: int = 1) -> int:  # noqa: ARG002 - as the library calls it
        """Read `<![` as browsers do, as a comment; the library raises AssertionError if no name follows."""
        return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = dict(ATTRIBUTE.findall(self.get_starttag_text() or ""))
        self.found.elements.append(Element(tag, {name: value or "" for name, value in attrs}, written))
        if tag in ("ul", "ol"):
            self.lists.append(None if tag == "ul" else 0)
        elif tag == "li" and self.lists:
            number = self.lists[-1]
            self.lists[-1] = None if number is None else number + 1
            self.found.items.append(self.lists[-1])
        elif re.fullmatch("h[1-6]", tag):
            self.in_heading = True
            self.found.headings.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        self.in_heading = self.in_heading and not re.fullmatch("h[1-6]", tag)

    def handle_data(self, data: str) -> None:
        if self.in_heading:
            tag, text = self.found.headings[-1]
            self.found.headings[-1] = (tag, text + data)
