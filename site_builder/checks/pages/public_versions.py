"""What is noted of versions that were public: nothing that cannot be, and in the order of time."""

from collections.abc import Iterator
from datetime import date

from schema.finished_site import PublicVersion
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex

FIELDS = ("public_from", "public_until")


def ensure_versions_begin_before_they_end(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no version was replaced before it became public. Two may have been public on one day."""
    for record in index.public_versions:
        first, last = record.value.public_from, record.value.public_until
        if first and last and last < first:
            values = {"first": first.isoformat(), "last": last.isoformat()}
            yield Finding(record.span("public_until"), values, (record.span("public_from"),))


def ensure_versions_have_been_public(index: PlanIndex, as_of: date) -> Iterator[Finding]:
    """Ensure that nothing is said to have been public, or replaced, on a day that has not been."""
    for record, field, day in _days(index):
        if day > as_of:
            yield Finding(record.span(field), {"day": day.isoformat()})


def ensure_versions_are_in_order(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that each version became public when those before it had been, and not while one of them still was.

    An address shows one version at a time. A version without a day may stand anywhere.
    """
    latest: tuple[Record[PublicVersion], str, date] | None = None
    for record, field, day in _days(index):
        if latest and day < latest[2] and latest[0] is not record:
            values = {"day": day.isoformat(), "before": latest[2].isoformat()}
            yield Finding(record.span(field), values, (latest[0].span(latest[1]),))
        if latest is None or day >= latest[2]:
            latest = record, field, day


def _days(index: PlanIndex) -> Iterator[tuple[Record[PublicVersion], str, date]]:
    """Yield the days that are noted, as they come in the list."""
    for record in index.public_versions:
        for field in FIELDS:
            if day := getattr(record.value, field):
                yield record, field, day
