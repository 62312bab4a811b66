"""What time does to a plan: its period and whether it is over."""

from dataclasses import dataclass
from datetime import date, timedelta

from schema.plan import Plan


@dataclass(frozen=True)
class Period:
    """The days that a plan is valid, both included."""

    first_day: date
    last_day: date

    @property
    def first_day_after(self) -> date:
        """The day from which the plan's period is over."""
        return self.last_day + timedelta(days=1)

    @property
    def is_whole_years(self) -> bool:
        """Tell whether the period is some whole years; many sources give the years alone."""
        return (self.first_day.month, self.first_day.day, self.last_day.month, self.last_day.day) == (1, 1, 12, 31)


def period(plan: Plan) -> Period:
    """Return the plan's period."""
    return Period(plan.valid_from, plan.valid_to)


def is_over(plan: Plan, as_of: date) -> bool:
    """Tell whether the plan's period is over on a day."""
    return as_of > plan.valid_to
