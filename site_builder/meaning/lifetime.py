"""From and to when something holds, as far as the sources say, and whether it held on a day or in a year.

This is the one place that answers. What is not said is unknown: then nothing is said to have begun or ended. A year
without a day says that it began or ended some time in that year, so on its days it may hold: partly, not surely.
"""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from schema.validity import FormerName, Validity

YearOrDay = int | date


class Holds(StrEnum):
    """Whether something holds: all the time asked about, for a part of it or perhaps, or not at all."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Lifetime(Struct, frozen=True):
    """The first and the last year or day, where they are known, and the decisions that they come from."""

    begins: YearOrDay | None = None
    ends: YearOrDay | None = None
    added_by: str | None = None
    ended_by: str | None = None

    @property
    def first_day(self) -> date:
        """The first day on which it may hold."""
        return date.min if self.begins is None else earliest(self.begins)

    @property
    def last_day(self) -> date:
        """The last day on which it may hold."""
        return date.max if self.ends is None else latest(self.ends)

    @property
    def is_possible(self) -> bool:
        """Tell whether there is any day on which it may hold."""
        return self.first_day <= self.last_day

    def on(self, day: date) -> Holds:
        """Tell whether it holds on a day; partly means that it may, since only the year is known."""
        return self._between(day, day)

    def during(self, year: int) -> Holds:
        """Tell whether it holds in a year: all of it, a part of it or perhaps so, or none of it."""
        return self._between(date(year, 1, 1), date(year, 12, 31))

    def has_begun(self, day: date) -> bool:
        """Tell whether it may have begun by a day; what has no known beginning has."""
        return day >= self.first_day

    def has_ended(self, day: date) -> bool:
        """Tell whether it surely is over on a day."""
        return day > self.last_day

    def nearest(self, day: date) -> date:
        """Return the day itself where this holds then, else its own last or first day."""
        return max(self.first_day, min(day, self.last_day))

    def within(self, other: "Lifetime") -> "Lifetime":
        """Return when both hold: from the later beginning to the earlier end, each with its own decision."""
        if other is ALWAYS:  # as nearly all are
            return self
        begins = max(self, other, key=lambda item: item.first_day)
        ends = min(self, other, key=lambda item: item.last_day)
        return Lifetime(begins.begins, ends.ends, begins.added_by, ends.ended_by)

    def beside(self, other: "Lifetime") -> "Lifetime":
        """Return the limits that this has and the other has not: another time, or a decision more."""
        first = (self.begins, self.added_by)
        if self.begins == other.begins and self.added_by in (None, other.added_by):
            first = (None, None)
        last = (self.ends, self.ended_by)
        if self.ends == other.ends and self.ended_by in (None, other.ended_by):
            last = (None, None)
        return Lifetime(first[0], last[0], first[1], last[1])

    def covers(self, other: "Lifetime") -> bool:
        """Tell whether this holds whenever the other one may."""
        return self.first_day <= other.first_day and self.last_day >= other.last_day

    def _between(self, first: date, last: date) -> Holds:
        if not self.is_possible or self.first_day > last or self.last_day < first:
            return Holds.NO
        began = self.begins is None or latest(self.begins) <= first
        lasts = self.ends is None or earliest(self.ends) >= last
        return Holds.YES if began and lasts else Holds.PARTLY


ALWAYS = Lifetime()


def lifetime_of(thing: Validity | FormerName) -> Lifetime:
    """Return when something holds by its own fields alone; where they contradict each other, nothing is known."""
    by = (thing.added_by, thing.ended_by) if isinstance(thing, Validity) else (None, None)
    if thing.valid_from is None and thing.valid_to is None and by == (None, None):
        return ALWAYS
    found = Lifetime(thing.valid_from, thing.valid_to, *by)
    return found if found.is_possible else ALWAYS


def earliest(given: YearOrDay) -> date:
    """Return the first day that a year or a day may mean."""
    return date(given, 1, 1) if isinstance(given, int) else given


def latest(given: YearOrDay) -> date:
    """Return the last day that a year or a day may mean."""
    return date(given, 12, 31) if isinstance(given, int) else given
