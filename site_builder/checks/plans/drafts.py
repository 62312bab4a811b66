"""The way from draft to decision hangs together."""

from collections.abc import Iterator
from datetime import date
from math import inf

from schema.background import Draft
from schema.choices import Outcome
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex

# How many measures of the decided plan a draft with each outcome can have become.
BECAME: dict[Outcome, tuple[int, float]] = {
    Outcome.KEPT: (1, 1),
    Outcome.MOVED: (1, 1),
    Outcome.SPLIT: (2, inf),
    Outcome.MERGED: (1, inf),
    Outcome.NEW: (1, inf),
    Outcome.REMOVED: (0, 0),
    Outcome.UNKNOWN: (0, 0),
}


def ensure_outcomes_fit_what_became(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a draft became as many measures as its outcome says: one that was removed became none."""
    for record in _drafts(index):
        least, most = BECAME[record.value.outcome]
        count = len(record.value.became)
        if not least <= count <= most:
            values = {"outcome": record.value.outcome.value, "count": str(count)}
            yield Finding(record.span("outcome"), values, (record.key_span("became"),) if count else ())


def ensure_drafts_continue_earlier_ones(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a draft comes from one of an earlier version. Versions may be known to the year or month alone."""
    for content in index.plans.values():
        by_id = {record.value.id: record for record in content.drafts}
        for record in content.drafts:
            for position, identity in enumerate(record.value.continues):
                origin = by_id.get(identity)
                if origin and origin is not record and not _may_come_before(origin.value, record.value):
                    values = {"name": origin.value.id, "origin": origin.value.version, "version": record.value.version}
                    yield Finding(record.span("continues", position), values, (origin.span("version"),))


def _drafts(index: PlanIndex) -> Iterator[Record[Draft]]:
    return (record for content in index.plans.values() for record in content.drafts)


def _may_come_before(origin: Draft, draft: Draft) -> bool:
    known = min(len(origin.version), len(draft.version))
    first, second = origin.version[:known], draft.version[:known]
    return first < second or (first == second and origin.version != draft.version)
