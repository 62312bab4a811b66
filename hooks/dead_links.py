"""Links that lead nowhere: to a page or file that the site does not have, or to a place that the page does not have.

MkDocs checks the links of Markdown that it converts itself; here it converts nothing.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from site_builder.foundation.page import Page

# Patterns that begin with letters are found ten times as fast as those that look behind them.
HREF, SRC, ID = re.compile(r'href="([^"]*)"'), re.compile(r'src="([^"]*)"'), re.compile(r' id="([^"]+)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def dead_links(pages: Iterable[Page], files: Iterable[str]) -> Iterator[tuple[Page, str]]:
    """Yield every link of the pages that leads nowhere; `files` are the paths of all other files of the site."""
    made = tuple(pages)
    places = {page.address: frozenset(map(unescape, ID.findall(page.html))) for page in made}
    paths = frozenset(files)
    for page in made:
        yield from ((page, href) for href in _dead(page, places, paths))


def _dead(page: Page, places: dict[str, frozenset[str]], files: frozenset[str]) -> Iterator[str]:
    for href in dict.fromkeys(map(unescape, (*HREF.findall(page.html), *SRC.findall(page.html)))):
        if ELSEWHERE.match(href):
            continue
        path, _, anchor = href.partition("#")
        target = _target(page.address, path) if path else page.address
        found = places.get(target)
        if (found is None and target not in files) or (anchor and found is not None and unquote(anchor) not in found):
            yield href


@lru_cache(maxsize=1 << 16)
def _target(address: str, path: str) -> str:
    """Return the address that a relative path leads to from a page, as pages are named: a folder ends in `/`."""
    target = posixpath.normpath(posixpath.join("/", address, unquote(path.partition("?")[0]))).lstrip("/")
    return f"{target}/" if target and path.partition("?")[0].endswith("/") else target
