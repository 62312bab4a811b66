"""Many pages as one, for paper: the HTML of each, with its headings further down and its links from the new place.

It works on finished HTML, since making the same pages twice would double the time of a build.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

from markupsafe import Markup
from msgspec import Struct

from site_builder.foundation.language.slugs import slug
from site_builder.foundation.language.spoken import spoken
from site_builder.meaning.urls import relative_url

HEADING = re.compile(r"<(/?)h([1-6])(?=[\s>])")
# Patterns that begin with what they look for are found ten times as fast as those that look behind them.
IDS = re.compile(r'(\s(?:id|for|aria-labelledby|aria-describedby|data-table))="([^"]+)"')
HREF = re.compile(r'href="(?<=\shref=")([^"]*)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


class Part(Struct, frozen=True):
    """A page that becomes a part: address, title, HTML in pieces, and how many levels its headings go down."""

    address: str
    title: str
    pieces: Iterable[str]
    level: int

    @property
    def id(self) -> str:
        """The id of the part on the page that holds it."""
        return f"{spoken().anchor('del')}-{slug(self.address)}"


def contents(title: str, parts: Iterable[Part]) -> str:
    """Return the list of contents of a page that holds parts."""
    line = Markup('<li class="level-{}"><a href="#{}">{}</a></li>\n')
    lines = Markup("").join(line.format(part.level, part.id, part.title) for part in parts)
    return Markup('<h2 id="{}">{}</h2>\n<ul class="contents">\n{}</ul>\n').format(
        spoken().anchor("innehallsforteckning"), title, lines
    )


def section(address: str, part: Part) -> Iterator[str]:
    """Yield a part as HTML for the page at an address, in pieces."""
    moved = cache(partial(_moved, address, part))
    yield f'<section class="part level-{part.level}" id="{part.id}">\n'
    for piece in part.pieces:
        html = HEADING.sub(lambda match: f"<{match[1]}h{min(int(match[2]) + part.level, 6)}", piece)
        html = IDS.sub(lambda match: f'{match[1]}="{_prefixed(part, match[2])}"', html)
        yield HREF.sub(lambda match: f'href="{moved(match[1])}"', html)
    yield "\n</section>\n"


def _prefixed(part: Part, names: str) -> str:
    return " ".join(f"{part.id}-{name}" for name in names.split())


def _moved(address: str, part: Part, href: str) -> str:
    """Return a link as the new page writes it; one to a place on the part's own page stays on the new one."""
    if href.startswith("#"):
        return f"#{part.id}-{href[1:]}"
    if ELSEWHERE.match(href):
        return href
    path, mark, anchor = href.partition("#")
    target = posixpath.normpath(posixpath.join(f"/{part.address}", path)).lstrip("/")
    folder = f"{target}/" if path.endswith("/") and target else target
    return relative_url(address, f"{folder}{mark}{anchor}")
