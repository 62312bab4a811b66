"""The page that a file is shown on, as it would be: made alone, without the rest of the site."""

from site_builder.changes.history import History
from site_builder.checks.all import CHECKS
from site_builder.edge.editing.job import Done
from site_builder.foundation.page import Page
from site_builder.html.finish import Finisher
from site_builder.render.context import RenderContext
from site_builder.render.site import pages


def previewed(done: Done, path: str) -> str:
    """Return the HTML of the page that is about a file, else of the first that has something from it; empty if none.

    Pages are made until the file's own has come.
    """
    if done.index is None:
        return ""
    codes = tuple((check.code, check.severity.value) for check in CHECKS)
    strings = done.after.strings
    context = RenderContext(done.index, strings, done.after.as_of, History(), codes, done.after.version)
    found: Page | None = None
    for page in pages(context):
        if page.sources[:1] == (path,):
            found = page
            break
        if found is None and path in page.sources:
            found = page
    if found is None:
        return ""
    site = done.index.site.value if done.index.site else None
    finisher = Finisher(site.foreign_words if site else (), site.url if site else "", strings("theme.leaves"))
    return "".join(map(finisher.foreign if found.lang else finisher.part, found.pieces))
