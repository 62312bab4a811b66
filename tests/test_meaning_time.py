"""What time does: to the order of decisions and reports, to a plan's period, and to a report that is locked."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from schema.document import Decision
from schema.follow_up import FollowUp
from site_builder.meaning.chronology import latest_first, time_order
from site_builder.meaning.link import PlanIndex, link
from site_builder.meaning.period import Period, is_over, period
from site_builder.meaning.reports.fingerprint import fingerprint, is_locked_as
from site_builder.reading.load import load
from tests.miniature import texts


@pytest.fixture
def index() -> PlanIndex:
    return link(load(texts()))


def test_a_decision_stands_where_its_time_is_known_to_be(index: PlanIndex) -> None:
    """A year alone comes before its days, what has no time last, and what is alike by its id."""
    model = next(iter(index.decisions.values())).value

    def made(identity: str, day: date | None = None, year: int | None = None) -> Decision:
        return model.model_copy(update={"id": identity, "date": day, "year": year})

    first, second, third = made("b", year=2022), made("a", date(2022, 1, 3)), made("c", date(2022, 1, 3))
    later, never = made("a", year=2023), made("0")
    assert sorted([never, later, third, second, first], key=time_order) == [first, second, third, later, never]


def test_the_latest_report_comes_first(index: PlanIndex) -> None:
    """One without a month stands for its whole year: as late as its December."""
    record = index.follow_ups[0]

    def sorted_ids(*given: tuple[str, int, int | None]) -> list[str]:
        facts = ({"id": identity, "year": year, "month": month} for identity, year, month in given)
        made = [replace(record, value=record.value.model_copy(update=item)) for item in facts]
        return [item.value.id for item in sorted(made, key=latest_first)]

    given = (("old", 2023, 12), ("spring", 2024, 3), ("b", 2024, None), ("a", 2024, 12), ("autumn", 2024, 11))
    assert sorted_ids(*given) == ["a", "b", "autumn", "spring", "old"]


def test_a_plan_is_over_the_day_after_its_last(index: PlanIndex) -> None:
    """Days as they are given; a first year from its first day, a last one to its last."""
    plan = index.plans["ungdomsplan-2023-2026"].plan.value
    days = plan.model_copy(update={"valid_from": date(2023, 2, 3), "valid_to": date(2026, 3, 4)})
    assert period(days) == Period(date(2023, 2, 3), date(2026, 3, 4))
    years = plan.model_copy(update={"valid_from": 2023, "valid_to": 2026})
    assert period(years) == Period(date(2023, 1, 1), date(2026, 12, 31))
    assert period(years).first_day_after == date(2027, 1, 1)
    assert not is_over(years, date(2026, 12, 31))
    assert is_over(years, date(2027, 1, 1))


def test_the_fingerprint_is_of_what_was_reported() -> None:
    """The lock and what may be added afterwards do not count; every word of the report does. It must never change."""
    values = (entry.record.value for entry in load(texts()).entries if entry.record)
    report = next(value for value in values if isinstance(value, FollowUp) and value.lock)
    assert report.lock
    assert is_locked_as(report, report.lock)

    def changed(**fields: Any) -> FollowUp:
        return report.model_copy(update=fields)

    assert is_locked_as(changed(lock=None, corrections=()), report.lock)
    assert not is_locked_as(changed(answered_by=None if report.answered_by else "X"), report.lock)
    assert fingerprint(changed(title="Å")) != fingerprint(changed(title="Ä"))
