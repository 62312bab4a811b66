"""Hand-written pages: the same text, with references turned into links and relative links kept right."""

import posixpath
from collections.abc import Collection, Iterator, Mapping
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.hand_written import relative_links, split_title
from site_builder.meaning.names.scope import spelt_out_text
from site_builder.render.context import RenderContext
from site_builder.render.prose import page as converted_page
from site_builder.render.writer import Writer


class HandWrittenView(Struct, frozen=True):
    """What the template of a hand-written page shows."""

    body: Markup


def hand_written_pages(context: RenderContext) -> Iterator[Page]:
    """Yield every page of `docs/`; the first line with `# ` is its title, its first paragraph the description."""
    files = {source.path: urls.hand_written(source.path) for source in context.index.hand_written}
    for source in context.index.hand_written:
        writer = context.at(files[source.path])
        title, body = split_title(spelt_out_text(source.text, context.index.scope))
        description = next((block for block in body.split("\n\n") if block.strip()), title)
        yield writer.page(
            "hand_written.html.j2",
            partial(_view, writer, rebased(body, source.path, files)),
            title=title,
            description=description,
            sources=(source.path,),
            parent=_parent(writer.address, files.values()),
            cited=writer.address == urls.site_page(urls.OPEN_DATA),
        )


def _view(writer: Writer, text: str) -> HandWrittenView:
    return HandWrittenView(converted_page(text).filled(writer.reference))


def rebased(text: str, path: str, files: Mapping[str, str]) -> str:
    """Return the text with its relative links, written from the place of its file, as its page has to write them.

    The file `docs/om.md` is the page `om/index.md`, one folder further down. `files` are the pages by their file.
    """
    pieces, end = [], 0
    for link in relative_links(text, path, files):
        pieces += [text[end : link.start], urls.relative_url(files[path], link.target)]
        end = link.end
    return "".join([*pieces, text[end:]])


def _parent(address: str, pages: Collection[str]) -> str | None:
    """Return the nearest page above that is hand-written too, else the start page; the start page has none."""
    if not address:
        return None
    above = address.rstrip("/")
    while above := posixpath.dirname(above):
        if f"{above}/" in pages:
            return f"{above}/"
    return ""
