"""The state of a plan on a day: proposed, decided and to come, valid, or over; and the plans that come after it."""

from datetime import date
from enum import StrEnum

from schema.plan import Plan
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.meaning.period import is_over, period


class PlanState(StrEnum):
    """What a plan is on a day. That it is proposed is said by its own file, all else by its period."""

    PROPOSED = "proposed"
    COMING = "coming"
    VALID = "valid"
    OVER = "over"


def state_of(plan: Plan, day: date) -> PlanState:
    """Return the state of a plan on a day."""
    if plan.proposal:
        return PlanState.PROPOSED
    if is_over(plan, day):
        return PlanState.OVER
    return PlanState.COMING if day < period(plan).first_day else PlanState.VALID


def successors(index: PlanIndex, plan: str) -> tuple[PlanContent, ...]:
    """Return the plans that say that they come after a plan, decided ones before those that are only proposed."""
    found = (content for content in index.plans.values() if plan in content.plan.value.replaces)
    return tuple(sorted(found, key=lambda content: content.plan.value.proposal))


def predecessors(index: PlanIndex, plan: Plan) -> tuple[PlanContent, ...]:
    """Return the plans that a plan comes after, of those that are there."""
    return tuple(index.plans[name] for name in plan.replaces if name in index.plans)
