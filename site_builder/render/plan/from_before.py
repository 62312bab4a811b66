"""From the plan before to this one: what became of each measure, as a picture and a table, and what is new."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from schema.base import Sources, Succeeds
from site_builder.foundation.language.phrases import capital, enumeration
from site_builder.foundation.page import Page
from site_builder.foundation.plain_text import one_line
from site_builder.meaning import urls
from site_builder.meaning.plans.continuation import Continuations
from site_builder.render.links import Link
from site_builder.render.plan.from_before_picture import from_before_picture
from site_builder.render.shared.parts import paths_of, source_lines
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.plan_state import with_state
from site_builder.render.shared.table import Cell, Group, Table, text
from site_builder.render.writer import PlanWriter

COLUMNS = ("measure", "how", "became", "basis", "note", "sources")


class FromBeforeView(Struct, frozen=True):
    """What the template of the way from the plan before shows."""

    lead: str
    before: tuple[Link, ...]
    way: Picture
    table: Table
    added: Table | None
    untold: str


def from_before_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of what became of the measures of the plan before."""
    known = writer.context.continuations[writer.plan.id]
    names = enumeration([content.plan.value.short_title for content in known.before])
    plan = with_state(writer.context.strings, writer.plan, writer.context.as_of)
    lead = writer.t("plan.from-before.lead", before=names, plan=plan)
    yield writer.page(
        "plan/from_before.html.j2",
        lambda: FromBeforeView(
            lead=lead,
            before=tuple(_links(writer, known)),
            way=from_before_picture(writer, known),
            table=_became(writer, known, names),
            added=_added(writer, known) if known.added else None,
            untold=_untold(writer, known),
        ),
        title=writer.t("site.pages.fran-forra-planen"),
        description=lead,
        sources=paths_of([writer.content.plan, *writer.content.interventions]),
        parent=urls.plan_start(writer.plan),
        wide=True,
    )


def _links(writer: PlanWriter, known: Continuations) -> Iterator[Link]:
    for content in known.before:
        yield writer.link(urls.plan_start(content.plan.value), content.plan.value.title)


def _became(writer: PlanWriter, known: Continuations, names: str) -> Table:
    columns = tuple(text(writer.t(f"plan.from-before.columns.{name}")) for name in COLUMNS)
    rows = tuple(row for key in known.old for row in _rows(writer, known, key))
    caption = writer.t("plan.from-before.caption", before=names)
    return Table(urls.table("fran-forra"), caption, columns, (Group(rows),), css="drafts-table")


def _rows(writer: PlanWriter, known: Continuations, key: str) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each thing that a measure became; one for what was dropped, or of which nothing is told."""
    measure = text(writer.target_link(key))
    for item in known.became.get(key, ()):
        kind, *rest = _told(writer, item.told.kind, item.told)
        yield (measure, kind, text(writer.target_link(item.new)), *rest)
    if key in known.became:
        return
    if dropped := known.dropped.get(key):
        kind, *rest = _known(writer, "dropped", dropped.basis, dropped.note, dropped.sources)
        yield (measure, kind, text("–"), *rest)
    else:
        yield (measure, text(writer.t("plan.from-before.kinds.unknown")), *(text("–") for _ in range(4)))


def _added(writer: PlanWriter, known: Continuations) -> Table:
    names = ("new-measure", "basis", "note", "sources")
    columns = tuple(text(writer.t(f"plan.from-before.columns.{name}")) for name in names)
    rows = tuple((text(writer.target_link(key)), *_told(writer, "new", item)[1:]) for key, item in known.added.items())
    caption = writer.t("plan.from-before.added", measures=capital(writer.plan.terms.measure.plural))
    return Table(urls.table("nya"), caption, columns, (Group(rows),))


def _told(writer: PlanWriter, kind: str, item: Succeeds) -> tuple[Cell, ...]:
    return _known(writer, kind, item.basis, item.note, item.sources)


def _known(writer: PlanWriter, kind: str, basis: str, note: str | None, sources: Sources) -> tuple[Cell, ...]:
    lines = source_lines(writer, sources)
    return (
        text(writer.t(f"plan.from-before.kinds.{kind}")),
        text(writer.t(f"background.basis.{basis}")),
        text(one_line(note or "–", writer.name)),
        Cell(tuple(Markup("{}, {}").format(line.document, line.places) for line in lines)),
    )


def _untold(writer: PlanWriter, known: Continuations) -> str:
    """Return of which measures of the plan it is not told where they come from, where there are any."""
    numbers = enumeration([key.partition("/")[2] for key in known.untold])
    measures = writer.plan.terms.measure.plural
    return writer.t("plan.from-before.untold", measures=measures, numbers=numbers) if numbers else ""
