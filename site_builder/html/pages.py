"""Every page in its last form: pages that hold others are put together, and all HTML is finished once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from site_builder.foundation.later import Later
from site_builder.foundation.memory import Memory, digest
from site_builder.foundation.packed import MANY_PAGES, Packed, Pieces, joined
from site_builder.foundation.page import Page
from site_builder.html.finish import Finisher
from site_builder.html.print_version import Part, contents, section

Hold = Callable[[Iterable[str]], Pieces]


def finished_pages(pages: Iterable[Page], finisher: Finisher, contents_title: str, memory: Memory) -> Iterator[Page]:
    """Yield every page, whose HTML becomes finished, and packed where there are many, when it is asked for.

    One that holds others holds them as they are when finished. Of the form in which a page comes nothing is held once
    it is finished.
    """
    given = tuple(pages)
    hold: Hold = tuple if len(given) < MANY_PAGES else Packed.of
    finished = {page.address: page.with_html(Later(partial(_finished, page, finisher, memory, hold))) for page in given}
    for page in finished.values():
        if page.parts:
            yield page.with_html(Later(partial(_put_together, page, finished, finisher, contents_title, hold)))
        else:
            yield page


def _finished(page: Page, finisher: Finisher, memory: Memory, hold: Hold) -> Pieces:
    pieces, finish = page.pieces, finisher.of(page.lang)
    key = (digest(pieces), finisher.identity, page.lang)
    return memory.recall("finished", key, lambda: hold(map(finish, pieces)))


def _put_together(
    page: Page, finished: Mapping[str, Page], finisher: Finisher, contents_title: str, hold: Hold
) -> Pieces:
    parts = [_part(finished[item.address], item.level) for item in page.parts]
    listed = finisher.part(contents(contents_title, parts))
    return hold(joined(_whole(page, parts, listed)))


def _whole(page: Page, parts: Iterable[Part], listed: str) -> Iterator[str]:
    """Yield the pieces of a page that holds others: its own, the list of contents, and each part."""
    yield from page.pieces
    yield listed
    for part in parts:
        yield from section(page.address, part)


def _part(page: Page, level: int) -> Part:
    return Part(page.address, page.title, page.pieces, level)
