"""The text of every page that is read, taken while the pages pass by on their way to their last form."""

from typing import NamedTuple

from site_builder.foundation.later import Later
from site_builder.foundation.memory import Memory, digest
from site_builder.foundation.packed import Pieces
from site_builder.foundation.page import Page
from site_builder.search.text import Piece, Section, sections


class PageText(NamedTuple):
    """The text of a page that is read, and what stands for it."""

    sections: tuple[Section, ...]
    key: str


NO_TEXT = PageText((), "")


class PageTexts:
    """The texts of pages by address. The same piece of text on many pages is held once."""

    def __init__(self, memory: Memory) -> None:
        self.by_address: dict[str, PageText] = {}
        self._memory = memory
        self._pieces: dict[Piece, Piece] = {}

    def of(self, page: Page) -> Page:
        """Return a page whose text is noted as soon as it is made, if the search reads it."""
        return page.with_html(Later(lambda: self._noted(page))) if page.searchable else page

    def _noted(self, page: Page) -> Pieces:
        key = (digest(page.pieces), _with_tables(page))
        found = self._memory.recall("sections", key, lambda: self._read(page))
        self.by_address[page.address] = PageText(found, repr(key))
        return page.pieces

    def _read(self, page: Page) -> tuple[Section, ...]:
        found = sections(page.pieces, _with_tables(page))
        for section in found:
            section.pieces[:] = [self._pieces.setdefault(piece, piece) for piece in section.pieces]
        return found


def _with_tables(page: Page) -> bool:
    return page.has_read_tables or not page.wide
