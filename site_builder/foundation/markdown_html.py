"""Markdown with all that the site knows of it: which extensions there are, and what they make of a text.

A text is judged by it. `render.prose` shows running text with less: what such a text may not hold is not switched on
there at all.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from markdown import Markdown

# Running text is plain Markdown. Hand-written pages have what `mkdocs.yml` lists and what MkDocs adds of its own; a
# test holds the list against both.
PROSE: tuple[str, ...] = ()
PAGE = ("toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "md_in_html")

# What the parser keeps aside though nobody has written a tag: entities, and code between fences.
KEPT = re.compile(r"&[#\w]+;|<pre[^<>]*><code[^<>]*>[^<>]*</code></pre>\s*")


class Converted(Struct, frozen=True):
    """A text as HTML, the tags that were written as such, and where links lead that are defined by themselves."""

    html: str
    raw: tuple[str, ...]
    defined: tuple[str, ...]


def convert(text: str, extensions: tuple[str, ...]) -> Converted:
    """Return what Markdown makes of a text."""
    parser = _parser(extensions)
    parser.reset()
    html = parser.convert(text)
    raw = (str(piece) for piece in parser.htmlStash.rawHtmlBlocks)
    return Converted(
        html,
        tuple(piece for piece in raw if not KEPT.fullmatch(piece)),
        tuple(target for target, _ in parser.references.values()),
    )


@lru_cache
def _parser(extensions: tuple[str, ...]) -> "Markdown":
    """Return the parser, which is imported only when a text needs it: half of the time of a check."""
    from markdown import Markdown

    return Markdown(extensions=list(extensions))
