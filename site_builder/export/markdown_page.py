"""A page as Markdown for another generator: headings are Markdown's, so that they can be listed, the rest is HTML.

Headings inside another block stay HTML. Lines are never blank inside a block, where CommonMark would end it.
"""

import re
from collections.abc import Iterator

BLOCKS = "blockquote|details|div|dl|figure|form|ol|pre|section|svg|table|ul"
EDGE = re.compile(rf"<(/?)(?:{BLOCKS})\b")
HEADING = re.compile(r'<h([1-6])(?: class="([^"]*)")? id="([^"]+)">(.*)</h\1>')
TAG = re.compile(r"(<[^<>]*>)")
SPECIAL = re.compile(r"([\\`*_{}\[\]#|~])")


def markdown_page(html: str) -> str:
    """Return the HTML of a page's text as Markdown that becomes the same again."""
    return "\n".join(_lines(html)).strip() + "\n"


def _lines(html: str) -> Iterator[str]:
    depth, code = 0, False
    for line in html.split("\n"):
        heading = None if depth else HEADING.fullmatch(line)
        code |= "<pre" in line
        if heading:
            yield f"\n{_heading(*heading.groups())}\n"
        elif line.strip() or code:
            yield line
        code &= "</pre>" not in line
        depth += sum(-1 if edge[1] else 1 for edge in EDGE.finditer(line))


def _heading(level: str, css: str | None, identity: str, html: str) -> str:
    """Return a heading with its id and classes; of what stands in it, only text that Markdown would read is escaped."""
    pieces = TAG.split(html)
    pieces[::2] = (SPECIAL.sub(r"\\\1", piece) for piece in pieces[::2])
    classes = "".join(f" .{name}" for name in (css or "").split())
    return f"{'#' * int(level)} {''.join(pieces)} {{#{identity}{classes}}}"
