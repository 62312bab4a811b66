"""What time does to a plan: its period and whether it is over.

A source may give no more than years. The plan holds them as years; only here do they become days.
"""

from datetime import date, timedelta

from msgspec import Struct

from schema.choices import Precision
from schema.plan import Plan


class Period(Struct, frozen=True):
    """The days that a plan is valid, both included."""

    first_day: date
    last_day: date

    @property
    def first_day_after(self) -> date:
        """The day from which the plan's period is over."""
        return self.last_day + timedelta(days=1)

    @property
    def is_possible(self) -> bool:
        """Tell whether the period begins before it ends."""
        return self.first_day <= self.last_day


def period(plan: Plan) -> Period:
    """Return the plan's period: of a first year its first day, of a last year its last."""
    first, last = plan.valid_from, plan.valid_to
    return Period(
        date(first, 1, 1) if isinstance(first, int) else first,
        date(last, 12, 31) if isinstance(last, int) else last,
    )


def precision(given: int | date) -> Precision:
    """Return how exactly the beginning or the end of a period is given."""
    return Precision.YEAR if isinstance(given, int) else Precision.DAY


def is_over(plan: Plan, as_of: date) -> bool:
    """Tell whether the plan's period is over on a day."""
    return as_of > period(plan).last_day
