"""Links as one page writes them, and running text without its marks."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from site_builder.foundation.inline import Inline, replace_references

NOTHING = Markup("")
PLAIN_LINK = Markup('<a href="{}">{}</a>')
TITLED_LINK = Markup('<a href="{}" title="{}">{}</a>')


@dataclass(frozen=True)
class Link:
    """A link as one page writes it: its words, its address relative to the page, and what a pointer shows."""

    text: str
    href: str
    title: str = ""

    def __html__(self) -> str:
        """Return the link as HTML, which is what the templates emit."""
        if self.title:
            return TITLED_LINK.format(self.href, self.title, self.text)
        return PLAIN_LINK.format(self.href, self.text)


def plain_text(text: str, name: Callable[[Inline], str]) -> str:
    """Return running text on one line, without references, emphasis and list marks."""
    text = replace_references(text, name)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"^\s*[-+*] |\*\*|(?<!\w)[*_]|[*_](?!\w)", "", text, flags=re.MULTILINE).split())
