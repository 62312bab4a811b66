"""Links as one page writes them."""

from markupsafe import Markup, escape
from msgspec import Struct

NOTHING = Markup("")


class Link(Struct, frozen=True):
    """A link as one page writes it: its words, its address relative to the page, and what a pointer shows."""

    text: str
    href: str
    title: str = ""

    def __html__(self) -> str:
        """Return the link as HTML, which is what the templates emit."""
        title = f' title="{escape(self.title)}"' if self.title else ""
        return Markup(f'<a href="{escape(self.href)}"{title}>{escape(self.text)}</a>')  # noqa: S704 - all is escaped
