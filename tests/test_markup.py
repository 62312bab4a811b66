"""The HTML of every page: what is written is what a browser makes of it. `make audit` can ask Nu as well."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from site_builder.reading.read import read_strings
from tests.built_site import BuiltPage

VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "data-table")
# Words that give away what a theme has not translated.
ENGLISH = re.compile(r"\b(the|and|search|skip|page|next|previous|back|close|contents|permanent|home|menu|link)\b")


class Written(HTMLParser):
    """The elements as they are written, in order; every end has to belong to the element that is open."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.faults: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"the same attribute twice in <{tag}>")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.elements.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> ends something else, line {self.getpos()[0]}")


def test_a_browser_reads_what_is_written(built: dict[str, BuiltPage]) -> None:
    """Every element is ended in its place, and the browser's parser neither adds, moves nor drops one."""
    for page in built.values():
        written = Written()
        written.feed(page.file.read_text(encoding="utf-8"))
        assert written.faults == [], page.address
        assert written.elements == [str(node.tag).lower() for node in page.html.css("*")], page.address


def test_every_id_is_one_of_its_kind_and_every_name_leads_to_one(built: dict[str, BuiltPage]) -> None:
    """No id twice on a page; labels, descriptions and controls name elements that are there."""
    for page in built.values():
        ids = [node.attributes["id"] for node in page.html.css("[id]")]
        assert len(ids) == len(set(ids)), (page.address, {one for one in ids if ids.count(one) > 1})
        attributes = [node.attributes for node in page.html.css("*")]
        named = {name for found in attributes for key in REFERENCES if (name := found.get(key))}
        assert {one for names in named for one in names.split()} <= set(ids), page.address


def test_every_table_has_a_caption_and_headers_with_a_scope(built: dict[str, BuiltPage]) -> None:
    """Every table of every page."""
    for page in built.values():
        for table in page.html.css("table"):
            assert table.css_first("caption"), page.address
            assert all(cell.attributes.get("scope") for cell in table.css("th")), page.address


def test_nothing_on_a_page_is_english(built: dict[str, BuiltPage]) -> None:
    """What a page says outside its article, and every name in an attribute, is Swedish."""
    for address, page in built.items():
        if address == "om/kontroller/" or page.language != "sv":  # headings are codes, or in that language
            continue
        for words in said(page):
            assert not ENGLISH.search(words.lower()), (page.address, words)


def said(page: BuiltPage) -> Iterator[str]:
    """Yield what the theme says: names in attributes anywhere, and the text around the article."""
    names = ("title", "aria-label", "placeholder", "alt")
    for node in page.html.css("[title], [aria-label], [placeholder], [alt]"):
        yield from (words for name in names if (words := node.attributes.get(name)))
    for place in ("header", "nav", "footer", ".on-page", ".skip-link"):
        yield from (node.text(separator=" ") for node in page.html.css(place))


def test_what_the_theme_says_stands_in_the_catalogue(built: dict[str, BuiltPage]) -> None:
    """The start page's frame holds the words of `strings/sv/theme.yaml`."""
    home, words = built[""].html, read_strings()
    frame = " ".join((home.css_first("body") or pytest.fail("missing")).text(separator=" ").split())
    for key in ("skip", "search", "menu", "close", "fault", "sender", "licence", "edit"):
        assert words(f"theme.{key}") in frame
