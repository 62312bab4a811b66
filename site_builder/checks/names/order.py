"""What stands in an order of its own has each place once."""

from collections.abc import Iterator, Sequence
from datetime import date

from schema.indicator import Indicator
from schema.plan import StartingPoint
from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex


def ensure_places_are_used_once(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no two indicators or starting points of a plan have the same place: chance would order them."""
    for content in index.plans.values():
        yield from _equal(content.indicators)
        yield from _equal(content.starting_points)


def _equal(records: Sequence[Record[Indicator]] | Sequence[Record[StartingPoint]]) -> Iterator[Finding]:
    first: dict[int, Span] = {}
    for record in records:
        span = record.span("order")
        earlier = first.setdefault(record.value.order, span)
        if earlier is not span:
            yield Finding(span, {"order": str(record.value.order)}, (earlier,))
