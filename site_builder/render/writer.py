"""Writes for one page: it knows the page's own address, and the plan whose measures bare numbers mean."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Self

from markdown.extensions.toc import slugify
from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from schema.plan import Plan
from site_builder.foundation.inline import Inline, parse_target, qualified
from site_builder.foundation.later import Later
from site_builder.foundation.page import LatestChange, Notice, Page, PagePart
from site_builder.foundation.plain_text import one_line
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.meaning.targets import Target
from site_builder.render.changes import latest_change
from site_builder.render.citation import citation
from site_builder.render.environment import render_template
from site_builder.render.links import NOTHING, Link
from site_builder.render.prose import inline, prose
from site_builder.render.shared.plan_state import plan_notice

if TYPE_CHECKING:
    from site_builder.render.context import RenderContext


class Writer(Struct, frozen=True):
    """Writes for one page: links are relative to its address, bare numbers mean the page's own plan."""

    context: "RenderContext"
    address: str
    plan: Plan | None

    def at(self, address: str) -> Self:
        """Return a writer for another page, of the same plan if any."""
        return replace(self, address=address)

    def of_plan(self, content: PlanContent) -> "PlanWriter":
        """Return a writer that tells of a plan on this same page, which may be another's."""
        return PlanWriter(self.context, self.address, content.plan.value, content)

    def t(self, key: str, **values: object) -> str:
        """Return words from the catalogue."""
        return self.context.strings(key, **values)

    def said(self, key: str, **values: object) -> Markup:
        """Return words from the catalogue as HTML, with links and other words put in."""
        return escape(self.context.strings(key)).format(**values)

    def link(self, target: str, text: str, title: str = "") -> Link:
        """Return a link to an address from the site's root, as this page writes it."""
        return Link(text, urls.relative_url(self.address, target), title)

    def file(self, path: str, text: str) -> Link:
        """Return a link to a data file by its path from the site's root."""
        return Link(text, urls.relative_url(self.address, path))

    def target_link(self, written: str) -> Link:
        """Return a link to what is written as between `[[` and `]]`, under its own title."""
        target = self.target(written)
        return self.link(target.address, target.title or self.name(Inline(written, *parse_target(written), "")))

    def target(self, written: str) -> Target:
        """Return what is meant by what is written as between `[[` and `]]`."""
        return self._target(Inline(written, *parse_target(written), ""))

    def prose(self, text: str | None) -> Markup:
        """Return running text as HTML: blocks, with its references turned into links."""
        return prose(text).filled(self.reference) if text else NOTHING

    def words(self, text: str | None) -> Markup:
        """Return running text of a single paragraph as HTML that stands in a line."""
        return inline(self.prose(text))

    def page(  # noqa: PLR0913 - all by name, and every page has them
        self,
        template: str,
        view: Callable[[], Struct],
        *,
        title: str,
        official: str = "",
        description: str,
        sources: tuple[str, ...],
        parent: str | None,
        previous: str | None = None,
        next: str | None = None,
        wide: bool = False,
        parts: tuple[PagePart, ...] = (),
        area: str = "",
        cited: bool = False,
        mark: Markup = NOTHING,
        message: Markup = NOTHING,
    ) -> Page:
        """Return a page; a template makes its HTML of a view, below the h1. `official` is the source's own title."""
        latest, changed = self._changed(sources)
        return Page(
            address=self.address,
            title=title,
            head_title=self._head_title(official or title),
            description=one_line(description, self.name)[:300],
            html="",
            sources=sources,
            parent=parent,
            previous=previous,
            next=next,
            changed=changed,
            change=latest,
            notice=self._notice(),
            wide=wide,
            parts=parts,
            area=area,
            citation=citation(self, official or title, changed) if cited else "",
        ).with_html(Later(lambda: self._html(template, view(), title, mark=mark, message=message)))

    def _html(self, template: str, view: Struct, title: str, *, mark: Markup, message: Markup) -> tuple[str, ...]:
        """Return what stands on a page, in pieces: it is made when somebody asks for it (`Page.pieces`)."""
        body = render_template(template, view, self.context.strings)
        return _under(f'<h1 id="{_heading_id(title, body)}">{mark}{escape(title)}</h1>\n{message}', body)

    def _changed(self, sources: tuple[str, ...]) -> tuple[LatestChange | None, date | None]:
        """Return the latest change of a fact on the page, and its day or that of the files' latest revision."""
        history = self.context.history
        latest = latest_change(history, self.context.strings, self.address, sources)
        return latest, latest.day if latest else history.latest_day(sources)

    def _head_title(self, title: str) -> str:
        """Return what the browser's tab says: the page's title, and what it is a part of."""
        whole = self.plan.short_title if self.plan else self.context.site_name
        return f"{title} – {self.context.site_name if whole == title else whole}"

    def _notice(self) -> Notice | None:
        context = self.context
        return plan_notice(context.index, context.strings, self.plan, context.as_of) if self.plan else None

    def reference(self, item: Inline) -> str:
        """Return the link that a reference in running text becomes, as HTML."""
        target = self._target(item)
        name = item.label or self.name(item)
        return self.link(target.address, name, "" if target.whole_title == name else target.whole_title).__html__()

    def name(self, item: Inline) -> str:
        """Return the words that stand for a reference."""
        target = self.context.index.targets.get((item.kind, qualified(item.kind, item.name, self._plan_id)))
        if item.label or target is None:  # what stands in code need not exist
            return item.label or item.name
        return target.name or self.t(target.words)

    def _target(self, item: Inline) -> Target:
        return self.context.index.targets[item.kind, qualified(item.kind, item.name, self._plan_id)]

    @property
    def _plan_id(self) -> str:
        return self.plan.id if self.plan else ""


class PlanWriter(Writer, frozen=True):
    """Writes of one plan: bare numbers are its measures, and `content` is all that is in it."""

    plan: Plan
    content: PlanContent


def _heading_id(title: str, body: Iterable[str]) -> str:
    """Return the id of a page's h1, made as Markdown makes those of headings: unlike any other on the page."""
    identity = str(slugify(title, "-"))
    return f"{identity}_1" if any(f'id="{identity}"' in piece for piece in body) else identity


def _under(heading: str, body: Sequence[str]) -> tuple[str, ...]:
    """Return the pieces of a body below its heading, without blanks at either end."""
    *before, last = body
    while before and not last.strip():
        last = before.pop()
    pieces = [*before, last.rstrip()]
    pieces[0] = f"{heading}{pieces[0].lstrip()}"
    pieces[-1] += "\n"
    return tuple(pieces)
