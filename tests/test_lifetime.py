"""Whether something held on a day or in a year, and what follows of it for duties, groups and what replaced what."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.meaning.lifetime import ALWAYS, Holds, Lifetime
from site_builder.meaning.link import PlanIndex, link
from site_builder.meaning.reports.answers import Answers
from site_builder.meaning.reports.given import State
from site_builder.meaning.succession import Manner
from site_builder.reading.load import load
from tests.cases import replaced_once
from tests.changed_town import DECISION, YOUTH, changed_town
from tests.miniature import texts

BEFORE, AFTER = date(2025, 12, 31), date(2026, 1, 1)
LIMITS = st.none() | st.integers(2000, 2040) | st.dates(date(2000, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("lifetime", "day", "expected"),
    [
        (ALWAYS, AFTER, Holds.YES),
        (Lifetime(AFTER), BEFORE, Holds.NO),
        (Lifetime(AFTER), AFTER, Holds.YES),
        (Lifetime(ends=BEFORE), BEFORE, Holds.YES),
        (Lifetime(ends=BEFORE), AFTER, Holds.NO),
        (Lifetime(2026), BEFORE, Holds.NO),
        (Lifetime(2026), AFTER, Holds.PARTLY),
        (Lifetime(2026), date(2026, 12, 31), Holds.YES),
        (Lifetime(2026), date(2027, 1, 1), Holds.YES),
        (Lifetime(ends=2025), date(2025, 1, 1), Holds.YES),
        (Lifetime(ends=2025), BEFORE, Holds.PARTLY),
        (Lifetime(ends=2025), AFTER, Holds.NO),
        (Lifetime(AFTER, BEFORE), AFTER, Holds.NO),
    ],
)
def test_on_a_day_a_year_is_no_day(lifetime: Lifetime, day: date, expected: Holds) -> None:
    """With a day it is yes or no; in a year of which no more is known it may be."""
    assert lifetime.on(day) is expected


@pytest.mark.parametrize(
    ("lifetime", "expected"),
    [
        (ALWAYS, Holds.YES),
        (Lifetime(2024), Holds.PARTLY),
        (Lifetime(2023), Holds.YES),
        (Lifetime(2025), Holds.NO),
        (Lifetime(date(2024, 1, 1), date(2024, 12, 31)), Holds.YES),
        (Lifetime(date(2024, 1, 2)), Holds.PARTLY),
        (Lifetime(ends=date(2024, 12, 30)), Holds.PARTLY),
        (Lifetime(ends=date(2023, 12, 31)), Holds.NO),
        (Lifetime(ends=2024), Holds.PARTLY),
    ],
)
def test_in_a_year_it_holds_for_all_of_it_or_a_part(lifetime: Lifetime, expected: Holds) -> None:
    """Of the year 2024."""
    assert lifetime.during(2024) is expected


@given(LIMITS, LIMITS, st.dates(date(1999, 1, 1), date(2041, 12, 31)))
def test_a_year_holds_what_its_days_hold(begins: Any, ends: Any, day: date) -> None:
    """Nothing holds on a day of a year in which it does not, nor fails to in one that it holds throughout."""
    lifetime = Lifetime(begins, ends)
    on, during = lifetime.on(day), lifetime.during(day.year)
    assert not (on is not Holds.NO and during is Holds.NO)
    assert not (on is not Holds.YES and during is Holds.YES)


@given(LIMITS, LIMITS, LIMITS, LIMITS, st.dates(date(1999, 1, 1), date(2041, 12, 31)))
def test_what_holds_within_another_holds_only_when_both_do(a: Any, b: Any, c: Any, d: Any, day: date) -> None:
    """And may hold whenever both may."""
    one, other = Lifetime(a, b), Lifetime(c, d)
    both = [item.on(day) is not Holds.NO for item in (one, other)]
    assert (one.within(other).on(day) is not Holds.NO) is (all(both) and one.within(other).is_possible)


def index_on(day: date | None) -> PlanIndex:
    return link(load(changed_town()), day)


def holders(index: PlanIndex, number: str) -> set[tuple[str, str | None]]:
    """Who is responsible for a measure of the youth plan, and through which group."""
    mine = (item for item in index.duties if (item.plan, item.intervention.number) == (YOUTH, number))
    return {(item.organization, item.via) for item in mine if item.role.value == "responsible"}


def test_a_moved_duty_is_one_bodys_at_a_time() -> None:
    """The old committee's until the last day, the new one's from the next; both's where no day is asked for."""
    assert ("kulturnamnden", None) in holders(index_on(BEFORE), "1:1")
    assert ("kultur-och-fritidsnamnden", None) not in holders(index_on(BEFORE), "1:1")
    assert ("kulturnamnden", None) not in holders(index_on(AFTER), "1:1")
    assert ("kultur-och-fritidsnamnden", None) in holders(index_on(AFTER), "1:1")
    assert {body for body, _ in holders(index_on(None), "1:1")} >= {"kulturnamnden", "kultur-och-fritidsnamnden"}


def test_a_body_that_has_ended_has_no_duty_and_no_place_in_a_group() -> None:
    """Whatever the files of the measures and the group leave unsaid."""
    everybody = "samtliga-namnder-och-styrelser"
    assert "kulturnamnden" in index_on(BEFORE).members[everybody]
    assert "kulturnamnden" not in index_on(AFTER).members[everybody]
    assert "parknamnden" in index_on(AFTER).members[everybody]
    assert not [duty for duty in index_on(AFTER).duties if duty.organization in ("kulturnamnden", "tekniska-namnden")]


def test_a_membership_ends() -> None:
    """The museum leaves its circle with the year 2024, and what the circle has to do with it."""
    assert "lansmuseet" in index_on(date(2024, 12, 31)).members["kulturkretsen"]
    assert "lansmuseet" not in index_on(date(2025, 1, 1)).members["kulturkretsen"]
    assert ("lansmuseet", "kulturkretsen") in holders(index_on(date(2024, 6, 1)), "2:2")
    assert ("lansmuseet", "kulturkretsen") not in holders(index_on(date(2025, 6, 1)), "2:2")


def test_when_its_own_duty_ends_a_body_has_it_through_its_group() -> None:
    """Before that it has it itself, and nothing is counted twice."""
    path = f"content/plans/{YOUTH}/interventions/1-2.yaml"
    own = "  - role: responsible\n    bodies: [kulturnamnden]\n    valid_to: 2024-12-31\nactions:"
    content = {**texts(), path: replaced_once(texts()[path], "actions:", own)}
    group = "samtliga-namnder-och-styrelser"
    for day, via in ((date(2024, 12, 31), None), (date(2025, 1, 1), group)):
        found = holders(link(load(content), day), "1:2")
        assert [how for body, how in found if body == "kulturnamnden"] == [via]


def test_measures_hold_from_and_to_their_days() -> None:
    """Withdrawn, replaced and new."""

    def numbers(day: date) -> list[str]:
        return [item.value.number for item in index_on(day).plans[YOUTH].holding]

    assert numbers(BEFORE) == ["1:1", "1:2", "2:1", "2:2"]
    assert numbers(AFTER) == ["1:1", "1:2", "1:3", "2:3"]


def test_what_replaced_what_is_known_both_ways() -> None:
    """Two that became one were merged, one that became two was split, and one for one was replaced."""
    found = index_on(None).succession
    culture, streets, cycles = ("body", "kulturnamnden"), ("body", "tekniska-namnden"), ("intervention", f"{YOUTH}/2:1")
    assert found.replaced_by[culture] == (("body", "kultur-och-fritidsnamnden"),)
    assert found.merged_with(culture) == (("body", "idrotten"),)
    assert set(found.replaced_by[streets]) == {("body", "gatunamnden"), ("body", "parknamnden")}
    assert [found.manner(key) for key in (culture, streets, cycles)] == [Manner.MERGED, Manner.SPLIT, Manner.REPLACED]


def test_a_report_is_judged_by_its_own_year() -> None:
    """What came in 2026 concerned nobody in 2024; who had the duty then is known to have answered or not."""
    answers = Answers(index_on(AFTER))
    for number in ("1:3", "2:3"):
        assert answers.concerned(f"{YOUTH}/{number}", 2024) == frozenset()
        assert answers.known(f"{YOUTH}/{number}", "barn-och-utbildningsnamnden", 2024).state is State.NOT_CONCERNED
    assert answers.known(f"{YOUTH}/1:1", "kulturnamnden", 2024).state is State.ANSWERED
    assert answers.known(f"{YOUTH}/1:1", "kultur-och-fritidsnamnden", 2024).state is State.NOT_CONCERNED
    assert "kultur-och-fritidsnamnden" in answers.concerned(f"{YOUTH}/1:1", 2026)
    assert "kulturnamnden" not in answers.concerned(f"{YOUTH}/1:1", 2026)


def test_a_report_tells_the_same_whatever_day_it_is_read() -> None:
    """All that is known of the years that are reported on is the same before and after the changes."""
    old, new = (Answers(link(load(content), day)) for content, day in ((texts(), BEFORE), (changed_town(), AFTER)))
    for year in old.years(YOUTH):
        for record in old.index.plans[YOUTH].interventions:
            key = f"{YOUTH}/{record.value.number}"
            for body in (name for name in old.index.organizations if name != "lansmuseet"):  # who left its group
                assert old.known(key, body, year) == new.known(key, body, year), (key, body, year)


def test_decisions_are_kept_with_what_they_ended() -> None:
    """Of several limits the one that counts, with its own decision."""
    duties = [item for item in index_on(None).all_duties if item.organization == "kulturnamnden"]
    two = next(item for item in duties if item.intervention.number == "2:2" and item.via == "kulturkretsen")
    assert (two.lifetime.ends, two.lifetime.ended_by) in ((2025, DECISION), (BEFORE, DECISION))
