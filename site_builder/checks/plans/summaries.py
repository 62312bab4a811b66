"""Summaries: of which plan, as of when, and whether they tell of all of it."""

from collections.abc import Iterator
from datetime import date

from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.inline import parse_target
from site_builder.foundation.language.phrases import long_date
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.meaning.succession import revisions_of


def ensure_summaries_are_of_the_current_plan(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that what every page leads to is about the plan that the start page shows."""
    current = str(index.site.value.current_plan) if index.site else ""
    for record in index.summaries:
        if current in index.plans and record.value.plan != current and record.value.plan in index.plans:
            yield Finding(record.span("plan"), {"plan": record.value.plan, "current": current})


def ensure_summaries_are_later_than_what_was_decided(index: PlanIndex, as_of: date) -> Iterator[Finding]:
    """Ensure that a summary was held against its plan after the last decision that made or changed the plan."""
    for record in index.summaries:
        content = index.plans.get(record.value.plan)
        days = [day for day in _decided(index, content) if day <= as_of] if content else []
        if days and record.value.as_of < max(days):
            values = {"as_of": long_date(record.value.as_of), "decided": long_date(max(days))}
            yield Finding(record.span("as_of"), values)


def ensure_summaries_tell_of_every_area(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no area of the plan is left out: a summary is of the whole."""
    for record in index.summaries:
        plan = record.value.plan
        told = {parse_target(section.about) for section in record.value.sections if section.about}
        for area in index.plans[plan].areas if plan in index.plans else ():
            if ("area", f"{plan}/{area.value.number}") not in told:
                yield Finding(record.span("sections"), {"area": area.value.number, "title": area.value.title or ""})


def _decided(index: PlanIndex, content: PlanContent) -> tuple[date, ...]:
    """Return the days of the decisions that made a plan and that changed it, as far as they are known."""
    first = index.decisions.get(content.plan.value.decision or "")
    decisions = (*([first.value] if first else ()), *revisions_of(index, content))
    return tuple(decision.date for decision in decisions if decision.date)
