"""What may be answered: by whom, about what, when, once, and on which scale."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from msgspec.structs import replace

from schema.choices import Standing
from schema.follow_up import Answer, Correction, FollowUp
from site_builder.checks.names.telling_ids import is_named_after_another
from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.language.likeness import nearest
from site_builder.foundation.source import KeyPath, Record
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.period import period
from site_builder.meaning.reports.answers import Answers
from site_builder.meaning.reports.given import State, answers_in


def ensure_answers_come_from_those_with_a_duty(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that who answers about a measure has a duty in it, alone or in a group.

    Of a measure whose responsible bodies are unknown, or are not all understood, nobody can tell.
    """
    answers = Answers(index)
    for record in reports(index):
        if not is_named_after_another(index, record):  # which is told there, and puts every answer wrong
            found = list(_alien_answers(index, answers, record))
            if len(found) > 1 and len(found) == len(record.value.answers):
                others = tuple(item.span for item in found)
                found = [replace(found[0], span=record.span("organization"), related=others)]
            yield from found


def _alien_answers(index: PlanIndex, answers: Answers, record: Record[FollowUp]) -> Iterator[Finding]:
    body, year = record.value.organization, record.value.year
    for position, given in enumerate(answers_in(record)):
        measure = given.intervention
        alien = answers.is_duty_known(measure, year) and body not in answers.concerned(measure, year)
        if alien and body in index.organizations and (duty := _known_duty(index, measure)):
            name = index.organizations[body].value.name
            values = {"name": name, "measure": _title(index, measure), "year": str(year)}
            yield Finding(record.span("answers", position, "measure"), values, (duty,))


def ensure_values_are_on_the_scale(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every value is a step of the report's own scale: another scale's steps mean something else."""
    for record in reports(index):
        steps = [step.id for step in record.value.scale]
        for keys, given in _given(record):
            if given.value and given.value not in steps:
                near = nearest(given.value, steps) or ""
                values = {"value": given.value, "known": ", ".join(steps), "suggestion": near}
                yield Finding(record.span(*keys, "value"), values, (record.key_span("scale"),))


def ensure_reports_are_about_a_year_of_the_plan(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a report is about a year in which the plan that it answers for was valid."""
    for record in reports(index):
        year, interventions = (
            record.value.year,
            (given.intervention for given in answers_in(record)),
        )
        for identity in dict.fromkeys(intervention.partition("/")[0] for intervention in interventions):
            plan = index.plans[identity].plan if identity in index.plans else None
            if plan and (valid := period(plan.value)).is_possible:
                first, last = valid.first_day.year, valid.last_day.year
                if not first <= year <= last:
                    values = {"year": str(year), "plan": plan.value.short_title, "period": _period(first, last)}
                    yield Finding(record.span("year"), values, (plan.span("valid_from"), plan.span("valid_to")))


def ensure_questions_are_answered_once(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a body answers once about a measure and a period: of two answers nobody knows which one holds."""
    seen: dict[tuple[str, int, int | None, str], Span] = {}
    for record in sorted(reports(index), key=lambda item: (not item.value.lock, item.source.path)):
        report = record.value
        for position, given in enumerate(answers_in(record)):
            span = record.span("answers", position, "measure")
            first = seen.setdefault((report.organization, report.year, report.month, given.intervention), span)
            if first is not span:
                yield Finding(span, {"measure": _title(index, given.intervention)}, (first,))


def ensure_all_but_yes_is_explained(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that an answer that is not fully yes has a comment: the reader wants to know why, and what then."""
    for record in reports(index):
        steps = {step.id: step for step in record.value.scale}
        for keys, given in _given(record):
            step = steps.get(given.value or "")
            if step and step.standing is not Standing.YES and not given.comment:
                yield Finding(record.span(*keys, "value"), {"value": step.name})


def ensure_readings_qualify_a_yes(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a reservation is read out of a yes in the same report: nothing else can be qualified."""
    for record in reports(index):
        yes = {step.id for step in record.value.scale if step.standing is Standing.YES}
        affirmed = {item.intervention for item in answers_in(record) if item.answer.value in yes}
        for position, reading in enumerate(record.value.readings):
            if reading.measure not in affirmed and index.targets.get_known("intervention", reading.measure):
                yield Finding(record.span("readings", position, "measure"), {"measure": reading.measure})


def ensure_nobody_with_an_answer_is_said_to_lack_it(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that nobody is said not to have answered what there is an answer to: that would be an accusation."""
    answers = Answers(index)
    for record in reports(index):
        for position, item in enumerate(record.value.unanswered):
            for place, intervention in enumerate(item.measures):
                if answers.known(intervention, item.organization, record.value.year).state is State.ANSWERED:
                    values = {"measure": _title(index, intervention)}
                    yield Finding(record.span("unanswered", position, "measures", place), values)


def reports(index: PlanIndex) -> Iterator[Record[FollowUp]]:
    """Yield the follow-up reports."""
    return iter(index.follow_ups)


def _given(record: Record[FollowUp]) -> Iterator[tuple[KeyPath, Answer | Correction]]:
    """Yield what is answered and what it is corrected to, each with the keys that lead to it."""
    answers = ((("answers", number), item) for number, item in enumerate(record.value.answers))
    corrections = ((("corrections", number), item) for number, item in enumerate(record.value.corrections))
    return chain(answers, corrections)


def _period(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _known_duty(index: PlanIndex, measure: str) -> Span | None:
    """Return where it stands who has the duty, None where a body in it is missing, broken or unknown."""
    plan, _, number = measure.partition("/")
    record = index.plans[plan].by_number[number]
    known = {*index.organizations, *index.groups}
    told = all(item.bodies and known.issuperset(item.bodies) for item in record.value.responsibilities)
    return record.key_span("responsibilities") if told else None


def _title(index: PlanIndex, measure: str) -> str:
    target = index.targets.get(("intervention", measure))
    return (target.title if target else "") or measure.partition("/")[2]
