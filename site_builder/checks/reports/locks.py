"""What has been reported is not edited: a report is locked when it is finished, and then only corrected."""

from collections.abc import Iterator
from datetime import date

from schema.follow_up import FollowUp
from site_builder.checks.reports.follow_ups import reports
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.reports.fingerprint import fingerprint, is_locked_as


def ensure_locked_reports_are_not_edited(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a locked report says what it said when it was locked. The right lock is told to nobody."""
    for record in _as_written(index):
        if record.value.lock and not is_locked_as(record.value, record.value.lock):
            yield Finding(record.span("lock"), {"id": record.value.id})


def ensure_finished_reports_are_locked(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that whoever writes a report is told how it is locked when it is finished."""
    for record in _as_written(index):
        if not record.value.lock:
            yield Finding(record.span("id"), {"id": record.value.id, "lock": fingerprint(record.value)})


def ensure_corrections_correct_an_answer(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that what is corrected is in the report: the reader sees the correction beside the answer."""
    for record in reports(index):
        answered = {answer.measure for answer in record.value.answers}
        for position, correction in enumerate(record.value.corrections):
            if correction.measure not in answered and index.targets.get_known("intervention", correction.measure):
                yield Finding(record.span("corrections", position, "measure"), {"measure": correction.measure})


def ensure_corrections_come_after_the_answer(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a correction is not dated before the year that the report is about."""
    for record in reports(index):
        for position, correction in enumerate(record.value.corrections):
            if correction.date.year < record.value.year:
                values = {"date": correction.date.isoformat(), "year": str(record.value.year)}
                yield Finding(record.span("corrections", position, "date"), values, (record.span("year"),))


def _as_written(index: PlanIndex) -> Iterator[Record[FollowUp]]:
    """Yield the reports as they are written: the lock is of the words, not of what they have been found to mean."""
    for _, record in index.records:
        if isinstance(record.value, FollowUp):
            yield Record(record.value, record.source, record.at)
