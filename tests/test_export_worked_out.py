"""What the data work out beside the fields of the content: of bodies, of groups, of whole plans, and what is known."""

from collections.abc import Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import asdict

from schema import organization, plan
from schema.document import Appendix, Decision
from schema.intervention import Intervention
from schema.validity import FormerName, MemberPeriod
from site_builder.export.plans import follow_up, plans_json
from site_builder.export.plans import plan as of_plan
from site_builder.export.plans.intervention import published_intervention
from site_builder.export.plans.values import validity_of
from site_builder.foundation.source import Record
from site_builder.meaning.lifetime import Lifetime
from site_builder.meaning.reports.given import Known as KnownOf
from site_builder.meaning.reports.given import State
from tests.test_export_fields import NOWHERE, Known, differing, filled

FROM, TO = date(2023, 1, 2), date(2024, 3, 4)
LIFE = Lifetime(begins=FROM, ends=2024, added_by="d-1", ended_by="d-2")
HELD = {
    "valid_from": FROM, "valid_from_precision": "day", "valid_to": date(2024, 12, 31), "valid_to_precision": "year",
    "added_by": "d-1", "ended_by": "d-2",
}  # fmt: skip


def knowing(**index: Any) -> Known:
    """Return what publishes things with an index that has nothing else; of texts it has no target."""
    found: Any = SimpleNamespace(targets={}, **index)
    return Known(found)


def succession(key: str) -> Any:
    """Return that something replaced two and was replaced by one; another did the same the other way round."""
    ways = {("body", key): (("body", "x-1"), ("body", "x-2")), ("body", "other"): (("body", "x-9"),)}
    return SimpleNamespace(replaces=ways, replaced_by={("body", key): (("body", "x-3"),)})


def bodies(**things: Any) -> Known:
    return knowing(
        body_times={"o-1": LIFE}, holds=lambda lifetime: lifetime is not LIFE, succession=succession("o-1"), **things
    )


def test_a_body_is_published_with_its_time_and_its_succession() -> None:
    """Each former name has a time of its own."""
    name = filled(FormerName, valid_from=2001, valid_to=TO)
    thing = filled(organization.Organization, id="o-1", former_names=(name,), replaces=())
    found = plans_json._organization(bodies(organizations={"o-1": Record(thing, NOWHERE)}), "o-1")
    assert found.validity is not None
    assert asdict(found.validity) == HELD
    assert (found.url, found.in_force, found.replaces, found.replaced_by) == (
        *("/body/o-1", False, ("x-1", "x-2"), ("x-3",)),
    )
    (former,) = found.former_names
    assert former.name == name.name
    assert former.validity
    assert (former.validity.valid_from, former.validity.valid_from_precision) == (date(2001, 1, 1), "year")
    assert (former.validity.valid_to, former.validity.valid_to_precision) == (TO, "day")
    worked_out = (".former_names", ".replaces", ".replaced_by", ".url", ".validity", ".in_force")
    assert [line for line in differing(thing, found) if not line.startswith(worked_out)] == []


def test_a_group_is_published_with_its_members_and_their_times() -> None:
    """Members in order of their ids; where a source names one, and when one was."""
    period = filled(MemberPeriod, valid_from=FROM, valid_to=None, added_by=None, ended_by=None)
    thing = filled(organization.OrganizationGroup, id="o-1", member_periods=(period,), replaces=())
    known = bodies(groups={"o-1": Record(thing, NOWHERE)}, members={"o-1": frozenset({"b", "a", "c"})})
    found = plans_json._group(known, "o-1")
    assert found.validity is not None
    assert asdict(found.validity) == HELD
    assert (found.url, found.in_force, found.members) == ("/body/o-1", False, ("a", "b", "c"))
    assert (found.replaces, found.replaced_by) == (("x-1", "x-2"), ("x-3",))
    (member,) = found.member_periods
    assert (member.body, member.validity and member.validity.valid_from) == (period.body, FROM)
    worked_out = (".member_periods", ".members", ".replaces", ".replaced_by", ".url", ".validity", ".in_force")
    assert [line for line in differing(thing, found) if not line.startswith(worked_out)] == []


def test_a_measure_is_published_with_its_connections_and_what_became_of_it() -> None:
    """A plan's own numbers stand alone, in all of them; who carries it out is another plan's area or measure."""
    ways: Any = {("intervention", "p-1/7:8"): (("intervention", "p-1/1:1"), ("intervention", "p-2/1:1"))}
    back: Any = {("intervention", "p-1/7:8"): (("intervention", "p-1/9:9"),)}
    stated = SimpleNamespace(target="p-1/2:2", stated_in="text", mutual=True)
    known = knowing(
        connections=SimpleNamespace(
            stated_by=lambda key: (stated,) if key == "p-1/7:8" else (),
            referring=lambda key: ("p-2/3:3", "p-1/3:3") if key == "p-1/7:8" else (),
        ),
        succession=SimpleNamespace(replaces=ways, replaced_by=back),
        carriers={}, duties=(), all_duties=(), holds=lambda lifetime: lifetime.ended_by != "d-2",
    )  # fmt: skip
    times = {"valid_from": FROM, "valid_to": 2024, "added_by": "d-1", "ended_by": "d-2"}
    thing = filled(Intervention, number="7:8", target_categories=(), **times)
    found = published_intervention(known, "p-1", thing)
    assert (found.references, found.referenced_by) == (("2:2",), ("3:3", "p-2/3:3"))
    assert [asdict(one) for one in found.reference_details] == [
        {"reference": "2:2", "stated_in": "text", "mutual": True}
    ]
    assert (found.replaces, found.replaced_by) == (("1:1", "p-2/1:1"), ("9:9",))
    assert found.validity is not None
    assert (asdict(found.validity), found.in_force) == (HELD, False)


@pytest.mark.parametrize(
    ("lifetime", "wanted"),
    [
        (Lifetime(), None),
        (LIFE, HELD),
        (Lifetime(added_by="d-1"), {**dict.fromkeys(HELD), "added_by": "d-1"}),
        (Lifetime(ends=TO), {**dict.fromkeys(HELD), "valid_to": TO, "valid_to_precision": "day"}),
        (
            Lifetime(begins=2023),
            {**dict.fromkeys(HELD), "valid_from": date(2023, 1, 1), "valid_from_precision": "year"},
        ),
    ],
)
def test_a_time_is_published_as_days_and_how_exactly_they_are_known(
    lifetime: Lifetime, wanted: Mapping[str, object] | None
) -> None:
    """Nothing where nothing is known; of a year its first or its last day."""
    found = validity_of(lifetime)
    assert (found and asdict(found)) == wanted


DECISION = filled(Decision, id="d-1", date=date(2022, 5, 6))
MORE = {  # what the data of a plan have that its file does not have, or has in another form
    ".decided_by", ".decided_on", ".paragraph", ".valid_from", ".valid_to", ".terms.area", ".terms.measure",
    ".areas", ".interventions", ".indicators", ".drafts", ".url", ".starting_points", ".valid_from_precision",
    ".valid_to_precision", ".succession", ".background",
}  # fmt: skip


def published(**said: Any) -> tuple[Any, Any]:
    """Return a plan that says all that it can, and what is published of it."""
    appendices = tuple(filled(Appendix, number=str(number)) for number in (1, 2))
    categories = tuple(filled(plan.TargetCategory, id=letter) for letter in "AB")
    given = {"decision": "d-1", "appendices": appendices, "target_categories": categories, "diarienummer": "0123/22"}
    thing = filled(plan.Plan, **{**given, **said})
    nothing: Any = dict.fromkeys(("areas", "interventions", "indicators", "drafts", "starting_points"), ())
    content: Any = SimpleNamespace(plan=Record(thing, NOWHERE), background=None, **nothing)
    return thing, of_plan.published_plan(knowing(decisions={"d-1": Record(DECISION, NOWHERE)}), content)


def test_a_plan_is_published_with_all_that_its_file_says() -> None:
    """And with its decision's facts, its days, and its own words."""
    thing, found = published(valid_from=2023, valid_to=date(2026, 6, 30))
    assert {line.partition(":")[0].partition("[")[0] for line in differing(thing, found)} - MORE == {
        ".appendices", ".target_categories",
    }  # fmt: skip
    assert [item.page for item in found.appendices] == [f"/term/{item.page[8:]}" for item in thing.appendices]
    assert [item.url for item in found.target_categories] == [f"/category/{thing.id}/{letter}" for letter in "AB"]
    assert (found.decided_by, found.decided_on, found.paragraph) == (DECISION.body, DECISION.date, DECISION.paragraph)
    assert (found.valid_from, found.valid_from_precision) == (date(2023, 1, 1), "year")
    assert (found.valid_to, found.valid_to_precision) == (date(2026, 6, 30), "day")
    assert (found.terms.area, found.terms.measure) == (thing.terms.area.indefinite, thing.terms.measure.indefinite)
    assert (found.url, found.background) == (f"/plan/{thing.id}", None)
    assert (found.succession.proposal, found.succession.replaces) == (thing.proposal, thing.replaces)


def test_a_plan_without_a_decision_has_none_of_its_facts() -> None:
    """And says nothing of how else it is known."""
    _, found = published(decision=None, known_through=None)
    assert (found.decided_by, found.decided_on, found.paragraph, found.known_through) == (None,) * 4


def reported(body: str, year: int) -> Any:
    return SimpleNamespace(follow_up=SimpleNamespace(organization=body, year=year))


class Reports:
    """What is known in 2024 of the measure `p-1/1:1`, said in each of the ways that there are, of another body each."""

    by_intervention: Mapping[str, Any] = {"p-1/1:1": (reported("answered", 2024), reported("earlier", 2023))}
    unanswered: Mapping[Any, Any] = {
        ("p-1/1:1", "told", 2024): (), ("p-1/1:1", "told-earlier", 2023): (), ("p-1/1:2", "told-elsewhere", 2024): (),
    }  # fmt: skip
    forms: Mapping[Any, Any] = {
        ("p-1", "filled-in", 2024): (), ("p-1", "filled-earlier", 2023): (), ("p-2", "filled-elsewhere", 2024): (),
    }  # fmt: skip

    def __init__(self, *, is_known: bool = True, taken_up: bool = True) -> None:
        self.is_known, self.taken_up = is_known, taken_up

    def concerned(self, measure: str, year: int) -> frozenset[str]:
        return frozenset({"has-duty", "not-concerned"} if (measure, year) == ("p-1/1:1", 2024) else ())

    def named(self, measure: str, year: int) -> frozenset[str]:
        return frozenset({"has-duty"} if (measure, year) == ("p-1/1:1", 2024) else ())

    def is_taken_up(self, measure: str, year: int) -> bool:
        return self.taken_up and (measure, year) == ("p-1/1:1", 2024)

    def is_duty_known(self, measure: str, year: int) -> bool:
        return self.is_known and (measure, year) == ("p-1/1:1", 2024)

    def known(self, measure: str, body: str, year: int) -> KnownOf:
        assert (measure, year) == ("p-1/1:1", 2024)
        states = {"not-concerned": State.NOT_CONCERNED, "answered": State.ANSWERED, "told": State.UNANSWERED}
        given: Any = SimpleNamespace(
            follow_up=SimpleNamespace(id="f-1"), step=SimpleNamespace(id="ja"), is_qualified=body == "answered"
        )
        return KnownOf(states.get(body, State.NOT_PUBLISHED), given if body == "answered" else None)


def standings(**said: bool) -> list[dict[str, Any]]:
    answers: Any = Reports(**said)
    return [asdict(row) for row in follow_up._standings(answers, "p-1", "1:1", 2024)]


def test_whoever_has_a_duty_or_is_told_of_has_a_row() -> None:
    """By a duty, an answer, a source that says who did not answer, or a form; of this measure and this year."""
    rows = standings()
    about = {"plan": "p-1", "number": "1:1", "year": 2024, "follow_up": None, "value": None, "sources": ()}
    none = {**about, "qualified": False, "named": False, "state": "missing"}
    assert rows == [
        {**none, "organization": "answered", "state": "answered", "known": "answered", "qualified": True,
         "follow_up": "f-1", "value": "ja"},
        {**none, "organization": "filled-in", "known": "not_published"},
        {**none, "organization": "has-duty", "known": "not_published", "named": True},
        {**none, "organization": "told", "known": "unanswered"},
    ]  # fmt: skip


def test_what_no_report_takes_up_was_not_asked_and_a_duty_that_nobody_knows_has_a_row_of_no_body() -> None:
    """The states of 1.0 beside those of 1.1."""
    assert {row["organization"]: row["state"] for row in standings(taken_up=False)} == {
        "answered": "answered", "filled-in": "not_asked", "has-duty": "not_asked", "told": "not_asked",
    }  # fmt: skip
    last = standings(is_known=False)[-1]
    assert (last["organization"], last["state"], last["known"], last["named"]) == (None, "unknown", "unknown", False)
    assert len(standings(is_known=False)) == len(standings()) + 1
