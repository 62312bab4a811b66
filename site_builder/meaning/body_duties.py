"""Who has to do what, grouped once: by body, for organizations and groups alike."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from msgspec.structs import replace

from schema.choices import Role
from site_builder.meaning.duty import Duty
from site_builder.meaning.lifetime import lifetime_of
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.meaning.plans.state import PlanState, state_of


def duties_by_body(index: PlanIndex) -> Mapping[str, tuple[Duty, ...]]:
    """Return what every organization and every group has to do on the day, in the official order of interventions.

    An organization's duties include those that come from its groups; a group's duties are those that name it.
    """
    found = defaultdict[str, list[Duty]](list)
    for duty in chain(index.duties, (duty for duty in _of_groups(index) if index.holds(duty.lifetime))):
        found[duty.organization].append(duty)
    return {body: tuple(duties) for body, duties in found.items()}


def duties_at_other_times(index: PlanIndex) -> Mapping[str, tuple[Duty, ...]]:
    """Return the duties of every organization and every group that do not hold on the day, in the same order."""
    found = defaultdict[str, list[Duty]](list)
    for duty in chain(index.all_duties, _of_groups(index)):
        if not index.holds(duty.lifetime):
            found[duty.organization].append(duty)
    return {body: tuple(duties) for body, duties in found.items()}


def in_decided_plans(index: PlanIndex, duties: Mapping[str, tuple[Duty, ...]]) -> Mapping[str, tuple[Duty, ...]]:
    """Return the duties of each body without those that are only proposed: nobody has them."""
    return _in_plans(_decided(index), duties)


def over_plans(index: PlanIndex) -> tuple[PlanContent, ...]:
    """Return the plans that are over on the day: what they gave a body to do is no task of today."""
    day = index.as_of
    return tuple(
        content for content in index.plans.values() if day and state_of(content.plan.value, day) is PlanState.OVER
    )


def plans_to_do(index: PlanIndex) -> frozenset[str]:
    """Return the plans that are decided and not over; all decided ones if all are over."""
    decided = _decided(index)
    return decided - {content.plan.value.id for content in over_plans(index)} or decided


def in_plans_to_do(index: PlanIndex, duties: Mapping[str, tuple[Duty, ...]]) -> Mapping[str, tuple[Duty, ...]]:
    """Return the duties of each body in `plans_to_do`."""
    return _in_plans(plans_to_do(index), duties)


def intervention_key(duty: Duty) -> str:
    """Return the key of the intervention that a duty belongs to."""
    return f"{duty.plan}/{duty.intervention.number}"


def duties_by_intervention(duties: Iterable[Duty]) -> Mapping[str, list[Duty]]:
    """Return duties by the key of the intervention that they belong to."""
    found = defaultdict[str, list[Duty]](list)
    for duty in duties:
        found[intervention_key(duty)].append(duty)
    return found


def count_interventions(duties: Iterable[Duty], role: Role | None = None) -> int:
    """Return how many interventions the duties belong to, in one role or in any."""
    return len({intervention_key(duty) for duty in duties if role in (None, duty.role)})


def duties_in(content: PlanContent, duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return the duties that belong to one plan."""
    return tuple(duty for duty in duties if duty.plan == content.plan.value.id)


def _decided(index: PlanIndex) -> frozenset[str]:
    return frozenset(name for name, content in index.plans.items() if not content.plan.value.proposal)


def _in_plans(plans: Collection[str], duties: Mapping[str, tuple[Duty, ...]]) -> Mapping[str, tuple[Duty, ...]]:
    kept = ((body, tuple(duty for duty in found if duty.plan in plans)) for body, found in duties.items())
    return {body: found for body, found in kept if found}


def _of_groups(index: PlanIndex) -> Iterator[Duty]:
    for content in index.plans.values():
        for record in content.interventions:
            for item in record.value.responsibilities:
                duty = Duty(content.plan.value.id, record.value, "", item.role, item.scope, None)
                lifetime = lifetime_of(item).within(lifetime_of(record.value))
                for group in (str(body) for body in item.bodies if body in index.groups):
                    held = lifetime.within(lifetime_of(index.groups[group].value))
                    yield replace(duty, organization=group, lifetime=held)
