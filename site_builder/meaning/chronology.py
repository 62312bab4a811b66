"""The order of time: of decisions, some of which have no day, and of reports."""

from schema.document import Decision
from schema.follow_up import FollowUp
from site_builder.foundation.source import Record


def time_order(decision: Decision) -> tuple[int, str, str]:
    """Return a key for the order of time: a year alone before its days, what has no time last."""
    year = decision.date.year if decision.date else decision.year
    return year or 9999, str(decision.date or ""), decision.id


def latest_first(record: Record[FollowUp]) -> tuple[int, int, str]:
    """Return a key that sorts reports with the latest first; one without a month stands for its whole year."""
    return -record.value.year, -(record.value.month or 12), record.value.id
