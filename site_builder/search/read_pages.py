"""What the search reads on a page, and what an earlier build has read there: most pages are as they were."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

from msgspec import Struct

from site_builder.foundation.memory import Memory, digest
from site_builder.foundation.search_words import tokens
from site_builder.search.facts import Facts
from site_builder.search.page_texts import NO_TEXT, PageText
from site_builder.search.text import Field, Section
from site_builder.search.weighed_texts import all_texts

MANY = 500  # pages of which a run that ends with the build keeps nothing: it would hold them while it writes the site
Result = TypeVar("Result")


class ReadPage(NamedTuple):
    """What is known of a page and the text that is read there; `key` stands for both."""

    facts: Facts
    sections: Sequence[Section]
    key: bytes


def read_page(facts: Facts, text: PageText) -> ReadPage:
    """Return a page as the search reads it."""
    return ReadPage(facts, text.sections, digest((repr(facts), text.key)))


def read_pages(found: Iterable[Facts], texts: Mapping[str, PageText]) -> list[ReadPage]:
    """Return all pages, given the text of each by its address."""
    return [read_page(facts, texts[facts.address] if facts.is_read else NO_TEXT) for facts in found]


class PageMemory(Struct, frozen=True):
    """Remembers what was read on each page, for the next build or, of many pages, for that of the same run alone."""

    memory: Memory
    pages: int

    def words(self, page: ReadPage) -> Collection[str]:
        """Return the words of every text of a page, once each."""
        return self.recall(page, "words", lambda: _words(page))

    def recall(self, page: ReadPage, what: Hashable, make: Callable[[], Result]) -> Result:
        """Return what was made of a page before, or make it now; `what` is all that it depends on besides the page."""
        return self.memory.recall("read" if self.pages < MANY else "reading", (page.key, what), make)


def _words(page: ReadPage) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(tokens, all_texts(page.facts, page.sections))))


def quoted(page: ReadPage) -> list[dict[str, object]]:
    """Return what the results quote from: the sections with their texts, and the questions that the page answers."""
    texts = [_passage(section.anchor, section.heading, _quotable(section)) for section in page.sections]
    described = [_passage("", "", [page.facts.description])] if page.facts.description else []
    asked: list[dict[str, object]] = [{"asked": list(page.facts.asked)}] if page.facts.asked else []
    return [*described, *texts, *asked]


def _passage(anchor: str, heading: str, texts: list[str]) -> dict[str, object]:
    return {"anchor": anchor, "heading": heading, "texts": texts}


def _quotable(section: Section) -> list[str]:
    return [piece.text for piece in section.pieces if piece.field not in (Field.REPEATED, Field.HEADER)]
