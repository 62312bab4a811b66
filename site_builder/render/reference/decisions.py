"""The page of decisions, in time order."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from schema.document import Decision
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.background.timeline import changed_plans, naming_plans, plan_links, timeline_table, year_of
from site_builder.render.links import Link
from site_builder.render.shared.decision_words import decision_day
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.mentions import mentions
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.shared.table import Table
from site_builder.render.writer import Writer


class DecisionLine(Struct, frozen=True):
    """A decision with all that the sources give."""

    id: str
    day: str
    title: str
    by: str
    body: Link
    paragraph: str
    diarienummer: str
    summary: Markup
    plans: tuple[Link, ...]
    revises: tuple[Link, ...]
    named_in: tuple[Link, ...]
    mentions: tuple[Link, ...]
    sources: tuple[SourceLine, ...]


class DecisionYear(Struct, frozen=True):
    """The decisions of one year, or those of which no year is known."""

    heading: str
    anchor: str
    decisions: tuple[DecisionLine, ...]


class DecisionsView(Struct, frozen=True):
    """What the template of the decisions shows."""

    differences: Differences
    table: Table | None
    years: tuple[DecisionYear, ...]


def decision_pages(writer: Writer) -> Iterator[Page]:
    """Yield the page of decisions, in the order of time."""
    decisions = [record.value for record in writer.context.index.decisions.values()]
    yield writer.page(
        "reference/decisions.html.j2",
        lambda: _view(writer, decisions),
        title=writer.t("site.pages.beslut"),
        description=writer.t("decisions.lead"),
        sources=("content/decisions.yaml",),
        parent="",
        wide=True,
    )


def _view(writer: Writer, decisions: Sequence[Decision]) -> DecisionsView:
    table = timeline_table(writer, writer.t("decisions.in-short-caption"), decisions, plans=True) if decisions else None
    return DecisionsView(differences_of(writer), table, tuple(_years(writer, decisions)))


def _years(writer: Writer, decisions: Sequence[Decision]) -> Iterator[DecisionYear]:
    for year, found in groupby(decisions, key=year_of):
        heading = str(year) if year else writer.t("decisions.no-year")
        yield DecisionYear(
            heading,
            urls.anchor("ar", str(year or urls.anchor("okant"))),
            tuple(_line(writer, decision) for decision in found),
        )


def _line(writer: Writer, decision: Decision) -> DecisionLine:
    body = writer.context.index.targets["body", decision.body]
    return DecisionLine(
        id=urls.decision_anchor(decision.id),
        day=decision_day(writer, decision),
        title=decision.title,
        by=f"{body.name}, § {decision.paragraph}" if decision.paragraph else body.name,
        body=writer.link(body.address, body.name),
        paragraph=f"§ {decision.paragraph}" if decision.paragraph else "",
        diarienummer=decision.diarienummer or "",
        summary=writer.prose(decision.summary),
        plans=plan_links(writer, decision),
        revises=changed_plans(writer, decision),
        named_in=naming_plans(writer, decision),
        mentions=mentions(writer, "decision", decision.id),
        sources=source_lines(writer, decision.sources),
    )
