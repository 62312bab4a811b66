"""What is known of every duty: who answered what, and, where here is no answer, what that does and does not mean.

We hold some reports. Of everybody else nobody knows whether they were asked or whether they answered, unless a report's
own form or another source tells. Unknown is never said as “has not answered”, and neither is “no” (design: content, 4).
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from schema.base import Sources
from schema.follow_up import FollowUp
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.reports.given import Given, Known, Measure, State, answers_in
from site_builder.meaning.reports.year_duties import DutiesByYear

Place = tuple[str, str, int]  # a measure or a plan, an organization, and a year


class Answers(Struct, frozen=True, dict=True):
    """All answers, and what is known where there is none."""

    index: PlanIndex

    @cached_property
    def duties(self) -> DutiesByYear:
        """Who had to do what in each year."""
        return DutiesByYear(self.index)

    @cached_property
    def by_intervention(self) -> Mapping[Measure, tuple[Given, ...]]:
        """The answers about each measure, the latest first."""
        found = defaultdict[Measure, list[Given]](list)
        for record in self.index.follow_ups:
            for given in answers_in(record):
                found[given.intervention].append(given)
        return {intervention: tuple(items) for intervention, items in found.items()}

    def years(self, plan: str) -> tuple[int, ...]:
        """Return the years for which anybody has reported on a plan, the latest first."""
        found = {
            item.follow_up.year for key, items in self.by_intervention.items() for item in items if _is_in(key, plan)
        }
        return tuple(sorted(found, reverse=True))

    def reports(self, plan: str) -> tuple[Record[FollowUp], ...]:
        """Return the reports that say anything about a plan, the latest first."""
        own = {item.follow_up.id for key, items in self.by_intervention.items() for item in items if _is_in(key, plan)}
        return tuple(record for record in self.index.follow_ups if record.value.id in own)

    def is_taken_up(self, intervention: Measure, year: int) -> bool:
        """Tell whether any report that we hold from a year takes up a measure. Who was asked is another thing."""
        return any(item.follow_up.year == year for item in self.by_intervention.get(intervention, ()))

    def is_duty_known(self, intervention: Measure, year: int) -> bool:
        """Tell whether the sources say who was responsible for a measure in a year, or that it was none then."""
        return intervention in self.duties[year].concerned

    def concerned(self, intervention: Measure, year: int) -> frozenset[str]:
        """Return the organizations that had a duty in a measure in a year, in any role."""
        return self.duties[year].concerned.get(intervention, frozenset())

    def named(self, intervention: Measure, year: int) -> frozenset[str]:
        """Return the organizations to which the plan by name gave a duty in a measure in a year."""
        return self.duties[year].named.get(intervention, frozenset())

    def known(self, intervention: Measure, organization: str, year: int) -> Known:
        """Return what is known of one body, one measure and one year."""
        given = self._given.get((intervention, organization, year))
        if given:
            return Known(State.ANSWERED, given) if given.step else Known(State.UNANSWERED, given, given.answer.sources)
        if sources := self.unanswered.get((intervention, organization, year)):
            return Known(State.UNANSWERED, sources=sources)
        if self.is_duty_known(intervention, year) and organization not in self.concerned(intervention, year):
            return Known(State.NOT_CONCERNED)
        if form := self.forms.get((intervention.rpartition("/")[0], organization, year)):
            return Known(State.NOT_IN_FORM, sources=form)
        return Known(State.NOT_PUBLISHED if self.is_duty_known(intervention, year) else State.UNKNOWN)

    @cached_property
    def unanswered(self) -> Mapping[Place, Sources]:
        """Where a source says that a body was asked about a measure in a year and did not answer."""
        return {
            (intervention, item.organization, record.value.year): item.sources
            for record in self.index.follow_ups
            for item in record.value.unanswered
            for intervention in item.measures
        }

    @cached_property
    def forms(self) -> Mapping[Place, Sources]:
        """The forms that we hold, by the plan that they ask about, who filled them in, and when."""
        return {
            (given.intervention.rpartition("/")[0], record.value.organization, record.value.year): record.value.form
            for record in self.index.follow_ups
            if record.value.form
            for given in answers_in(record)
        }

    @cached_property
    def _given(self) -> Mapping[Place, Given]:
        """The latest answer of each body about each measure in each year."""
        return {
            (intervention, item.follow_up.organization, item.follow_up.year): item
            for intervention, items in self.by_intervention.items()
            for item in reversed(items)
        }


def _is_in(intervention: Measure, plan: str) -> bool:
    return intervention.rpartition("/")[0] == plan
