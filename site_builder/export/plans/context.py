"""What all publishing functions build on: the index, and what is worked out from it once."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from site_builder.export.plans.prose import Words
from site_builder.foundation.inline import parse_target
from site_builder.meaning.body_duties import duties_by_intervention
from site_builder.meaning.duty import Duty
from site_builder.meaning.link import PlanIndex


class ExportContext(Struct, frozen=True, dict=True):
    """The index with the duties of each intervention, by its key (`plan-id/1:4`)."""

    index: PlanIndex

    @cached_property
    def duties(self) -> Mapping[str, list[Duty]]:
        """What the organizations have to do."""
        return duties_by_intervention(self.index.duties)

    @cached_property
    def other_duties(self) -> Mapping[str, list[Duty]]:
        """What organizations have had to do, or get to do later."""
        return duties_by_intervention(duty for duty in self.index.all_duties if not self.index.holds(duty.lifetime))

    @property
    def words(self) -> Words:
        """Makes plain text of running text."""
        return Words(self.index)

    def address(self, kind: str, key: str) -> str:
        """Return the address of a thing, from the site's root."""
        return f"/{self.index.targets[kind, key].address}"

    def written_address(self, written: str) -> str:
        """Return the address of what is written as between `[[` and `]]`."""
        return self.address(*parse_target(written))
