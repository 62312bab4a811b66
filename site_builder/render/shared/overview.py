"""A page that only leads on: each thing of one kind with what its own page says first."""

from collections.abc import Iterable

from msgspec import Struct

from site_builder.foundation.page import Page, PagePart
from site_builder.render.shared.parts import LinkedLead
from site_builder.render.writer import Writer


class OverviewView(Struct, frozen=True):
    """What the template of such a page shows."""

    intro: str
    entries: tuple[LinkedLead, ...]


def overview_page(  # noqa: PLR0913 - all by name
    writer: Writer,
    entries: Iterable[LinkedLead],
    *,
    title: str,
    intro: str,
    description: str,
    sources: tuple[str, ...],
    parent: str,
    parts: tuple[PagePart, ...] = (),
) -> Page:
    """Return the page of the entries, each below a heading of its own."""
    return writer.page(
        "shared/overview.html.j2",
        lambda: OverviewView(intro, tuple(entries)),
        title=title,
        description=description,
        sources=sources,
        parent=parent,
        parts=parts,
    )
