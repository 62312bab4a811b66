"""What can be told of the follow-up of one plan, worked out once for every page that tells of it.

What the plan asks of a body by name is one thing, what it asks of a group another: perhaps no source lists who belongs
to the group, so the two are never one figure.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from schema.choices import OrganizationKind
from schema.follow_up import FollowUp
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanContent
from site_builder.meaning.reports.answers import Answers
from site_builder.meaning.reports.given import Given, Known, State

Unit = tuple[str, str]  # the number of a measure, and an organization
TOLD = (State.ANSWERED, State.UNANSWERED)  # what a source tells of a body and a question that was put to it


class Part(StrEnum):
    """Why something is to be told of a body in a measure: the plan names it, names its group, or it just answered."""

    OWN = "own"
    GROUP = "group"
    OTHER = "other"


class FollowUpState(Struct, frozen=True, dict=True):
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
        """The numbers of the plan's measures in official order, whenever they held."""
        return tuple(record.value.number for record in self.content.interventions)

    def numbers_in(self, year: int) -> tuple[str, ...]:
        """Return the numbers of the measures that held in a year, or about which there is an answer from it."""
        return tuple(number for number in self.numbers if self.is_of(number, year))

    def is_of(self, number: str, year: int) -> bool:
        """Tell whether a measure held in a year, or there is an answer about it from then."""
        key = f"{self.plan}/{number}"
        return key in self.answers.duties[year].measures or self.answers.is_taken_up(key, year)

    def given(self, number: str) -> tuple[Given, ...]:
        """Return the answers about a measure, the latest first."""
        return self.answers.by_intervention.get(f"{self.plan}/{number}", ())

    def is_duty_known(self, number: str, year: int) -> bool:
        """Tell whether the sources say who was responsible for a measure in a year."""
        return self.answers.is_duty_known(f"{self.plan}/{number}", year)

    def own(self, year: int) -> Mapping[str, tuple[str, ...]]:
        """Return the measures in which the plan gave each organization something to do by name in a year."""
        return self._own[year]

    def groups(self, year: int) -> Mapping[str, tuple[str, ...]]:
        """Return the measures in which the plan gave a whole group something to do in a year, by the group."""
        return self._groups[year]

    def part(self, number: str, body: str, year: int) -> Part:
        """Return why something is to be told of a body in a measure and a year."""
        ways = self.answers.duties[year].ways.get((f"{self.plan}/{number}", body))
        if not ways:
            return Part.OTHER
        return Part.OWN if None in ways else Part.GROUP

    @cached_property
    def answered(self) -> Mapping[str, tuple[int, ...]]:
        """The years in which each organization has answered anything, the latest first."""
        found = defaultdict[str, set[int]](set)
        for given in (item for number in self.numbers for item in self.given(number) if item.step):
            found[given.follow_up.organization].add(given.follow_up.year)
        return {body: tuple(sorted(years, reverse=True)) for body, years in found.items()}

    @cached_property
    def unanswered(self) -> Mapping[str, Mapping[int, tuple[str, ...]]]:
        """The measures about which a source says that a body was asked and did not answer: body -> year -> numbers."""
        found = defaultdict[str, dict[int, tuple[str, ...]]](dict)
        for year, bodies in self.by_body.items():
            for body, rows in bodies.items():
                if numbers := tuple(number for number, known in rows.items() if known.state is State.UNANSWERED):
                    found[body][year] = numbers
        return dict(found)

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """Those whom the plan names or a report tells of, by kind and name. Members of groups are no part."""
        order, known = list(OrganizationKind), self.answers.index.organizations
        told = {body for rows in self.by_body.values() for body in rows}
        named = {body for year in self.years for body in self.own(year)}
        wanted = [name for name in known if name in named or name in told]
        return tuple(sorted(wanted, key=lambda name: order.index(known[name].value.kind)))

    def bodies_in(self, year: int) -> tuple[str, ...]:
        """Return those of the bodies that were there in a year, or of which a report from it tells."""
        holds, times = self.answers.duties[year].holds, self.answers.index.body_times
        told = self.by_body[year]
        return tuple(name for name in self.bodies if name in told or holds(times[name]))

    @cached_property
    def known(self) -> Mapping[int, Mapping[Unit, Known]]:
        """Year -> what is known of each organization in the measures that name it or that it is told of in."""
        return {year: dict(self._known(year)) for year in self.years}

    def _known(self, year: int) -> Iterator[tuple[Unit, Known]]:
        reporting = {record.value.organization for record in self.reports if record.value.year == year}
        silent = {body for _, body, asked in self.answers.unanswered if asked == year}
        for number in self.numbers_in(year):
            named = {body for body, numbers in self.own(year).items() if number in numbers}
            for body in sorted({*named, *map(str, reporting | silent)}):
                known = self.answers.known(f"{self.plan}/{number}", body, year)
                if body in named or known.state not in (State.NOT_CONCERNED, State.UNKNOWN):
                    yield (number, body), known

    @cached_property
    def by_intervention(self) -> Mapping[int, Mapping[str, Mapping[str, Known]]]:
        """Year -> number of a measure -> organization -> what is known."""
        made: dict[int, dict[str, dict[str, Known]]] = {}
        for year, units in self.known.items():
            found = made.setdefault(year, {})
            for (number, body), known in units.items():
                found.setdefault(number, {})[body] = known
        return made

    @cached_property
    def by_body(self) -> Mapping[int, Mapping[str, Mapping[str, Known]]]:
        """Year -> organization -> number of a measure -> what is known."""
        made: dict[int, dict[str, dict[str, Known]]] = {}
        for year, units in self.known.items():
            found = made.setdefault(year, {})
            for (number, body), known in units.items():
                found.setdefault(body, {})[number] = known
        return made

    def of_part(self, year: int, numbers: Iterable[str], part: Part) -> Iterator[Known]:
        """Yield what is known in a year in some measures, of one part; of those not named only what is told of them."""
        for number in numbers:
            for body, known in self.by_intervention[year].get(number, {}).items():
                if self.part(number, body, year) is part and (part is Part.OWN or known.state in TOLD):
                    yield known

    @cached_property
    def _own(self) -> Mapping[int, Mapping[str, tuple[str, ...]]]:
        return {year: self._turned(self.answers.duties[year].named) for year in self.years}

    @cached_property
    def _groups(self) -> Mapping[int, Mapping[str, tuple[str, ...]]]:
        return {year: self._turned(self.answers.duties[year].groups) for year in self.years}

    def _turned(self, named: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
        """Return the measures of the plan by whom they name, in official order."""
        found = defaultdict[str, list[str]](list)
        for number in self.numbers:
            for body in named.get(f"{self.plan}/{number}", ()):
                found[body].append(number)
        return {body: tuple(numbers) for body, numbers in found.items()}


def follow_up_states(answers: Answers) -> dict[str, FollowUpState]:
    """Return the state of every plan that somebody has reported on, by the plan's id."""
    states = (FollowUpState(answers, content) for content in answers.index.plans.values())
    return {state.plan: state for state in states if state.reports}
