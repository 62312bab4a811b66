"""What every page is made from: the index, the words, the day, and a writer for each page."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from schema.document import Decision, Difference
from site_builder.changes.history import History
from site_builder.foundation.strings import Strings
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.meaning.plans.continuation import Continuations
from site_builder.meaning.reports.answers import Answers
from site_builder.meaning.reports.follow_up_state import FollowUpState, follow_up_states
from site_builder.meaning.succession import revisions_of
from site_builder.render.writer import PlanWriter, Writer


class RenderContext(Struct, frozen=True, dict=True):
    """All that rendering builds on.

    `history` is what every revision changed; `codes` are the checks and how serious each is.
    `version` is that of the content.
    """

    index: PlanIndex
    strings: Strings
    as_of: date
    history: History
    codes: tuple[tuple[str, str], ...] = ()
    version: str = ""

    @cached_property
    def site_name(self) -> str:
        """The name of the whole site."""
        return self.index.site.value.name if self.index.site else ""

    @cached_property
    def answers(self) -> Answers:
        """What bodies have reported, and what the lack of a report means."""
        return Answers(self.index)

    @cached_property
    def follow_up_states(self) -> Mapping[str, FollowUpState]:
        """The state of follow-up of each plan that somebody has reported on, by the plan's id."""
        return follow_up_states(self.answers)

    @cached_property
    def continuations(self) -> Mapping[str, Continuations]:
        """The way to each plan from those before it, by the plan's id."""
        return {key: Continuations(self.index, content) for key, content in self.index.plans.items()}

    @cached_property
    def revisions(self) -> Mapping[str, tuple[Decision, ...]]:
        """The decisions that changed each plan, by the plan's id."""
        return {content.plan.value.id: revisions_of(self.index, content) for content in self.index.plans.values()}

    @cached_property
    def plans(self) -> tuple[PlanContent, ...]:
        """All plans, the current one first."""
        current = self.index.site.value.current_plan if self.index.site else ""
        return tuple(sorted(self.index.plans.values(), key=lambda content: content.plan.value.id != current))

    @cached_property
    def differences_at(self) -> dict[str, list[Difference]]:
        """The places where sources disagree, by the address of each page that is affected."""
        site, found = self.at(""), defaultdict[str, list[Difference]](list)
        for record in self.index.differences:
            for affected in record.value.affects:
                found[site.target(affected).address].append(record.value)
        return found

    def at(self, address: str) -> Writer:
        """Return a writer for a page that belongs to no plan."""
        return Writer(self, address, None)

    def of_plan(self, content: PlanContent, address: str) -> PlanWriter:
        """Return a writer for a page of a plan, which knows all that is in the plan."""
        return PlanWriter(self, address, content.plan.value, content)
