"""Until when a plan holds, and what comes then, as far as the content knows: worked out from its plans and the day."""

from dataclasses import dataclass

from site_builder.foundation.swedish import long_date
from site_builder.meaning import urls
from site_builder.meaning.period import is_over, period
from site_builder.render.links import Link
from site_builder.render.writer import PlanWriter


@dataclass(frozen=True)
class Horizon:
    """The last day of a plan in a sentence, and the plans that begin after it, or that none is here."""

    until: str
    then: str
    plans: tuple[Link, ...]


def horizon_of(writer: PlanWriter) -> Horizon:
    """Return how far the writer's plan reaches on the day that the site is built."""
    plan, last = writer.plan, period(writer.plan).last_day
    key = "start.held-until" if is_over(plan, writer.context.as_of) else "start.holds-until"
    others = (content.plan.value for content in writer.context.index.plans.values())
    after = sorted((other for other in others if period(other).first_day > last), key=lambda one: period(one).first_day)
    links = tuple(writer.link(urls.plan_start(other), other.short_title) for other in after)
    return Horizon(writer.t(key, day=long_date(last)), writer.t("start.then" if links else "start.then-unknown"), links)
