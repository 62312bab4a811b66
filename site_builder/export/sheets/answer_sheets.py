"""The follow-up as two sheets: what is known of every duty in every year, and every answer as it was given."""

from collections.abc import Iterator

from site_builder.export.plans.context import ExportContext
from site_builder.export.plans.follow_up import follow_up_standings
from site_builder.export.sheets.workbook import Cell, Column, Sheet
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.reports.given import Given, State, answers_in

ABOUT = (("plan", 24), ("number", 9), ("measure", 44), ("organization", 30), ("year", 8))
STATE = (*ABOUT, ("known", 34), ("answer", 30), ("named", 12))
ANSWERS = (
    *ABOUT,
    ("asked", 44),
    ("answer", 30),
    ("comment", 60),
    ("reservation", 34),
    ("corrected", 44),
    ("source", 34),
)


def answer_sheets(index: PlanIndex, strings: Strings) -> tuple[Sheet, ...]:
    """Return the two sheets; one without rows has its headings."""
    context = ExportContext(index)
    made = (("state", STATE, tuple(_states(context, strings))), ("answers", ANSWERS, tuple(_answers(context, strings))))
    return tuple(
        Sheet(
            name=strings(f"sheets.{kind}.name"),
            title=strings(f"sheets.{kind}.title"),
            lead=strings("sheets.see-about"),
            table=strings(f"sheets.{kind}.table"),
            alternative=strings(f"sheets.{kind}.alternative"),
            columns=tuple(Column(strings(f"sheets.{name}"), width) for name, width in columns),
            rows=rows,
            page=strings("form_sheets.page"),
        )
        for kind, columns, rows in made
    )


def _states(context: ExportContext, strings: Strings) -> Iterator[tuple[Cell, ...]]:
    reports = {record.value.id: record.value for record in context.index.follow_ups}
    for item in follow_up_standings(context):
        scale = reports[item.follow_up].scale if item.follow_up else ()
        answer = next((step.name for step in scale if step.id == item.value), "")
        if item.qualified:
            answer = strings("follow_up.qualified", label=answer)
        is_answered = item.known.value == State.ANSWERED.value
        known = strings(f"follow_up.states.{item.known.value.replace('_', '-')}.word") if not is_answered else ""
        about = _about(context.index, item.plan, item.number, item.organization or "", item.year)
        named = strings(f"sheets.{'yes' if item.named else 'no'}")
        yield (*about, known or strings("sheets.answered"), answer, named)


def _answers(context: ExportContext, strings: Strings) -> Iterator[tuple[Cell, ...]]:
    """Yield each answer as it was reported, and beside it the last correction of it, if there is one."""
    words = context.words
    for record in context.index.follow_ups:
        report = record.value
        for given in answers_in(record):
            plan, _, number = given.intervention.rpartition("/")
            asked = words.optional(given.answer.question or given.answer.statement)
            answer = given.reported.name if given.reported else strings("sheets.no-value")
            yield (
                *_about(context.index, plan, number, report.organization, report.year),
                asked,
                answer,
                words.optional(given.answer.comment),
                words.optional(given.reading),
                _corrected(context, given, strings),
                context.index.documents[report.document].value.title,
            )


def _corrected(context: ExportContext, given: Given, strings: Strings) -> str:
    if not given.corrections:
        return ""
    last = given.corrections[-1]
    value = given.step.name if given.step else strings("sheets.no-value")
    comment, reason = context.words.optional(last.comment) or "", context.words(last.reason)
    return strings("sheets.correction", day=last.date.isoformat(), value=value, comment=comment, reason=reason)


def _about(index: PlanIndex, plan: str, number: str, body: str, year: int) -> tuple[Cell, ...]:
    content = index.plans[plan]
    name = index.organizations[body].value.name if body else ""
    return content.plan.value.short_title, number, content.by_number[number].value.title, name, year
