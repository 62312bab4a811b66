"""Every page in its last form: pages that hold others are put together, and all HTML is finished once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from site_builder.foundation.memory import Memory, digest
from site_builder.foundation.page import Page
from site_builder.html.finish import Finisher
from site_builder.html.print_version import Part, contents, section


def finished_pages(pages: Iterable[Page], finisher: Finisher, contents_title: str, memory: Memory) -> Iterator[Page]:
    """Yield every page with its HTML finished; one that holds others holds them as they are when finished."""
    finished = {page.address: replace(page, html=_finished(page.html, finisher, memory)) for page in pages}
    for page in finished.values():
        if not page.parts:
            yield page
            continue
        parts = [_part(finished[item.address], item.level) for item in page.parts]
        held = (finisher.part(contents(contents_title, parts)), *(section(page.address, part) for part in parts))
        yield replace(page, html="".join([page.html, *held]))


def _finished(html: str, finisher: Finisher, memory: Memory) -> str:
    key = (digest(html), finisher.identity)
    return memory.recall("finished", key, lambda: finisher.part(html))


def _part(page: Page, level: int) -> Part:
    return Part(page.address, page.title, page.html, level)
