"""What the page of a plan's background tells: consultations, what measures cost, and assignments beside the plan."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from schema.background import Background, Consultation
from site_builder.foundation.language.phrases import capital, figure, long_date, version_words
from site_builder.foundation.plain_text import one_line
from site_builder.meaning import urls
from site_builder.meaning.lifetime import Holds
from site_builder.meaning.link import PlanIndex
from site_builder.render.background.drafts import source_cell
from site_builder.render.links import Link
from site_builder.render.plan.plan import SectionLine, section_lines
from site_builder.render.shared.decision_words import decision_link
from site_builder.render.shared.parts import SourceLine, intervention_link, source_lines
from site_builder.render.shared.table import Cell, Table, simple, text
from site_builder.render.writer import PlanWriter, Writer


class ConsultationLines(Struct, frozen=True):
    """A draft of the plan that was sent out; what the sources do not tell is empty."""

    id: str
    title: str
    version: str
    decision: Link | None
    asked: tuple[Link, ...]
    answer_by: str
    answers: str
    text: Markup
    sections: tuple[SectionLine, ...]
    sources: tuple[SourceLine, ...]


class AssignmentLines(Struct, frozen=True):
    """An assignment beside the plan."""

    id: str
    title: str
    text: Markup
    bodies: tuple[Link, ...]
    diarienummer: str
    decisions: tuple[Link, ...]
    sources: tuple[SourceLine, ...]


def consultation_lines(writer: Writer, background: Background) -> Iterator[ConsultationLines]:
    """Yield the consultations in their own order."""
    for item in background.consultations:
        yield ConsultationLines(
            id=item.id,
            title=item.title,
            version=version_words(item.version),
            decision=_decisions(writer, [item.decision])[0] if item.decision else None,
            asked=_bodies(writer, item.asked),
            answer_by=long_date(item.answer_by) if item.answer_by else "",
            answers=_answers(writer, item),
            text=writer.prose(item.text),
            sections=section_lines(writer, item.sections),
            sources=source_lines(writer, item.sources),
        )


def assignment_lines(writer: Writer, background: Background) -> Iterator[AssignmentLines]:
    """Yield the assignments beside the plan in their own order."""
    for item in background.assignments:
        yield AssignmentLines(
            id=item.id,
            title=item.title,
            text=writer.prose(item.text),
            bodies=_bodies(writer, item.bodies),
            diarienummer=", ".join(item.diarienummer),
            decisions=_decisions(writer, item.decisions),
            sources=source_lines(writer, item.sources),
        )


def cost_table(writer: PlanWriter) -> Table | None:
    """Return what measures are thought to cost, where any source says so."""
    rows = tuple(_cost_rows(writer))
    if not rows:
        return None
    noun = writer.plan.terms.measure
    columns = (capital(noun.indefinite), *(writer.t(f"background.columns.{name}") for name in _COST_COLUMNS))
    return simple(urls.table("kostnader"), writer.t("background.costs-caption", measures=noun.plural), columns, rows)


_COST_COLUMNS = ("amount", "cost", "sources")


def _cost_rows(writer: PlanWriter) -> Iterator[tuple[Cell, ...]]:
    for intervention in (record.value for record in writer.content.interventions):
        if cost := intervention.cost:
            yield (
                text(intervention_link(writer, intervention)),
                text(figure(cost.sek_per_year), css="count"),
                text(one_line(cost.text, writer.name)),
                source_cell(source_lines(writer, cost.sources)),
            )


def _answers(writer: Writer, item: Consultation) -> str:
    """Return how many answered of how many asked, as far as that is known."""
    if item.answers is None:
        return ""
    index, asked = writer.context.index, set[str]()
    for name in item.asked:
        if name in index.groups and index.groups[name].value.member_kinds:
            return writer.t("background.answers-alone", n=item.answers)
        asked |= _members(index, name, int(item.version[:4]))
    return writer.t("background.answers-of", n=item.answers, total=len(asked))


def _members(index: PlanIndex, name: str, year: int) -> set[str]:
    """Return a body, or those who were in a group in a year."""
    if name not in index.memberships:
        return {name}
    found = (item for item in index.memberships[name] if item.lifetime.during(year) is not Holds.NO)
    return {item.organization for item in found}


def _bodies(writer: Writer, names: Sequence[str]) -> tuple[Link, ...]:
    targets = (writer.context.index.targets["body", name] for name in names)
    return tuple(writer.link(target.address, target.name) for target in targets)


def _decisions(writer: Writer, names: Sequence[str]) -> tuple[Link, ...]:
    return tuple(decision_link(writer, writer.context.index.decisions[name].value) for name in names)
