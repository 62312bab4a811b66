"""Links as one page writes them, and running text without its marks."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

from site_builder.foundation.inline import Inline, replace_references

NOTHING = Markup("")


@dataclass(frozen=True)
class Link:
    """A link as one page writes it: its words, its address relative to the page, and what a pointer shows."""

    text: str
    href: str
    title: str = ""

    def __html__(self) -> str:
        """Return the link as HTML, which is what the templates emit."""
        title = f' title="{escape(self.title)}"' if self.title else ""
        return Markup(f'<a href="{escape(self.href)}"{title}>{escape(self.text)}</a>')  # noqa: S704 - all is escaped


def plain_text(text: str, name: Callable[[Inline], str]) -> str:
    """Return running text on one line, without references, emphasis and list marks."""
    text = replace_references(text, name)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"^\s*[-+*] |\*\*|(?<!\w)[*_]|[*_](?!\w)", "", text, flags=re.MULTILINE).split())
