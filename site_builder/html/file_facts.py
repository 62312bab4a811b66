"""What a reader is told of a file beside the link to it: where a page lists files, each link is a term of its own."""

import posixpath
import re
from collections.abc import Callable, Mapping

from markupsafe import Markup

from site_builder.foundation.later import Later
from site_builder.foundation.packed import Pieces
from site_builder.foundation.page import Page

LISTED = re.compile(r'(<dt><a href="([^":#?]*[^":#?/])">[^<]*</a>)</dt>')  # what ends in a slash is a page
FACTS = Markup('{link} <span class="file-facts">({facts})</span></dt>')


def with_facts(page: Page, facts: Callable[[], Mapping[str, str]]) -> Page:
    """Return a page with what is known of each file that it lists; `facts` are by path from the site's root.

    They are asked for when the page is made, and only if it lists any file: to know them all data has to be made.
    """
    return page.with_html(Later(lambda: _told(page, facts)))


def _told(page: Page, facts: Callable[[], Mapping[str, str]]) -> Pieces:
    if not any("<dt><a " in piece and LISTED.search(piece) for piece in page.pieces):
        return page.pieces
    known = facts()

    def told(found: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(page.address, found[2]))
        return FACTS.format(link=Markup(found[1]), facts=known[path]) if path in known else found[0]  # noqa: S704 - ours

    return tuple(LISTED.sub(told, piece) for piece in page.pieces)
