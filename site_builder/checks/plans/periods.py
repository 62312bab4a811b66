"""What time does to a plan, and whether its dates agree with each other."""

from collections.abc import Iterator
from datetime import date

from schema.document import Decision
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.meaning.period import is_over, period


def ensure_plan_is_current(index: PlanIndex, as_of: date) -> Iterator[Finding]:
    """Ensure that whoever looks after the site knows when a plan's period is over: its pages say so from that day."""
    for content in index.plans.values():
        plan = content.plan.value
        if is_over(plan, as_of) and period(plan).is_possible:
            values = {"plan": plan.short_title, "date": str(plan.valid_to)}
            yield Finding(content.plan.span("valid_to"), values)


def ensure_periods_begin_before_they_end(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a plan's first day is not after its last: such a plan would never be valid."""
    for content in index.plans.values():
        plan = content.plan
        if not period(plan.value).is_possible:
            values = {"first": str(plan.value.valid_from), "last": str(plan.value.valid_to)}
            yield Finding(plan.span("valid_to"), values, (plan.span("valid_from"),))


def ensure_plans_are_decided_in_time(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a plan was decided before it ended. Plans are often decided some time after they begin."""
    for content, decision, field in late_decisions(index):
        decided = str(getattr(decision.value, field))
        values = {"decided": decided, "last": str(content.plan.value.valid_to)}
        yield Finding(decision.span(field), values, (content.plan.span("valid_to"),))


def late_decisions(index: PlanIndex) -> Iterator[tuple[PlanContent, Record[Decision], str]]:
    """Yield the plans that were decided after they had ended, the decisions, and the fields that say so."""
    for content, decision in _decided(index):
        valid, decided = period(content.plan.value), decision.value
        if valid.is_possible and decided.date and decided.date > valid.last_day:
            yield content, decision, "date"
        elif valid.is_possible and decided.year and decided.year > valid.last_day.year:
            yield content, decision, "year"


def ensure_plan_decisions_are_dated(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that one knows when a plan was decided. Of other decisions a source may say no more than that they are."""
    for content, decision in _decided(index):
        if not decision.value.date and not decision.value.year:
            yield Finding(decision.span("id"), {"plan": content.plan.value.short_title})


def ensure_dates_and_years_agree(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a decision's date lies in its year, where both are given."""
    for record in index.decisions.values():
        decided = record.value
        if decided.date and decided.year and decided.date.year != decided.year:
            values = {"date": decided.date.isoformat(), "year": str(decided.year)}
            yield Finding(record.span("year"), values, (record.span("date"),))


def _decided(index: PlanIndex) -> Iterator[tuple[PlanContent, Record[Decision]]]:
    for content in index.plans.values():
        if decision := index.decisions.get(content.plan.value.decision or ""):
            yield content, decision
