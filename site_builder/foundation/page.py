"""What the build produces: pages in HTML, the navigation, and data files. Nothing here knows MkDocs.

`Page` and `Artifact` are dataclasses, since they hold one field otherwise than it is given: packed, or not yet made.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from msgspec import Struct

from site_builder.foundation.later import Later
from site_builder.foundation.packed import PackedData, PackedField, Pieces


class NoticeLink(Struct, frozen=True):
    """A way on in a notice: words before it, its own words, and the address that it leads to from the site's root."""

    words: str
    text: str
    address: str


class Notice(Struct, frozen=True):
    """What every page of a plan says from a certain day on; `shown` tells whether that day has come.

    From `last_day` on, if there is one, it is said no longer. Without a `lang` it is in the language of the page.
    """

    text: str
    first_day: date
    shown: bool
    links: tuple[NoticeLink, ...] = ()
    last_day: date | None = None
    lang: str = ""


class LatestChange(Struct, frozen=True):
    """The latest change of a fact on a page: what happened, the address of the change, and how many came with it."""

    day: date
    text: str
    address: str
    others: int


class PagePart(Struct, frozen=True):
    """A page whose text another page holds too, and how many levels its headings go down there."""

    address: str
    level: int


@dataclass(frozen=True)
class Page:
    """A page of the site.

    `address` is its permanent address from the site's root without a leading slash (`ordlista/`, empty for the start
    page); `title` is its h1, `head_title` what the browser's tab says. `sources` are the files that its text comes
    from, the first being the one to edit, unless the page `gathers` things that each have a file. `parent`, `previous`
    and `next` are addresses. The search reads it if it is `searchable`, and the tables of a `wide` one if it
    `has_read_tables`. A `wide` page does without its table of contents beside the text. `changed` is the day of its
    latest `change` of a fact, or where none is known that of its files' latest revision. `parts` are other pages that
    this one repeats, for paper. `area` is the class of the colour of the area that the page belongs to. `citation` is
    how the page is referred to, where it offers that. `lang` is the language of its text, where that is another than
    the site's. Its `html` may be given in pieces, packed, or as what makes it when it is asked for.
    """

    address: str
    title: str
    head_title: str
    description: str
    html: str
    sources: tuple[str, ...]
    parent: str | None
    previous: str | None = None
    next: str | None = None
    changed: date | None = None
    change: LatestChange | None = None
    notice: Notice | None = None
    searchable: bool = True
    has_read_tables: bool = False
    gathers: bool = False
    wide: bool = False
    parts: tuple[PagePart, ...] = ()
    area: str = ""
    citation: str = ""
    lang: str = ""

    @property
    def pieces(self) -> Pieces:
        """The HTML in pieces, of which none ends inside a tag."""
        return _HTML.pieces(self)

    def html_made(self) -> None:
        """Make the HTML, if nobody has yet."""
        if isinstance(html := _HTML.held(self), Later):
            html()

    def with_html(self, html: "Pieces | Later[Pieces]") -> "Page":
        """Return the page with other HTML, which stays in pieces, packed or unmade until it is asked for."""
        return replace(self, html=html)  # type: ignore[arg-type]  # see below

    def told(self, **about: Any) -> "Page":
        """Return the page with other facts about it. Its HTML stays as it is, also when nobody has made it yet."""
        return replace(self, html=_HTML.held(self), **about)  # type: ignore[arg-type]


_HTML = PackedField("html")
Page.html = _HTML  # type: ignore[assignment]  # not in the class, where it would be a default


class SummaryLink(Struct, frozen=True):
    """The way from every page to a summary: its name and the language of both, and whether it is easy to read."""

    name: str
    address: str
    lang: str
    is_easy: bool

    @property
    def variety(self) -> str:
        """The language as a link says it: `simple` is what RFC 5646's registry calls what is made easy to read."""
        return f"{self.lang}-simple" if self.is_easy else self.lang


class Section(Struct, frozen=True):
    """An entry in the navigation: a page and the sections below it."""

    title: str
    address: str
    children: tuple["Section", ...] = ()

    def all_below(self) -> Iterator["Section"]:
        """Yield the entry, and every one below it."""
        yield self
        for child in self.children:
            yield from child.all_below()


@dataclass(frozen=True)
class Artifact:
    """A data file of the site, with its path from the site's root, and how many rows it has if it is a table."""

    path: str
    data: bytes
    rows: int | None = None

    @property
    def pieces(self) -> Iterator[bytes]:
        """The data in pieces."""
        return _DATA.pieces(self)


_DATA = PackedData("data")
Artifact.data = _DATA  # type: ignore[assignment]  # not in the class, where it would be a default


class IndexFile(Struct, frozen=True):
    """A file of the index of a small site, held as it is: it is made last, when there is room, and written soon."""

    path: str
    data: bytes

    @property
    def pieces(self) -> Iterator[bytes]:
        """The data in one piece."""
        return iter((self.data,))


SiteFile = Artifact | IndexFile


class SearchIndex(Struct, frozen=True):
    """The files of the search's index, and the address of the first."""

    entrance: str
    files: tuple[SiteFile, ...]
