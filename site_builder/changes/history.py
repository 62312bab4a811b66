"""The revisions of the content, and what each of them changed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct, field

from site_builder.changes.change import Change, Nature


class Commit(Struct, frozen=True):
    """A commit: its id, its moment in UTC, and for each file that it changed the texts before and after, by their ids.

    The id of a text that is not there is empty.
    """

    id: str
    moment: str
    files: tuple[tuple[str, str, str], ...]


class Told(Struct, frozen=True):
    """A change with its permanent address: the anchor on the page of changes."""

    anchor: str
    moment: str
    change: Change

    @property
    def day(self) -> date:
        """The day of the change."""
        return date.fromisoformat(self.moment[:10])


class Revision(Struct, frozen=True):
    """A state of the content that git has: its id, and the day when it was saved."""

    id: str
    day: date


class History(Struct, frozen=True, dict=True):
    """All changes, the latest revision first.

    `missing` is the key of the words for why there are none, or not all. `days` gives the day of the latest revision of
    a file, by path, whatever it changed. `revision` is the one that the files are as, None where they are as none.
    """

    changes: tuple[Told, ...] = ()
    missing: str = "no-git"
    days: Mapping[str, date] = field(default_factory=dict)
    revision: Revision | None = None

    def latest_day(self, paths: Iterable[str]) -> date | None:
        """Return the day of the latest revision of any of some files; None where it is not known."""
        return max((self.days[path] for path in paths if path in self.days), default=None)

    @cached_property
    def facts(self) -> tuple[Told, ...]:
        """The changes of facts."""
        return tuple(told for told in self.changes if told.change.nature is Nature.FACT)

    @cached_property
    def latest(self) -> Mapping[str, Sequence[Told]]:
        """The changes of facts in the latest revision that has any, by path, and by `path#id` for each thing in it."""
        found: dict[str, list[Told]] = {}
        for told in self.facts:
            path = told.change.path
            for place in (path, f"{path}#{told.change.subject.id}"):
                those = found.setdefault(place, [])
                if not those or those[0].moment == told.moment:
                    those.append(told)
        return found


def anchored(changes: Iterable[Change], moment: str) -> Iterator[Told]:
    """Yield changes of one moment with their anchors, which do not depend on the words that a change is told in."""
    for change in changes:
        subject = change.subject
        facts = (change.telling, subject.kind, subject.plan, subject.id, change.places, _bare(change))
        digest = hashlib.sha256(repr((moment, *facts)).encode()).hexdigest()[:10]
        yield Told(f"a-{moment[:10]}-{digest}", moment, change)


def _bare(change: Change) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(value.text for value in side) for side in (change.before, change.after))
