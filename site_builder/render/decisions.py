"""The page of decisions, in time order."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.document import Decision
from site_builder.page import Page
from site_builder.render.context import RenderContext, Writer
from site_builder.render.decision_words import decision_day
from site_builder.render.markdown import Link
from site_builder.render.mentions import mentions
from site_builder.render.parts import SourceLine, differences_of, source_lines


@dataclass(frozen=True)
class DecisionLine:
    """A decision with all that the sources give."""

    id: str
    day: str
    title: str
    body: Link
    paragraph: str
    diarienummer: str
    summary: Markup
    mentions: tuple[Link, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class DecisionsView:
    """What the template of the decisions shows."""

    differences: tuple[Link, ...]
    decisions: tuple[DecisionLine, ...]


def decision_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the page of decisions: the oldest first, those without a day last."""
    writer = context.at("beslut/")
    decisions = sorted((record.value for record in context.index.decisions.values()), key=_in_time)
    yield writer.page(
        "decisions.md.j2",
        DecisionsView(differences_of(writer), tuple(_line(writer, decision) for decision in decisions)),
        title=writer.t("site.pages.beslut"),
        description=writer.t("decisions.lead"),
        sources=("content/decisions.yaml",),
        parent="",
    )


def _in_time(decision: Decision) -> tuple[str, str]:
    day = decision.date.isoformat() if decision.date else f"{decision.year or 9999}-99"
    return day, decision.id


def _line(writer: Writer, decision: Decision) -> DecisionLine:
    body = writer.context.index.targets["body", decision.body]
    return DecisionLine(
        id=f"b-{decision.id}",
        day=decision_day(writer, decision),
        title=decision.title,
        body=writer.link(body.address, body.name),
        paragraph=f"§ {decision.paragraph}" if decision.paragraph else "",
        diarienummer=decision.diarienummer or "",
        summary=writer.prose(decision.summary),
        mentions=mentions(writer, "decision", decision.id),
        sources=source_lines(writer, decision.sources),
    )
