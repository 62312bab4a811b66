"""What one organization has to do: the roles of an intervention, spread over bodies and the members of groups."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from msgspec import Struct

from schema.choices import Role
from schema.intervention import Intervention
from schema.organization import Organization, OrganizationGroup
from site_builder.foundation.language.order import sort_key
from site_builder.foundation.source import Record
from site_builder.meaning.lifetime import ALWAYS, Lifetime, lifetime_of

Organizations = Mapping[str, Record[Organization]]


class Membership(Struct, frozen=True):
    """An organization's place in a group, and when it has it. Who comes back has several."""

    organization: str
    lifetime: Lifetime


class Duty(Struct, frozen=True):
    """What one organization has to do in one intervention. `via` is the group through which the duty came.

    It holds when all that it builds on does: the role, the intervention, the organization, and its place in the group.
    """

    plan: str
    intervention: Intervention
    organization: str
    role: Role
    scope: str | None
    via: str | None
    lifetime: Lifetime = ALWAYS


def all_duties(
    interventions: Iterable[tuple[str, Intervention]],
    organizations: Organizations,
    memberships: Mapping[str, tuple[Membership, ...]],
) -> tuple[Duty, ...]:
    """Return every duty in interventions, given with their plans' ids, whenever it holds."""
    found = (duties_of(plan, intervention, organizations, memberships) for plan, intervention in interventions)
    return tuple(chain.from_iterable(found))


def duties_of(
    plan: str,
    intervention: Intervention,
    organizations: Organizations,
    memberships: Mapping[str, tuple[Membership, ...]],
) -> Iterator[Duty]:
    """Yield the duties of one intervention, whenever they hold.

    A body that has the role itself all the time does not get it from a group too.
    """
    own: dict[tuple[Role, str], list[Lifetime]] = {}
    for item in intervention.responsibilities:
        for body in item.bodies:
            own.setdefault((item.role, str(body)), []).append(lifetime_of(item))
    for item in intervention.responsibilities:
        lifetime = lifetime_of(item).within(lifetime_of(intervention))
        for body in item.bodies:
            if body in organizations:
                held = lifetime.within(lifetime_of(organizations[body].value))
                yield Duty(plan, intervention, str(body), item.role, item.scope, None, held)
            for member in memberships.get(body, ()):
                held = lifetime.within(member.lifetime)
                if not any(one.covers(held) for one in own.get((item.role, member.organization), ())):
                    yield Duty(plan, intervention, member.organization, item.role, item.scope, str(body), held)


def held(duties: Iterable[Duty], holds: Callable[[Lifetime], bool]) -> tuple[Duty, ...]:
    """Return the duties that hold; what a body then has itself in a role it does not have from a group too."""
    found = [duty for duty in duties if holds(duty.lifetime)]
    own = {_place(duty) for duty in found if duty.via is None}
    return tuple(duty for duty in found if duty.via is None or _place(duty) not in own)


def memberships_of(group: OrganizationGroup, organizations: Organizations) -> tuple[Membership, ...]:
    """Return who is or has been in a group, by name, and when."""
    named = {str(member) for member in group.members if member in organizations}
    kinds = {key for key, record in organizations.items() if record.value.kind in group.member_kinds}
    found = sorted(named | kinds, key=lambda key: sort_key(organizations[key].value.name))
    return tuple(Membership(key, lifetime) for key in found for lifetime in _memberships(group, organizations[key]))


def _memberships(group: OrganizationGroup, member: Record[Organization]) -> Iterator[Lifetime]:
    """Yield when a body is in a group: neither before nor after either of them exists."""
    both = lifetime_of(group).within(lifetime_of(member.value))
    periods = [lifetime_of(item) for item in group.member_periods if item.body == member.value.id]
    yield from (period.within(both) for period in periods or [ALWAYS])


def _place(duty: Duty) -> tuple[str, str, Role, str]:
    return duty.plan, duty.intervention.number, duty.role, duty.organization
