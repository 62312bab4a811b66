"""One plan after another: what is only proposed is never taken for decided, and what became of measures adds up."""

from collections.abc import Iterator
from datetime import date

from schema.choices import Continuation
from site_builder.foundation.diagnostic import Finding
from site_builder.meaning.link import PlanContent, PlanIndex

NEEDED = ("document", "sections", "sources")


def ensure_decided_plans_are_whole(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that only a proposal lacks a document, sections or sources: a reader must be able to trace a plan."""
    for content in index.plans.values():
        plan = content.plan
        for name in NEEDED:
            if not plan.value.proposal and not getattr(plan.value, name):
                yield Finding(plan.span("id"), {"field": name})


def ensure_proposals_are_undecided(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a plan is not both proposed and decided: the pages would say two things."""
    for content in index.plans.values():
        plan = content.plan
        if plan.value.proposal and plan.value.decision:
            yield Finding(plan.key_span("proposal"), {"decision": plan.value.decision}, (plan.span("decision"),))


def ensure_current_plan_is_decided(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that the start page does not show a proposal: what is not decided is not what the city shall do."""
    if index.site and (content := index.plans.get(index.site.value.current_plan)) and content.plan.value.proposal:
        values = {"plan": content.plan.value.short_title, "id": content.plan.value.id}
        yield Finding(index.site.span("current_plan"), values, (content.plan.key_span("proposal"),))


def ensure_plans_do_not_replace_themselves(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no plan comes after itself, at once or by way of others."""
    before = {name: tuple(map(str, content.plan.value.replaces)) for name, content in index.plans.items()}
    for name, content in index.plans.items():
        waiting, seen = list(before[name]), set[str]()
        while waiting:
            seen.add(other := waiting.pop())
            waiting += [item for item in before.get(other, ()) if item not in seen]
        if name in seen:
            yield Finding(content.plan.span("replaces"), {"name": name})


def ensure_measures_succeed_those_before(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a measure comes from one of a plan that its own plan comes after."""
    for content in index.plans.values():
        before = set(content.plan.value.replaces)
        for position, item in enumerate(content.plan.value.dropped):
            if item.measure.partition("/")[0] not in before:
                yield Finding(content.plan.span("dropped", position, "measure"), {"name": item.measure})
        for record in content.interventions:
            for position, succeeds in enumerate(record.value.succeeds):
                if succeeds.measure and succeeds.measure.partition("/")[0] not in before:
                    yield Finding(record.span("succeeds", position, "measure"), {"name": succeeds.measure})


def ensure_succession_adds_up(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that what is new has nothing before it, all else has, and nothing that goes on is said to be gone."""
    for content in index.plans.values():
        yield from _of_measures(content)
        told = _succeeded(content)
        for position, item in enumerate(content.plan.value.dropped):
            if item.measure in told:
                yield Finding(content.plan.span("dropped", position, "measure"), {"name": item.measure})


def _of_measures(content: PlanContent) -> Iterator[Finding]:
    for record in content.interventions:
        for position, item in enumerate(record.value.succeeds):
            is_new = item.kind is Continuation.NEW
            if is_new == bool(item.measure) or (is_new and len(record.value.succeeds) > 1):
                yield Finding(record.span("succeeds", position, "kind"), {"name": record.value.number})


def _succeeded(content: PlanContent) -> set[str]:
    """Return what the measures continue: it is of a plan before, and written with it."""
    return {str(item.measure) for record in content.interventions for item in record.value.succeeds if item.measure}
