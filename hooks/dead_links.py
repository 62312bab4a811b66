"""Links that lead nowhere: to a page or file that the site does not have, or to a place that the page does not have.

MkDocs checks the links of Markdown that it converts itself; here it converts nothing.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from site_builder.foundation.page import Page

# Patterns that begin with letters are found ten times as fast as those that look behind them.
HREF, SRC, ID = re.compile(r'href="([^"]*)"'), re.compile(r'src="([^"]*)"'), re.compile(r' id="([^"]+)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def dead_links(pages: Iterable[Page], files: Iterable[str]) -> Iterator[tuple[Page, str]]:
    """Yield every link of the pages that leads nowhere; `files` are the paths of all other files of the site.

    Every page is read once, in pieces: unpacking all of them again would take as long.
    """
    places: dict[str, set[str]] = {}
    linked = []
    for page in pages:
        places[page.address] = set()
        linked.append((page, _read(page, places[page.address])))
    paths = frozenset(files)
    for page, hrefs in linked:
        yield from ((page, href) for href in hrefs if _is_dead(page, href, places, paths))


def _read(page: Page, places: set[str]) -> tuple[str, ...]:
    """Return the links of a page to the site itself, and add the places that it has."""
    links, sources = dict[str, None](), dict[str, None]()
    for piece in page.pieces:
        places.update(map(unescape, ID.findall(piece)))
        links |= dict.fromkeys(map(unescape, HREF.findall(piece)))
        sources |= dict.fromkeys(map(unescape, SRC.findall(piece)))
    return tuple(href for href in links | sources if not ELSEWHERE.match(href))


def _is_dead(page: Page, href: str, places: Mapping[str, set[str]], files: frozenset[str]) -> bool:
    path, _, anchor = href.partition("#")
    target = _target(page.address, path) if path else page.address
    found = places.get(target)
    return (found is None and target not in files) or bool(
        anchor and found is not None and unquote(anchor) not in found
    )


@lru_cache(maxsize=1 << 14)
def _target(address: str, path: str) -> str:
    """Return the address that a relative path leads to from a page, as pages are named: a folder ends in `/`."""
    target = posixpath.normpath(posixpath.join("/", address, unquote(path.partition("?")[0]))).lstrip("/")
    return f"{target}/" if target and path.partition("?")[0].endswith("/") else target
