"""What came instead of what: bodies and interventions that replaced others, told by the newer and turned round."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from schema.document import Decision
from schema.intervention import Intervention
from schema.organization import Organization, OrganizationGroup
from site_builder.foundation.inline import qualified
from site_builder.foundation.source import Record

if TYPE_CHECKING:
    from site_builder.meaning.link import PlanContent, PlanIndex

Key = tuple[str, str]  # the kind and the key of a target: a body, or an intervention with its plan


class Manner(StrEnum):
    """How something went over into something else."""

    REPLACED = "replaced"
    MERGED = "merged"  # several became one
    SPLIT = "split"  # one became several


class Succession(Struct, frozen=True):
    """What each body and intervention replaces, and by what each is replaced, in the order of the files."""

    replaces: Mapping[Key, tuple[Key, ...]]
    replaced_by: Mapping[Key, tuple[Key, ...]]

    def manner(self, gone: Key) -> Manner:
        """Return how something that was replaced went over into what came instead."""
        after = self.replaced_by.get(gone, ())
        if len(after) == 1:
            return Manner.MERGED if len(self.replaces[after[0]]) > 1 else Manner.REPLACED
        alone = all(self.replaces[key] == (gone,) for key in after)
        return Manner.SPLIT if alone else Manner.REPLACED

    def merged_with(self, gone: Key) -> tuple[Key, ...]:
        """Return what else became the same thing."""
        after = self.replaced_by.get(gone, ())
        return tuple(key for key in self.replaces[after[0]] if key != gone) if len(after) == 1 else ()


def succession_in(index: "PlanIndex") -> Succession:
    """Return what replaced what. What does not exist replaces nothing and is not replaced."""
    replaces: dict[Key, tuple[Key, ...]] = {}
    replaced_by = defaultdict[Key, list[Key]](list)
    for newer, older in _stated(index):
        replaces[newer] = tuple(dict.fromkeys(key for key in older if key in index.targets and key != newer))
        for key in replaces[newer]:
            replaced_by[key].append(newer)
    return Succession(replaces, {key: tuple(found) for key, found in replaced_by.items()})


def revisions_of(index: "PlanIndex", content: "PlanContent") -> tuple[Decision, ...]:
    """Return the decisions that changed a plan, in the order of time: by their own words or by its measures."""
    plan = content.plan.value
    said = {thing for item in content.interventions for thing in _decisions(item.value)} - {plan.decision}
    decisions = (record.value for record in index.decisions.values())
    return tuple(item for item in decisions if plan.id in item.revises or item.id in said)


def ring(of: Mapping[Key, Sequence[Key]], start: Key) -> bool:
    """Tell whether something replaces itself in the end."""
    seen: set[Key] = set()
    waiting = list(of.get(start, ()))
    while waiting:
        key = waiting.pop()
        if key == start:
            return True
        if key not in seen:
            seen.add(key)
            waiting += of.get(key, ())
    return False


def replaced(plan: str, thing: Organization | OrganizationGroup | Intervention) -> tuple[Key, ...]:
    """Return the keys of what a thing says that it replaces; a number without a plan is one of its own `plan`."""
    if isinstance(thing, Intervention):
        return tuple(("intervention", qualified("intervention", str(item), plan)) for item in thing.replaces)
    return tuple(("body", str(item)) for item in thing.replaces)


def _decisions(intervention: Intervention) -> Iterator[str | None]:
    for thing in (intervention, *intervention.responsibilities):
        yield from (thing.added_by, thing.ended_by)


def _stated(index: "PlanIndex") -> Iterator[tuple[Key, Iterable[Key]]]:
    bodies: dict[str, Record[Organization] | Record[OrganizationGroup]] = {**index.organizations, **index.groups}
    for identity, record in bodies.items():
        if record.value.replaces:
            yield ("body", identity), replaced("", record.value)
    for plan, content in index.plans.items():
        for intervention in (item.value for item in content.interventions if item.value.replaces):
            yield ("intervention", f"{plan}/{intervention.number}"), replaced(plan, intervention)
