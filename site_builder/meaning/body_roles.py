"""Who has which role in which intervention of one plan: what the responsibility matrix and its lists show."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from schema.choices import OrganizationKind, Role
from site_builder.meaning.duty import Duty
from site_builder.meaning.link import PlanContent, PlanIndex


class HeldRole(Struct, frozen=True):
    """A role that an organization has in an intervention: its own, or through the groups in `via`."""

    role: Role
    via: tuple[str, ...]


class BodyRoles(Struct, frozen=True, dict=True):
    """All roles of a plan, by the intervention's number and the organization's id.

    `organizations` are those with any, by kind and name; `groups` the groups that duties come through.
    """

    cells: Mapping[tuple[str, str], tuple[HeldRole, ...]]
    organizations: tuple[str, ...]
    groups: tuple[str, ...]

    @cached_property
    def organizations_in(self) -> Mapping[str, int]:
        """How many organizations the plan names in each intervention."""
        return Counter(number for number, _ in self._own)

    @cached_property
    def interventions_of(self) -> Mapping[str, int]:
        """In how many interventions the plan names each organization."""
        return Counter(organization for _, organization in self._own)

    @cached_property
    def groups_in(self) -> Mapping[str, int]:
        """How many groups duties come through in each intervention."""
        ways = {(number, via) for (number, _), cell in self.cells.items() for item in cell for via in item.via}
        return Counter(number for number, _ in ways)

    @cached_property
    def interventions_via(self) -> Mapping[str, int]:
        """In how many interventions each organization has a duty through a group alone."""
        return Counter(organization for place in self.cells if place not in self._own for organization in place[1:])

    @cached_property
    def own_duties(self) -> int:
        """How many pairs of an intervention and an organization the plan names."""
        return len(self._own)

    @cached_property
    def _own(self) -> frozenset[tuple[str, str]]:
        return frozenset(place for place, cell in self.cells.items() if any(not item.via for item in cell))


def body_roles_in(index: PlanIndex, content: PlanContent) -> BodyRoles:
    """Return the roles of one plan, each role in its order."""
    found = defaultdict[tuple[str, str], list[Duty]](list)
    for duty in index.duties:
        if duty.plan == content.plan.value.id:
            found[duty.intervention.number, duty.organization].append(duty)
    ways = {duty.via for duties in found.values() for duty in duties}
    with_any = {organization for _, organization in found}
    return BodyRoles(
        cells={place: _by_role(duties) for place, duties in found.items()},
        organizations=tuple(name for name in _by_kind(index) if name in with_any),
        groups=tuple(group for group in index.groups if group in ways),
    )


def _by_role(duties: Sequence[Duty]) -> tuple[HeldRole, ...]:
    """Return each role once; the index gives no group's duty in a role that the organization has itself."""
    ways = {role: [duty.via for duty in duties if duty.role is role] for role in Role}
    return tuple(
        HeldRole(role, tuple(dict.fromkeys(via for via in found if via))) for role, found in ways.items() if found
    )


def _by_kind(index: PlanIndex) -> list[str]:
    order = list(OrganizationKind)
    return sorted(index.organizations, key=lambda name: order.index(index.organizations[name].value.kind))
