"""`withdraw`: a measure ends on a day, by a decision. Its file, its number and its page stay."""

from datetime import date

from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.editing.values import with_value


def withdraw(desk: Desk, key: tuple[str, str], decision: str, last_day: date) -> Proposal:
    """Say of a measure, given as its plan and number, which day is its last and which decision ends it."""
    plan, number = key
    record = desk.index.plans[plan].by_number.get(number)
    if record is None:
        raise Refusal("no-measure", number=number, plan=plan)
    if record.value.valid_to or record.value.ended_by:
        raise Refusal("withdrawn-already", number=number, path=record.source.path)
    if decision not in desk.index.decisions:
        raise Refusal("no-decision", id=decision)
    source = with_value(desk.source(record.source.path), ("valid_to",), last_day)
    desk.put(with_value(source, ("ended_by",), decision))
    return desk.proposal()
