"""What commands and forms are told in writing: a plan, a measure, a day."""

from datetime import date

from site_builder.editing.jobs.desk import Desk, Refusal


def plan_of(desk: Desk, plan: str | None) -> str:
    """Return the plan that a job is about: the current one unless another is given."""
    found = plan or (str(desk.index.site.value.current_plan) if desk.index.site else "")
    if found not in desk.index.plans:
        raise Refusal("no-plan", plan=found)
    return found


def measure_of(desk: Desk, written: str, plan: str | None = None) -> tuple[str, str]:
    """Return the plan and the number of a measure that is written with its plan or without."""
    before, _, number = written.rpartition("/")
    return plan_of(desk, before or plan), number


def day_of(written: str) -> date:
    """Return a day that is written YYYY-MM-DD."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refusal("no-day", day=written) from None
