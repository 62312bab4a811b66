"""Pieces of Markdown: escaping and links."""

import re
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup
from markupsafe import escape as escape_html

SPECIAL = re.compile(r"([\\`*_{}\[\]#|~])")
NOTHING = Markup("")
BLOCK_START = re.compile(r"^(\s*)([-+>]|\d+[.)])(?=\s)", re.MULTILINE)


@dataclass(frozen=True)
class Link:
    """A link as one page writes it: the relative address for HTML; for Markdown the file, which MkDocs checks."""

    text: str
    href: str
    file: str
    title: str = ""

    def __html__(self) -> str:
        """Return the link as Markdown, which is what the templates emit."""
        return markdown_link(self)


@lru_cache(maxsize=1 << 16)
def escape(text: str) -> Markup:
    """Return a label so that Markdown shows it as it is written. Names and titles come back on page after page."""
    safe = SPECIAL.sub(r"\\\1", str(escape_html(text)).replace("&#39;", "'").replace("&#34;", '"'))
    return Markup(BLOCK_START.sub(r"\1\\\2", safe))  # noqa: S704 - escaped for HTML and for Markdown


def markdown_link(link: Link) -> Markup:
    """Return a link in Markdown. Its title, if it has one, is what a pointer shows."""
    title = ' "{}"'.format(link.title.replace('"', "”")) if link.title else ""
    return Markup(f"[{escape(link.text)}]({link.file}{escape(title)})")  # noqa: S704 - all parts are escaped


def html_link(link: Link) -> Markup:
    """Return a link in HTML, for tables."""
    title = Markup(' title="{}"').format(link.title) if link.title else ""
    return Markup('<a href="{}"{}>{}</a>').format(link.href, title, link.text)
