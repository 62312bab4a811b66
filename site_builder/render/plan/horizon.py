"""Until when a plan holds, and what comes then, as far as the content knows: worked out from its plans and the day."""

from markupsafe import Markup
from msgspec import Struct

from site_builder.foundation.language.phrases import long_date
from site_builder.meaning.period import period
from site_builder.meaning.plans.state import PlanState, state_of, successors
from site_builder.render.shared.plan_state import marked_plan, state_words
from site_builder.render.writer import PlanWriter


class Horizon(Struct, frozen=True):
    """How far a plan reaches in a sentence, and the plans that say that they come after it, or that none is here."""

    until: str
    then: str
    plans: tuple[Markup, ...]


def horizon_of(writer: PlanWriter) -> Horizon:
    """Return how far the writer's plan reaches on the day that the site is built."""
    plan, day = writer.plan, writer.context.as_of
    until = state_words(writer.context.strings, plan, day)
    if state_of(plan, day) is PlanState.VALID and plan.decision:
        until = writer.t("start.holds-until", day=long_date(period(plan).last_day))
    after = [content.plan.value for content in successors(writer.context.index, plan.id)]
    links = tuple(marked_plan(writer, other, other.short_title) for other in after)
    return Horizon(until, writer.t("start.then" if links else "start.then-unknown"), links)
