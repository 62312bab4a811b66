"""A lock that was set holds: what an earlier revision had locked says the same now, under the same lock.

A report alone cannot tell that its lock was taken away or made anew; only what it was before can.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from schema.follow_up import FollowUp
from site_builder.foundation.diagnostic import Diagnostic, Span, error
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex
from site_builder.reading.bare_yaml import bare_data


class LockedBefore(Struct, frozen=True):
    """A report as it was locked: its id, its file, its lock, and the plan that it named, if it did."""

    id: str
    path: str
    lock: str
    plan: str


def locked_in(versions: Iterable[tuple[str, str]]) -> Iterator[LockedBefore]:
    """Yield the locked reports among the versions of files, each a path and a text. What is no YAML has no lock."""
    for path, text in versions:
        data = bare_data(text)
        if isinstance(data, Mapping) and (lock := str(data.get("lock", "") or "")):
            yield LockedBefore(str(data.get("id", "")), path, lock, str(data.get("plan", "") or ""))


def broken_locks(index: PlanIndex, before: Iterable[LockedBefore]) -> Iterator[Diagnostic]:
    """Yield what has become of a locked report that may not: it is gone, or has no lock, or another one.

    That a report says what its own lock says, is another check's business.
    """
    reports = {}
    for _, record in index.records:
        if isinstance(record.value, FollowUp):
            reports[record.value.id] = Record(record.value, record.source, record.at)
    for locked in dict.fromkeys(before):
        if now := reports.get(locked.id):
            yield from _compared(locked, now)
        elif not index.targets.get_known("follow_up", locked.id):  # of a broken file its own faults are told
            yield error("locked-report-removed", Span(locked.path), id=locked.id)


def _compared(locked: LockedBefore, record: Record[FollowUp]) -> Iterator[Diagnostic]:
    report = record.value
    if not report.lock:
        yield error("lock-removed", record.span("id"), id=report.id, lock=locked.lock)
    elif report.lock != locked.lock:
        yield error("lock-changed", record.span("lock"), id=report.id, lock=locked.lock)
    elif locked.plan and report.plan != locked.plan:
        yield error("locked-plan-changed", record.span("plan"), id=report.id, plan=locked.plan)
