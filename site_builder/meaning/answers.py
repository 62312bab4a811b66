"""What is known of every duty: who answered what, who has not answered, who was not asked and who is not concerned.

These are different things and are never mixed: no answer is not “no”, and a measure that nobody was asked about is not
without an answer (design: content, rule 4).
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from schema.choices import Role
from schema.follow_up import Answer, Correction, FollowUp, ScaleStep
from site_builder.foundation.inline import qualified
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex

Measure = str  # the key of a measure: plan-id/1:4


class State(StrEnum):
    """What is known of one body, one measure and one year."""

    ANSWERED = "answered"
    MISSING = "missing"
    NOT_ASKED = "not_asked"
    NOT_CONCERNED = "not_concerned"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Given:
    """An answer in a report, with the corrections of it in the order of time. What is right is the last one."""

    measure: Measure
    follow_up: FollowUp
    answer: Answer
    corrections: tuple[Correction, ...]

    @property
    def step(self) -> ScaleStep | None:
        """The value, as it is after corrections; None where the question was left without one."""
        value = (self.corrections[-1] if self.corrections else self.answer).value
        return next((step for step in self.follow_up.scale if step.id == value), None)

    @property
    def reported(self) -> ScaleStep | None:
        """The value as the report has it."""
        return next((step for step in self.follow_up.scale if step.id == self.answer.value), None)

    @property
    def comment(self) -> str | None:
        """The comment, as it is after corrections."""
        return (self.corrections[-1] if self.corrections else self.answer).comment


@dataclass(frozen=True)
class Standing:
    """The state of one body, one measure and one year, with the answer where there is one."""

    state: State
    given: Given | None = None


@dataclass(frozen=True)
class Answers:
    """All answers, and what the lack of one means."""

    index: PlanIndex

    @cached_property
    def by_measure(self) -> Mapping[Measure, tuple[Given, ...]]:
        """The answers about each measure, the latest first."""
        found = defaultdict[Measure, list[Given]](list)
        for record in self.index.follow_ups:
            for given in answers_in(record, self._current):
                found[given.measure].append(given)
        return {measure: tuple(items) for measure, items in found.items()}

    def years(self, plan: str) -> tuple[int, ...]:
        """Return the years for which anybody has reported on a plan, the latest first."""
        found = {item.follow_up.year for key, items in self.by_measure.items() for item in items if _is_in(key, plan)}
        return tuple(sorted(found, reverse=True))

    def reports(self, plan: str) -> tuple[Record[FollowUp], ...]:
        """Return the reports that say anything about a plan, the latest first."""
        own = {item.follow_up.id for key, items in self.by_measure.items() for item in items if _is_in(key, plan)}
        return tuple(record for record in self.index.follow_ups if record.value.id in own)

    def is_asked(self, measure: Measure, year: int) -> bool:
        """Tell whether any report of a year has a question about a measure."""
        return any(item.follow_up.year == year for item in self.by_measure.get(measure, ()))

    def is_duty_known(self, measure: Measure) -> bool:
        """Tell whether the sources say who is responsible for a measure."""
        return measure in self._concerned

    def concerned(self, measure: Measure) -> frozenset[str]:
        """Return the organizations that have a duty in a measure, in any role."""
        return self._concerned.get(measure, frozenset())

    def standing(self, measure: Measure, organization: str, year: int) -> Standing:
        """Return what is known of one body, one measure and one year."""
        given = self._given.get((measure, organization, year))
        if given:
            return Standing(State.ANSWERED if given.step else State.MISSING, given)
        if not self.is_duty_known(measure):
            return Standing(State.UNKNOWN)
        if organization not in self.concerned(measure):
            return Standing(State.NOT_CONCERNED)
        return Standing(State.MISSING if self.is_asked(measure, year) else State.NOT_ASKED)

    @cached_property
    def _given(self) -> Mapping[tuple[Measure, str, int], Given]:
        """The latest answer of each body about each measure in each year."""
        return {
            (measure, item.follow_up.organization, item.follow_up.year): item
            for measure, items in self.by_measure.items()
            for item in reversed(items)
        }

    @cached_property
    def _concerned(self) -> Mapping[Measure, frozenset[str]]:
        """Who has a duty in each measure of which the sources say who is responsible."""
        found = defaultdict[Measure, set[str]](set)
        for content in self.index.plans.values():
            for record in content.interventions:
                if any(item.role is Role.RESPONSIBLE for item in record.value.responsibilities):
                    found[f"{content.plan.value.id}/{record.value.number}"] = set()
        for duty in self.index.duties:
            key = f"{duty.plan}/{duty.intervention.number}"
            if key in found:
                found[key].add(duty.organization)
        return {measure: frozenset(bodies) for measure, bodies in found.items()}

    @property
    def _current(self) -> str:
        return self.index.site.value.current_plan if self.index.site else ""


def answers_in(record: Record[FollowUp], current: str) -> tuple[Given, ...]:
    """Return the answers of one report in its own order. A number without a plan means one of the current plan."""
    follow_up = record.value
    corrections = defaultdict[Measure, list[Correction]](list)
    for correction in sorted(follow_up.corrections, key=lambda item: item.date):
        corrections[qualified("intervention", correction.measure, current)].append(correction)
    keys = (qualified("intervention", answer.measure, current) for answer in follow_up.answers)
    return tuple(
        Given(key, follow_up, answer, tuple(corrections[key]))
        for key, answer in zip(keys, follow_up.answers, strict=True)
    )


def _is_in(measure: Measure, plan: str) -> bool:
    return measure.rpartition("/")[0] == plan
