"""The way from draft to decision as columns of boxes and the lines between them, before anything is drawn."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from schema.background import Draft
from schema.choices import Outcome
from schema.intervention import Intervention
from site_builder.foundation.inline import qualified
from site_builder.foundation.source import Record
from site_builder.meaning.lifetime import latest, lifetime_of
from site_builder.meaning.link import PlanContent

Key = str  # the id of a draft, or the key of a decided measure: plan-id/1:4
LEADING = (Outcome.KEPT, Outcome.MOVED, Outcome.SPLIT, Outcome.MERGED)


class Box(Struct, frozen=True):
    """A draft or a decided measure: its place, and its number if that is known."""

    key: Key
    column: int
    row: int
    number: str
    draft: Draft | None = None


class Line(Struct, frozen=True):
    """A line between two boxes, by way of free places in the columns between; `kind` is an outcome's."""

    origin: Box
    target: Box
    row: int
    kind: Outcome


class DraftGraph(Struct, frozen=True, dict=True):
    """All drafts of a plan in the columns of their versions, and the decided measures in the last one."""

    content: PlanContent

    @cached_property
    def drafts(self) -> Mapping[str, Draft]:
        """Every draft by its id, the oldest version first."""
        return {record.value.id: record.value for record in self.content.drafts}

    @cached_property
    def versions(self) -> tuple[str, ...]:
        """The versions before the decided plan, the oldest first."""
        return tuple(dict.fromkeys(draft.version for draft in self.drafts.values()))

    @cached_property
    def boxes(self) -> Mapping[Key, Box]:
        """Every box by its key."""
        made = {}
        for column, version in enumerate(self.versions):
            found = (draft for draft in self.drafts.values() if draft.version == version)
            for row, draft in enumerate(found):
                made[draft.id] = Box(draft.id, column, row, draft.number or "–", draft)
        plan = self.content.plan.value.id
        for row, record in enumerate(self._decided):
            key = f"{plan}/{record.value.number}"
            made[key] = Box(key, len(self.versions), row, record.value.number)
        return made

    @cached_property
    def _decided(self) -> tuple[Record[Intervention], ...]:
        """The measures of the decided plan; one that was added to it later has come another way."""
        first = latest(self.content.plan.value.valid_from)
        return tuple(item for item in self.content.interventions if lifetime_of(item.value).has_begun(first))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every line. One that passes a column goes below the boxes there, so that it touches none of them."""
        heights = [sum(box.column == column for box in self.boxes.values()) for column in range(len(self.versions) + 1)]
        made = []
        for origin, target in self._pairs():
            between = range(origin.column + 1, target.column)
            row = max((heights[column] for column in between), default=0)
            for column in between:
                heights[column] = row + 1
            made.append(Line(origin, target, row, self._kind(origin)))
        return tuple(made)

    @cached_property
    def ends(self) -> tuple[Box, ...]:
        """The drafts that no line leaves."""
        leaving = {line.origin.key for line in self.lines}
        return tuple(box for box in self.boxes.values() if box.draft and box.key not in leaving)

    @cached_property
    def without_draft(self) -> tuple[Box, ...]:
        """The decided measures that no line leads to."""
        reached = {line.target.key for line in self.lines}
        return tuple(box for box in self.boxes.values() if not box.draft and box.key not in reached)

    @property
    def rows(self) -> int:
        """How many rows the highest column has, with the lines that pass below it."""
        boxes = max(box.row for box in self.boxes.values())
        return 1 + max(boxes, *(line.row for line in self.lines), 0)

    def _pairs(self) -> Iterator[tuple[Box, Box]]:
        """Yield what continues what; a draft leads to a decided measure itself where no later draft does so for it."""
        following = self._following
        for draft in self.drafts.values():
            later = [self.drafts[name] for name in following[draft.id]]
            yield from ((self.boxes[draft.id], self.boxes[other.id]) for other in later)
            told = {key for other in later for key in self._became(other)}
            for key in self._became(draft):
                if key not in told and key in self.boxes:
                    yield self.boxes[draft.id], self.boxes[key]

    @cached_property
    def _following(self) -> Mapping[str, list[str]]:
        """The drafts of later versions that continue each draft."""
        found = defaultdict[str, list[str]](list)
        for draft in self.drafts.values():
            for name in dict.fromkeys(draft.continues):
                if name in self.boxes and self.boxes[name].column < self.boxes[draft.id].column:
                    found[name].append(draft.id)
        return found

    def _became(self, draft: Draft) -> list[Key]:
        plan = self.content.plan.value.id
        return list(dict.fromkeys(qualified("intervention", str(written), plan) for written in draft.became))

    @staticmethod
    def _kind(origin: Box) -> Outcome:
        """Return how the line from a draft looks; what is new, or was removed later on, came so far as it was."""
        outcome = origin.draft.outcome if origin.draft else Outcome.KEPT
        return outcome if outcome in LEADING else Outcome.KEPT
