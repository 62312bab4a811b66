"""Hand-written pages: the same text, with references turned into links and relative links kept right."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.foundation.code_spans import without_code
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.names.scope import spelt_out_text
from site_builder.reading.layout import DOCS
from site_builder.render.context import RenderContext
from site_builder.render.prose import page as converted_page

# A target inside brackets after a link's words, or in a definition of its own: neither an address with a scheme, nor
# from the root, nor a place on the same page.
RELATIVE = re.compile(
    r"(?:\]\(\s*<?|^ {0,3}\[[^\[\]]+\]:\s*<?)(?P<path>(?![#/]|[a-z][a-z0-9+.-]*:)[^)\s>#]+)", re.MULTILINE
)


@dataclass(frozen=True)
class HandWrittenView:
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
            HandWrittenView(converted_page(rebased(body, source.path, files)).filled(writer.reference)),
            title=title,
            description=description,
            sources=(source.path,),
            parent=_parent(writer.address, files.values()),
        )


def split_title(text: str) -> tuple[str, str]:
    """Return the title and what is below it."""
    lines = text.split("\n")
    place = next((number for number, line in enumerate(lines) if line.startswith("# ")), None)
    if place is None:
        return "", text
    return lines[place][2:].strip(), "\n".join([*lines[:place], *lines[place + 1 :]])


def rebased(text: str, path: str, files: Mapping[str, str]) -> str:
    """Return the text with its relative links, written from the place of its file, as its page has to write them.

    The file `docs/om.md` is the page `om/index.md`, one folder further down. `files` are the pages by their file.
    """
    pieces, end = [], 0
    for match in RELATIVE.finditer(without_code(text)):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match["path"]))
        there = files.get(target) or _address(target.removeprefix(DOCS))
        pieces += [text[end : match.start("path")], urls.relative_url(files[path], there)]
        end = match.end("path")
    return "".join([*pieces, text[end:]])


def _address(path: str) -> str:
    """Return where a file that nobody has written is: a page that the generator makes, or a file as it stands."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "") if name == "index.md" else path


def _parent(address: str, pages: Collection[str]) -> str | None:
    """Return the nearest page above that is hand-written too, else the start page; the start page has none."""
    if not address:
        return None
    above = address.rstrip("/")
    while above := posixpath.dirname(above):
        if f"{above}/" in pages:
            return f"{above}/"
    return ""
