"""What a reader is told of a file beside the link to it: where a page lists files, each link is a term of its own."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from site_builder.foundation.page import Page

LISTED = re.compile(r'(<dt><a href="([^":#?]+)">[^<]*</a>)</dt>')
FACTS = Markup('{link} <span class="file-facts">({facts})</span></dt>')


def with_facts(page: Page, facts: Mapping[str, str]) -> Page:
    """Return a page with what is known of each file that it lists; `facts` are by path from the site's root."""

    def told(found: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(page.address, found[2]))
        return FACTS.format(link=Markup(found[1]), facts=facts[path]) if path in facts else found[0]  # noqa: S704 - ours

    return replace(page, html=LISTED.sub(told, page.html)) if "<dt><a " in page.html else page
