"""The state of follow-up of one plan, worked out once for every page that tells of it: who answered, who did not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from schema.choices import OrganizationKind
from schema.follow_up import FollowUp
from site_builder.foundation.source import Record
from site_builder.meaning.answers import Answers, Given, Standing, State
from site_builder.meaning.link import PlanContent

Unit = tuple[str, str]  # the number of a measure, and an organization


@dataclass(frozen=True)
class FollowUpState:
    """What is known of a plan that somebody has reported on."""

    answers: Answers
    content: PlanContent

    @cached_property
    def reports(self) -> tuple[Record[FollowUp], ...]:
        """The reports that say anything about the plan, the latest first."""
        return self.answers.reports(self.plan)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that are reported on, the latest first."""
        return self.answers.years(self.plan)

    @property
    def plan(self) -> str:
        """The plan's id."""
        return self.content.plan.value.id

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the plan's measures in official order."""
        return tuple(record.value.number for record in self.content.interventions)

    def given(self, number: str) -> tuple[Given, ...]:
        """Return the answers about a measure, the latest first."""
        return self.answers.by_measure.get(f"{self.plan}/{number}", ())

    def is_duty_known(self, number: str) -> bool:
        """Tell whether the sources say who is responsible for a measure."""
        return self.answers.is_duty_known(f"{self.plan}/{number}")

    def is_asked(self, number: str, year: int) -> bool:
        """Tell whether any report of a year has a question about a measure."""
        return self.answers.is_asked(f"{self.plan}/{number}", year)

    @cached_property
    def duties(self) -> Mapping[str, tuple[str, ...]]:
        """The measures in which each organization has a duty."""
        found = defaultdict[str, list[str]](list)
        for number in self.numbers:
            for body in self.answers.concerned(f"{self.plan}/{number}"):
                found[body].append(number)
        return {body: tuple(numbers) for body, numbers in found.items()}

    @cached_property
    def answered(self) -> Mapping[str, tuple[int, ...]]:
        """The years in which each organization has answered anything, the latest first."""
        found = defaultdict[str, set[int]](set)
        for given in (item for number in self.numbers for item in self.given(number) if item.step):
            found[given.follow_up.organization].add(given.follow_up.year)
        return {body: tuple(sorted(years, reverse=True)) for body, years in found.items()}

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The organizations that have a duty or have answered, by kind and name."""
        order, known = list(OrganizationKind), self.answers.index.organizations
        wanted = [name for name in known if name in self.duties or name in self.answered]
        return tuple(sorted(wanted, key=lambda name: order.index(known[name].value.kind)))

    @cached_property
    def standings(self) -> Mapping[int, Mapping[Unit, Standing]]:
        """Year -> what is known of each organization in each measure that it has a duty in or has answered about."""
        return {year: self._standings(year) for year in self.years}

    def _standings(self, year: int) -> dict[Unit, Standing]:
        found: dict[Unit, Standing] = {}
        for number in self.numbers:
            key = f"{self.plan}/{number}"
            answering = {str(item.follow_up.organization) for item in self.given(number)}
            standings = (
                (body, self.answers.standing(key, body, year)) for body in self.answers.concerned(key) | answering
            )
            found |= {(number, body): item for body, item in standings if item.given or is_concerned(item)}
        return found

    @cached_property
    def by_measure(self) -> Mapping[int, Mapping[str, Mapping[str, Standing]]]:
        """Year -> number of a measure -> organization -> what is known."""
        made: dict[int, dict[str, dict[str, Standing]]] = {}
        for year, units in self.standings.items():
            found = made.setdefault(year, {})
            for (number, body), standing in units.items():
                found.setdefault(number, {})[body] = standing
        return made

    @cached_property
    def by_body(self) -> Mapping[int, Mapping[str, Mapping[str, Standing]]]:
        """Year -> organization -> number of a measure -> what is known."""
        made: dict[int, dict[str, dict[str, Standing]]] = {}
        for year, units in self.standings.items():
            found = made.setdefault(year, {})
            for (number, body), standing in units.items():
                found.setdefault(body, {})[number] = standing
        return made

    def of_measures(self, year: int, numbers: Iterable[str]) -> Iterator[Standing]:
        """Yield what is known in a year of everybody in some measures."""
        for number in numbers:
            yield from self.by_measure[year].get(number, {}).values()

    @cached_property
    def ways(self) -> Mapping[Unit, tuple[str, ...]]:
        """The groups through which a duty came, for those who have none of their own in the measure."""
        found = defaultdict[Unit, dict[str | None, None]](dict)
        for duty in self.answers.index.duties:
            if duty.plan == self.plan:
                found[duty.intervention.number, duty.organization][duty.via] = None
        return {unit: tuple(way for way in ways if way) for unit, ways in found.items() if None not in ways}


def is_concerned(standing: Standing) -> bool:
    """Tell whether a state is one of somebody who is known to have a duty."""
    return standing.state not in (State.NOT_CONCERNED, State.UNKNOWN)


def follow_up_states(answers: Answers) -> dict[str, FollowUpState]:
    """Return the state of every plan that somebody has reported on, by the plan's id."""
    states = (FollowUpState(answers, content) for content in answers.index.plans.values())
    return {state.plan: state for state in states if state.reports}
