"""Who had to do what in a year: what a report of that year is judged by, whatever has changed since.

What held for a part of the year counts, and so does what may have, where a source gives no more than a year.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from schema.choices import Role
from schema.intervention import Intervention
from site_builder.meaning.body_duties import intervention_key
from site_builder.meaning.duty import Duty, held
from site_builder.meaning.lifetime import Holds, Lifetime, lifetime_of
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.reports.given import Measure


class YearDuties(Struct, frozen=True, dict=True):
    """The measures and the duties of one year."""

    index: PlanIndex
    year: int

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The duties that held in the year."""
        return held(self.index.all_duties, self.holds)

    @cached_property
    def measures(self) -> frozenset[Measure]:
        """The measures that held in the year."""
        return frozenset(key for key, measure in self._all if self.holds(lifetime_of(measure)))

    @cached_property
    def concerned(self) -> Mapping[Measure, frozenset[str]]:
        """Who had a duty in each measure of which the sources say who was responsible in the year.

        In a measure that did not hold in the year nobody had.
        """
        found: dict[Measure, set[str]] = {}
        for key, measure in self._all:
            roles = (item for item in measure.responsibilities if item.role is Role.RESPONSIBLE)
            if key not in self.measures or any(self.holds(lifetime_of(item)) for item in roles):
                found[key] = set()
        for duty in self.duties:
            if (key := intervention_key(duty)) in found:
                found[key].add(duty.organization)
        return {measure: frozenset(bodies) for measure, bodies in found.items()}

    @cached_property
    def ways(self) -> Mapping[tuple[Measure, str], tuple[str | None, ...]]:
        """How each body's duty in a measure came: the groups that name it, and None where the plan itself does."""
        found = defaultdict[tuple[Measure, str], dict[str | None, None]](dict)
        for duty in self.duties:
            found[intervention_key(duty), duty.organization][duty.via] = None
        return {place: tuple(ways) for place, ways in found.items()}

    @cached_property
    def named(self) -> Mapping[Measure, frozenset[str]]:
        """Who has a duty in each measure by name, not just through a group."""
        found = defaultdict[Measure, set[str]](set)
        for (measure, body), ways in self.ways.items():
            if None in ways:
                found[measure].add(body)
        return {measure: frozenset(bodies) for measure, bodies in found.items()}

    @cached_property
    def groups(self) -> Mapping[Measure, tuple[str, ...]]:
        """The groups to which the plan gives a duty as a whole, by measure."""
        found = defaultdict[Measure, dict[str, None]](dict)
        for key, measure in self._all:
            then = (item for item in measure.responsibilities if key in self.measures and self.holds(lifetime_of(item)))
            for body in (body for item in then for body in item.bodies if body in self._groups):
                found[key][str(body)] = None
        return {measure: tuple(groups) for measure, groups in found.items()}

    @cached_property
    def _all(self) -> tuple[tuple[Measure, Intervention], ...]:
        plans = ((content.plan.value.id, content.interventions) for content in self.index.plans.values())
        return tuple((f"{plan}/{item.value.number}", item.value) for plan, records in plans for item in records)

    @cached_property
    def _groups(self) -> frozenset[str]:
        return frozenset(key for key in self.index.groups if self.holds(self.index.body_times[key]))

    def holds(self, lifetime: Lifetime) -> bool:
        """Tell whether something held in the year, or in a part of it."""
        return lifetime.during(self.year) is not Holds.NO


class DutiesByYear(dict[int, YearDuties]):
    """The duties of every year, worked out when they are first asked for."""

    def __init__(self, index: PlanIndex) -> None:
        super().__init__()
        self.index = index

    def __missing__(self, year: int) -> YearDuties:
        return self.setdefault(year, YearDuties(self.index, year))
