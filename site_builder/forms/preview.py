"""The page that a file is shown on, as it would be: made alone, without the rest of the site."""

from site_builder.build import context_of, finisher_of
from site_builder.changes.history import History
from site_builder.edge.editing.job import Done
from site_builder.foundation.page import Page
from site_builder.render.site import pages


def previewed(done: Done, path: str) -> str:
    """Return the HTML of the page that is about a file, else of the first that has something from it; empty if none.

    Pages are made until the file's own has come.
    """
    if done.index is None:
        return ""
    after = done.after
    context = context_of(done.index, after.as_of, after.strings, History(), after.version)
    found: Page | None = None
    for page in pages(context):
        if page.sources[:1] == (path,):
            found = page
            break
        if found is None and path in page.sources:
            found = page
    if found is None:
        return ""
    finish = finisher_of(done.index, after.strings).of(found.lang)
    return "".join(map(finish, found.pieces))
