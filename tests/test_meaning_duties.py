"""Who has to do what: the lines of an intervention spread out to bodies and members of groups, and counted."""

from collections.abc import Iterable
from typing import Any

import pytest
from msgspec.structs import replace

from schema.choices import OrganizationKind, Role
from schema.intervention import Responsibility
from site_builder.meaning.body_duties import (
    count_interventions,
    duties_by_body,
    duties_in,
    intervention_key,
)
from site_builder.meaning.body_roles import HeldRole, body_roles_in
from site_builder.meaning.duty import Duty, Membership, duties_of, memberships_of
from site_builder.meaning.lifetime import ALWAYS
from site_builder.meaning.link import PlanIndex, link
from site_builder.reading.load import load
from tests.miniature import texts

YOUTH, CLIMATE = "ungdomsplan-2023-2026", "klimatprogram-2022-2027"
ALL, CIRCLE = "samtliga-namnder-och-styrelser", "kulturkretsen"


@pytest.fixture
def index() -> PlanIndex:
    return link(load(texts()))


def line(role: Role, bodies: tuple[str, ...], scope: str | None = None) -> Responsibility:
    return Responsibility.model_validate({"role": role, "bodies": bodies, "scope": scope})


def spread(*lines: Responsibility) -> list[tuple[Any, ...]]:
    index = link(load(texts()))
    organization = index.organizations["kulturnamnden"]
    bodies = {name: replace(organization, value=organization.value.model_copy(update={"id": name})) for name in "abc"}
    members = {"all": (Membership("a", ALWAYS), Membership("b", ALWAYS)), "empty": ()}
    intervention = index.plans[YOUTH].interventions[0].value.model_copy(update={"responsibilities": lines})
    made = duties_of("plan", intervention, bodies, members)
    return [(duty.plan, duty.organization, duty.role.value, duty.scope, duty.via) for duty in made]


def test_a_group_hands_its_duty_to_its_members() -> None:
    """Each has the role and what it is for, and says which group it came through; the group itself has none."""
    assert spread(line(Role.RESPONSIBLE, ("all", "empty", "c"), "Bygga.")) == [
        ("plan", "a", "responsible", "Bygga.", "all"),
        ("plan", "b", "responsible", "Bygga.", "all"),
        ("plan", "c", "responsible", "Bygga.", None),
    ]


def test_what_a_body_has_itself_it_does_not_get_from_a_group_too() -> None:
    """In the same role, wherever that is said; another role of its own changes nothing."""
    assert spread(
        line(Role.RESPONSIBLE, ("all",)), line(Role.RESPONSIBLE, ("a",)), line(Role.CONTRIBUTING, ("b", "nobody"))
    ) == [
        ("plan", "b", "responsible", None, "all"),
        ("plan", "a", "responsible", None, None),
        ("plan", "b", "contributing", None, None),
    ]


def test_a_group_has_those_it_names_and_those_of_its_kinds_by_name(index: PlanIndex) -> None:
    """A body that does not exist is no member, and one that is named and of the kind is one member."""
    kind = OrganizationKind.COMMITTEE
    of_kind = [key for key, record in index.organizations.items() if record.value.kind is kind]
    other = next(key for key in index.organizations if key not in of_kind)
    model = next(iter(index.groups.values())).value

    def members(**fields: Any) -> list[str]:
        group = model.model_copy(update={"members": (), "member_kinds": (), **fields})
        return [item.organization for item in memberships_of(group, dict(reversed(list(index.organizations.items()))))]

    assert members() == []
    assert members(member_kinds=(kind,)) == of_kind
    assert members(member_kinds=(kind,), members=(of_kind[0], "nobody")) == of_kind
    assert members(members=(other, "nobody")) == [other]


def told(duties: Iterable[Duty]) -> list[tuple[str, str, str | None]]:
    return [(intervention_key(duty), duty.role.value, duty.via) for duty in duties]


def test_duties_by_body_hold_those_of_groups_and_of_their_members(index: PlanIndex) -> None:
    """A body has its own and those that come from its groups; a group those that name it, come through nothing."""
    found = duties_by_body(index)
    assert told(found[ALL]) == [(f"{YOUTH}/1:2", "responsible", None), (f"{YOUTH}/2:2", "responsible", None)]
    assert told(found[CIRCLE]) == [(f"{YOUTH}/2:2", "responsible", None)]
    assert {duty.organization for duty in found[ALL]} == {ALL}
    body = found["tekniska-namnden"]
    assert (f"{YOUTH}/1:2", "responsible", ALL) in told(body)
    assert (f"{YOUTH}/2:1", "contributing", None) in told(body)
    own = next(duty for duty in body if intervention_key(duty) == f"{YOUTH}/2:1")
    assert own.scope == "Lagar cyklarna och sköter GC-vägarna."
    assert all(duty.plan == YOUTH for duty in duties_in(index.plans[YOUTH], body))
    assert 0 < len(duties_in(index.plans[YOUTH], body)) < len(body)


def test_measures_are_counted_once_whatever_the_roles(index: PlanIndex) -> None:
    duties = [duty for duty in index.duties if duty.organization == "kulturnamnden" and duty.plan == YOUTH]
    at_first = [duty for duty in duties if duty.intervention.number == "1:1"]
    assert len(at_first) == 2
    assert (count_interventions(at_first), count_interventions(at_first, Role.RESPONSIBLE)) == (1, 1)
    assert count_interventions(at_first, Role.CONTRIBUTING) == 0
    assert count_interventions(duties) == len({duty.intervention.number for duty in duties}) > 1


def test_assignments_give_each_role_once_with_its_groups(index: PlanIndex) -> None:
    """In the order of the roles; organizations stand by kind, and groups are those that duties come through."""
    made = body_roles_in(index, index.plans[YOUTH])
    assert made.cells["1:1", "kulturnamnden"] == (
        HeldRole(Role.COORDINATING, ()),
        HeldRole(Role.RESPONSIBLE, ()),
    )
    assert made.cells["1:2", "kulturnamnden"] == (HeldRole(Role.RESPONSIBLE, (ALL,)),)
    assert made.cells["2:1", "tekniska-namnden"] == (HeldRole(Role.CONTRIBUTING, ()),)
    assert ("2:1", "lansmuseet") not in made.cells
    through = {duty.via for duty in index.duties if duty.plan == YOUTH and duty.via}
    assert set(made.groups) == through
    assert body_roles_in(index, index.plans[CLIMATE]).groups == ()
    order = list(OrganizationKind)
    kinds = [order.index(index.organizations[name].value.kind) for name in made.organizations]
    assert kinds == sorted(kinds)
    assert set(made.organizations) == {name for _, name in made.cells}
    own = {
        at for (at, name), found in made.cells.items() if name == "tekniska-namnden" for item in found if not item.via
    }
    assert made.interventions_of["tekniska-namnden"] == len(own)
    assert made.organizations_in["1:1"] == 3
