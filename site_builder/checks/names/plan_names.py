"""Outside the folders of plans, what is inside a plan is named with its plan: else what it means would change."""

from collections.abc import Iterator
from datetime import date

from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.inline import with_plan, word_of
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.references import Reference


def ensure_plans_are_named(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a number outside the plans says its plan, or that its file does: else nobody knows which is meant."""
    for reference in index.references:
        if reference.lacks_plan:
            yield Finding(
                reference.span, {"name": reference.written or reference.name, "mend": _mend(index, reference)}
            )


def _mend(index: PlanIndex, reference: Reference) -> str:
    """Return what to write instead: with the current plan if the thing is there, else with any that has it."""
    has_it = (plan for plan in index.plans if (reference.kind, f"{plan}/{reference.name}") in index.targets)
    plan = min(has_it, key=lambda plan: plan != reference.plan, default=reference.plan)
    if not reference.written:
        word = word_of(reference.kind)
        return f"{word}:{plan}/{reference.name}" if word else f"{plan}/{reference.name}"
    target, bar, label = reference.written[2:-2].partition("|")
    return f"[[{with_plan(target, plan)}{bar}{label}]]"
