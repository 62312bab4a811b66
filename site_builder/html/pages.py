"""Every page in its last form: pages that hold others are put together, and all HTML is finished once."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from site_builder.foundation.later import Later
from site_builder.foundation.memory import Memory, digest
from site_builder.foundation.packed import Packed, joined
from site_builder.foundation.page import Page
from site_builder.html.finish import Finisher
from site_builder.html.print_version import Part, contents, section


def finished_pages(pages: Iterable[Page], finisher: Finisher, contents_title: str, memory: Memory) -> Iterator[Page]:
    """Yield every page, whose HTML becomes finished and packed when it is asked for.

    One that holds others holds them as they are when finished. Of the form in which a page comes nothing is held once
    it is finished.
    """
    finished = {page.address: page.with_html(Later(partial(_finished, page, finisher, memory))) for page in pages}
    for page in finished.values():
        if page.parts:
            yield page.with_html(Later(partial(_put_together, page, finished, finisher, contents_title)))
        else:
            yield page


def _finished(page: Page, finisher: Finisher, memory: Memory) -> Packed:
    pieces, finish = page.pieces, finisher.of(page.lang)
    key = (digest(pieces), finisher.identity, page.lang)
    return memory.recall("finished", key, lambda: Packed.of(map(finish, pieces)))


def _put_together(page: Page, finished: Mapping[str, Page], finisher: Finisher, contents_title: str) -> Packed:
    parts = [_part(finished[item.address], item.level) for item in page.parts]
    listed = finisher.part(contents(contents_title, parts))
    return Packed.of(joined(_whole(page, parts, listed)))


def _whole(page: Page, parts: Iterable[Part], listed: str) -> Iterator[str]:
    """Yield the pieces of a page that holds others: its own, the list of contents, and each part."""
    yield from page.pieces
    yield listed
    for part in parts:
        yield from section(page.address, part)


def _part(page: Page, level: int) -> Part:
    return Part(page.address, page.title, page.pieces, level)
