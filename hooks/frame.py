"""The frame that the theme makes around a page's text, which is finished already and only put in its place."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from hooks.made_page import MadePage
from hooks.session import Result
from hooks.shared_parts import HELD
from site_builder.html.finish import Finisher
from site_builder.meaning import urls

LEAD, HEADING = '<div class="lead"', "<h2"
TOP = re.compile(r"\s*+<h1\b(?>.*?</h1>)(?:\s*<p\b[^>]*+>.*?</p>)?", re.DOTALL)


def write_page(frame: str, page: MkDocsPage, config: MkDocsConfig, result: Result) -> None:
    """Write a whole page in its frame, piece by piece."""
    build, path = result.made, page.file.dest_uri
    text = build.by_address[page.file.src_uri.removesuffix("index.md")].pieces
    assert isinstance(page, MadePage)  # noqa: S101 - there are no others
    config.extra["made"].write(Path(config.site_dir), path, framed(frame, page.held, text, build.finisher))


def finish(frame: str, path: str, config: MkDocsConfig, result: Result) -> str:
    """Return the HTML of a page that is nothing but frame, ready to be written to a path."""
    html = result.made.finisher.whole(frame)
    config.extra["made"].add(path, (html.encode("utf-8", errors="xmlcharrefreplace"),))  # as MkDocs writes it
    return html


def halves(html: str) -> tuple[str, str]:
    """Return a page's text in two: down to the end of its lead or of the paragraph below its title, and the rest.

    A page that begins with a list or a box is cut below its title, never inside of that. A lead that stands below a
    heading is that of another page, which this one repeats.
    """
    lead = html.partition(HEADING)[0].find(LEAD)
    if lead >= 0:
        end = html.find("</div>", lead) + len("</div>")
    elif top := TOP.match(html):
        end = top.end()
    else:
        end = html.find("</p>") + len("</p>") if "</p>" in html else 0
    return html[:end], html[end:]


def framed(frame: str, held: Iterable[str | None], text: Iterable[str], finisher: Finisher) -> Iterator[str]:
    """Yield a whole page in pieces: the frame finished, with what it shares with others and the text in their places.

    `held` says what each place in the frame is for: a shared part, or None for one of the two halves of the text.
    """
    begins, *between = frame.split(HELD)
    pieces = iter(text)
    first, second = halves(next(pieces))
    rooms = iter(((first,), chain((second,), pieces)))
    yield finisher.whole(begins)
    for part, after in zip(held, between, strict=True):
        yield from next(rooms) if part is None else (part,)
        yield finisher.part(after)


def frame_addresses() -> dict[str, str]:
    """Return the addresses that the frame of every page leads to by themselves, in the words of the site's language."""
    return {
        "checks": urls.site_page("om/kontroller"),
        "feed": urls.changes_feed(),
        "help": urls.anchor("hjalp"),
        "search": urls.site_page("sok"),
    }
