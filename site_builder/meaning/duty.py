"""What one organization has to do: the roles of an intervention, spread over bodies and the members of groups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from schema.choices import Role
from schema.intervention import Intervention
from schema.organization import Organization, OrganizationGroup
from site_builder.foundation.source import Record
from site_builder.foundation.swedish import sort_key


@dataclass(frozen=True, slots=True)
class Duty:
    """What one organization has to do in one intervention. `via` is the group through which the duty came."""

    plan: str
    intervention: Intervention
    organization: str
    role: Role
    scope: str | None
    via: str | None


def duties_of(
    plan: str, intervention: Intervention, organizations: Mapping[str, object], members: Mapping[str, tuple[str, ...]]
) -> Iterator[Duty]:
    """Yield the duties of one intervention; a body that has the role itself does not get it from a group too."""
    own = {(item.role, body) for item in intervention.responsibilities for body in item.bodies}
    for item in intervention.responsibilities:
        duty = Duty(plan, intervention, "", item.role, item.scope, None)
        for body in item.bodies:
            if body in organizations:
                yield replace(duty, organization=str(body))
            for member in members.get(body, ()):
                if (item.role, member) not in own:
                    yield replace(duty, organization=member, via=str(body))


def members_of(group: OrganizationGroup, organizations: Mapping[str, Record[Organization]]) -> tuple[str, ...]:
    """Return the ids of the bodies in a group, by name."""
    named = {member for member in group.members if member in organizations}
    kinds = {key for key, record in organizations.items() if record.value.kind in group.member_kinds}
    return tuple(sorted(named | kinds, key=lambda key: sort_key(organizations[key].value.name)))
