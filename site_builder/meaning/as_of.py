"""What holds on the day that the content is read for: the part of the index that knows the day."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from schema.validity import Validity
from site_builder.foundation.source import Record
from site_builder.meaning.duty import Duty, Membership, held
from site_builder.meaning.lifetime import ALWAYS, Holds, Lifetime, lifetime_of

Thing = TypeVar("Thing", bound=Validity)


def holds_on(lifetime: Lifetime, day: date | None) -> bool:
    """Tell whether something holds on a day, or may do so; without a day all that ever was counts."""
    return day is None or lifetime.on(day) is not Holds.NO


def holding_on(records: Iterable[Record[Thing]], day: date | None) -> tuple[Record[Thing], ...]:
    """Return the things that hold on a day."""
    return tuple(record for record in records if holds_on(lifetime_of(record.value), day))


class AsOf(Struct, frozen=True, dict=True):
    """When bodies exist, who is in which group and who has to do what: ever, and on the day `as_of`."""

    as_of: date | None
    body_times: Mapping[str, Lifetime]
    memberships: Mapping[str, tuple[Membership, ...]]
    all_duties: tuple[Duty, ...]

    def role_time(self, entry: Validity, body: str) -> Lifetime:
        """Return when a body has the role of an entry: no longer than the body exists."""
        return lifetime_of(entry).within(self.body_times.get(body, ALWAYS))

    def holds(self, lifetime: Lifetime) -> bool:
        """Tell whether something holds on the day, or may do so."""
        return holds_on(lifetime, self.as_of)

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Who has to do what on the day."""
        return held(self.all_duties, self.holds)

    @cached_property
    def members(self) -> Mapping[str, tuple[str, ...]]:
        """The organizations in each group on the day, by name."""
        return {
            group: tuple(dict.fromkeys(item.organization for item in found if self.holds(item.lifetime)))
            for group, found in self.memberships.items()
        }
