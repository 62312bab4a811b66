"""What the frames of many pages share: rendered and finished once in a build, and put into each frame as it is.

The menu is the larger part of every frame and the same on all pages of a section that do not stand in it themselves.
What leads to other pages does so from the site's root, so that it depends on how deep a page lies and not on where.
"""

import posixpath
from collections.abc import Hashable
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from hooks.made_page import MadePage
from site_builder.built import Build

HELD = Markup("\x1a")  # where a frame leaves room; no text of ours has this character
PARTS = {"header": "partials/header.html", "menu": "partials/nav.html", "footer": "partials/footer.html"}


def share_parts(engine: Environment, build: Build) -> None:
    """Let the templates of one build's frames ask for what they share, and leave room for a page's own text."""
    engine.filters["rooted"] = rooted
    engine.globals |= {"shared": _SharedParts(engine, build).part, "room": _room}


class _SharedParts:
    """Renders the parts of one build's frames. A part is the same for pages that have all of `_key` in common."""

    def __init__(self, engine: Environment, build: Build) -> None:
        self._engine, self._finisher = engine, build.finisher
        self._in_menu = {entry.address for section in build.navigation for entry in section.all_below()}
        self._summaries = {summary.address for summary in build.summaries}
        self._made: dict[Hashable, str] = {}

    @pass_context
    def part(self, context: Context, name: str) -> Markup:
        """Hold the place of a part. The page for missing addresses, which MkDocs writes itself, has it at once."""
        page = context["page"]
        if not isinstance(page, MadePage):
            return Markup(self._rendered(context, name))  # noqa: S704 - of our own template
        key = (name, context["base_url"], *self._key(page, name))
        if key not in self._made:
            self._made[key] = self._finisher.part(self._rendered(context, name))
        page.held.append(self._made[key])
        return HELD

    def _rendered(self, context: Context, name: str) -> str:
        return self._engine.get_template(PARTS[name]).render(context.get_all())

    def _key(self, page: MadePage, name: str) -> tuple[Hashable, ...]:
        """Return what a part depends on besides the depth of the page: where the reader is, and in which language."""
        marked = {"header": self._summaries, "menu": self._in_menu}.get(name, ())
        here = page.made.address if page.made.address in marked else None
        sections = tuple(section.title for section in page.ancestors) if name == "menu" else ()
        return page.made.lang, here, sections


@pass_context
def _room(context: Context) -> Markup:
    """Hold the place of a piece of the page's own text."""
    context["page"].held.append(None)
    return HELD


@pass_context
def rooted(context: Context, address: Any) -> str:
    """Return the way to an address of the site from the page that is rendered, by way of the site's root."""
    base = context["base_url"]
    return posixpath.join("" if base == "." else base, address) or "."
