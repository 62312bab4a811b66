"""A page as MkDocs has it, whose HTML the generator has made already: MkDocs reads, converts and holds nothing."""

import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from site_builder.foundation.page import Page

HEADING = re.compile(r'<h([23])\b[^<>]*?\bid="([^"<>]+)"[^<>]*+>((?:(?!</?h[23]\b).)*+)</h\1>', re.DOTALL)

MARKS = {
    "filter": 'class="filter"',
    "frames": 'class="table-frame',
    "letters": 'class="letters"',
    "search": 'id="sok-falt"',
}


class MadePage(MkDocsPage):
    """Hands MkDocs the headings of one of our pages where it would convert Markdown.

    `holds` says what is in its text that the theme has to know of, `held` what each place is for that its frame has
    left: the HTML of a part, or None for a piece of its text.
    """

    def __init__(self, file: File, config: MkDocsConfig, made: Page, title: str) -> None:
        super().__init__(title, file, config)
        self.made = made
        self.holds: set[str] = set()
        self.held: list[str | None] = []

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the facts of the page; there is no text to read."""
        self.markdown = ""
        self.meta = {"title": self.made.title, "description": self.made.description}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the headings; the HTML stays where it is until the page is written."""
        self.content = ""
        headings: list[tuple[str, str, str]] = []
        for piece in self.made.pieces:
            self.holds |= {name for name, mark in MARKS.items() if mark in piece}
            headings += () if self.made.parts else HEADING.findall(piece)  # one that holds others lists them itself
        self.toc = get_toc(_nested(headings))


def _nested(headings: Iterable[tuple[str, str, str]]) -> list[Any]:
    """Return the headings of the second level with those of the third below them, as MkDocs takes them."""
    found: list[Any] = []
    for level, identity, html in headings:
        name = Markup(html).striptags()  # noqa: S704 - the generator's own HTML
        entry = {"level": int(level), "id": identity, "name": Markup.escape(name), "children": []}
        (found[-1]["children"] if level == "3" and found else found).append(entry)
    return found
