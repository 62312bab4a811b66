"""Addresses: no page stands in the way of another."""

from collections.abc import Iterator
from datetime import date

from site_builder import urls
from site_builder.diagnostic import Finding, Span
from site_builder.link import PlanIndex


def ensure_hand_written_pages_are_alone(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a hand-written page has an address that no other page has: one of the two would be lost."""
    taken = set(_made(index))
    for source in index.hand_written:
        address = urls.hand_written(source.path)
        if address in taken:
            yield Finding(Span(source.path), {"address": f"/{address}"})
        taken.add(address)


def _made(index: PlanIndex) -> Iterator[str]:
    """Yield the addresses of the pages that are made from YAML."""
    yield ""
    yield from (f"{name}/" for name in urls.SITE_PAGES)
    yield from (target.address.partition("#")[0] for (kind, _), target in index.targets.items() if kind != "page")
    for content in index.plans.values():
        plan = content.plan.value
        yield from (urls.area_list(plan), urls.measure_list(plan))
        yield from (urls.plan_page(plan, name) for name in urls.PLAN_PAGES)
