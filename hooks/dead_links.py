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
Goal = tuple[str, str]
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def dead_links(pages: Iterable[Page], files: Iterable[str]) -> Iterator[tuple[Page, str]]:
    """Yield every link of the pages that leads nowhere; `files` are the paths of all other files of the site.

    Every page is read once, and of its links only where they lead is held, which is the same for many: the pages of a
    large site have a million links. Where any is dead, the pages are read again for those that have it.
    """
    linked = tuple(pages)
    places: dict[str, frozenset[str]] = {}
    named = dict[str, str]()  # a place is called the same on many pages
    goals: set[Goal] = set()
    for page in linked:
        found, links = _read(page)
        places[page.address] = frozenset(named.setdefault(place, place) for place in found)
        goals |= {_goal(page, href) for href in links}
    paths = frozenset(files)
    if dead := frozenset(goal for goal in goals if _is_dead(goal, places, paths)):
        yield from ((page, href) for page in linked for href in _read(page)[1] if _goal(page, href) in dead)


def _read(page: Page) -> tuple[set[str], tuple[str, ...]]:
    """Return the places that a page has, and its links to the site itself: those to follow, then those to pictures."""
    places, links, sources = set[str](), dict[str, None](), dict[str, None]()
    for piece in page.pieces:
        places.update(map(unescape, ID.findall(piece)))
        links |= dict.fromkeys(map(unescape, HREF.findall(piece)))
        sources |= dict.fromkeys(map(unescape, SRC.findall(piece)))
    return places, tuple(href for href in links | sources if not ELSEWHERE.match(href))


def _goal(page: Page, href: str) -> Goal:
    """Return where a link leads: the address of a page or the path of a file, and a place on it or nothing."""
    path, _, anchor = href.partition("#")
    return _target(page.address, path) if path else page.address, unquote(anchor)


def _is_dead(goal: Goal, places: Mapping[str, frozenset[str]], files: frozenset[str]) -> bool:
    target, anchor = goal
    found = places.get(target)
    return target not in files if found is None else bool(anchor) and anchor not in found


@lru_cache(maxsize=1 << 14)
def _target(address: str, path: str) -> str:
    """Return the address that a relative path leads to from a page, as pages are named: a folder ends in `/`."""
    target = posixpath.normpath(posixpath.join("/", address, unquote(path.partition("?")[0]))).lstrip("/")
    return f"{target}/" if target and path.partition("?")[0].endswith("/") else target
