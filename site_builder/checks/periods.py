"""What time does to a plan, and whether its dates agree with each other."""

from collections.abc import Iterator
from datetime import date

from site_builder.diagnostic import Finding
from site_builder.link import PlanIndex
from site_builder.progress import is_over


def ensure_plan_is_current(index: PlanIndex, as_of: date) -> Iterator[Finding]:
    """Ensure that whoever looks after the site knows when a plan's period is over: its pages say so from that day."""
    for content in index.plans.values():
        if is_over(content.plan.value, as_of):
            yield Finding(content.plan.span("valid_to"), {"plan": content.plan.value.short_title})
