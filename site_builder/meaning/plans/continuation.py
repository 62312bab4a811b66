"""From the plan before to a plan: what became of each measure, and which measures have nothing before them."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from schema.base import Dropped, Succeeds
from schema.choices import Continuation
from schema.intervention import Intervention
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.meaning.plans.state import predecessors

Key = str  # the key of a measure: plan-id/1:4


class Became(Struct, frozen=True):
    """What one measure of the plan before became: a measure of the new plan, and how."""

    old: Key
    new: Key
    told: Succeeds


class Continuations(Struct, frozen=True, dict=True):
    """All that is told of the way from the plans before to a plan."""

    index: PlanIndex
    content: PlanContent

    @cached_property
    def before(self) -> tuple[PlanContent, ...]:
        """The plans before."""
        return predecessors(self.index, self.content.plan.value)

    @cached_property
    def old(self) -> tuple[Key, ...]:
        """Every measure of the plans before, in their order."""
        return tuple(_key(content, record.value) for content in self.before for record in content.interventions)

    @cached_property
    def new(self) -> tuple[Key, ...]:
        """Every measure of the plan."""
        return tuple(_key(self.content, record.value) for record in self.content.interventions)

    @cached_property
    def became(self) -> Mapping[Key, tuple[Became, ...]]:
        """What each measure of the plans before became, in the order of the new plan."""
        found = defaultdict[Key, list[Became]](list)
        for record in self.content.interventions:
            for item in record.value.succeeds:
                if item.measure:
                    found[str(item.measure)].append(Became(str(item.measure), _key(self.content, record.value), item))
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def dropped(self) -> Mapping[Key, Dropped]:
        """The measures of the plans before that the plan does not have."""
        return {str(item.measure): item for item in self.content.plan.value.dropped}

    @cached_property
    def added(self) -> Mapping[Key, Succeeds]:
        """The measures that have nothing before them, with what tells so."""
        return {
            _key(self.content, record.value): item
            for record in self.content.interventions
            for item in record.value.succeeds
            if item.kind is Continuation.NEW
        }

    @cached_property
    def untold(self) -> tuple[Key, ...]:
        """The measures of the plan of which nobody has told where they come from."""
        return tuple(
            _key(self.content, record.value) for record in self.content.interventions if not record.value.succeeds
        )


def _key(content: PlanContent, intervention: Intervention) -> Key:
    return f"{content.plan.value.id}/{intervention.number}"
