"""The form that a body answers in: a row for each measure in which it had a duty in the year."""

from collections.abc import Iterator

from schema.plan import Plan
from site_builder.editing.form_sheets.form import Form, FormRow, Step
from site_builder.foundation.language.phrases import enumeration
from site_builder.foundation.strings import Strings
from site_builder.meaning.duty import Duty
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.period import period
from site_builder.meaning.reports.year_duties import YearDuties

KIND = "follow-up"
OPEN = 2  # the answer and the comment
HEADINGS = ("plan", "number", "measure", "duty", "answer", "comment")


def follow_up_form(index: PlanIndex, body: str, year: int, steps: tuple[Step, ...], strings: Strings) -> Form:
    """Return the form of a body and a year on a scale. It has no rows if the body had no duty in the year."""
    return Form(
        kind=KIND,
        facts={"organization": body, "year": str(year)},
        sheet=strings("form_sheets.follow-up.sheet"),
        headings=tuple(strings(f"form_sheets.follow-up.headings.{name}") for name in HEADINGS),
        rows=tuple(_rows(index, body, year, strings)),
        steps=steps,
    )


def _rows(index: PlanIndex, body: str, year: int, strings: Strings) -> Iterator[FormRow]:
    """Yield the measures, plan by plan. An answer is about a measure, so all that the body does in it is one row.

    Sources seldom say when a duty begins: it is asked about in its decided plan's own years.
    """
    duties: dict[tuple[str, str], list[Duty]] = {}
    for duty in YearDuties(index, year).duties:
        if duty.organization == body:
            duties.setdefault((duty.plan, duty.intervention.number), []).append(duty)
    then = {plan: content for plan, content in index.plans.items() if _was_in_force(content.plan.value, year)}
    for plan, content in then.items():
        for record in content.interventions:
            number = record.value.number
            if found := duties.get((plan, number)):
                words = "; ".join(dict.fromkeys(_words(index, duty, strings) for duty in found))
                yield FormRow(f"{plan}/{number}", (content.plan.value.short_title, number, record.value.title, words))


def _was_in_force(plan: Plan, year: int) -> bool:
    years = period(plan)
    return not plan.proposal and years.first_day.year <= year <= years.last_day.year


def _words(index: PlanIndex, duty: Duty, strings: Strings) -> str:
    verb = strings(f"site.roles.{duty.role}.verb")
    if duty.via:
        verb = strings("matrix.via", verb=verb, groups=enumeration([index.groups[duty.via].value.name]))
    return f"{verb} ({duty.scope})" if duty.scope else verb
