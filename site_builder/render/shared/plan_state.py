"""The state of a plan in words, and the notice of it on each of its pages."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from schema.plan import Plan
from site_builder.foundation.language.phrases import year_or_day_words
from site_builder.foundation.page import Notice, NoticeLink
from site_builder.foundation.strings import Strings
from site_builder.meaning import urls
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.period import period
from site_builder.meaning.plans.state import PlanState, state_of, successors

if TYPE_CHECKING:
    from site_builder.render.writer import Writer


def state_words(strings: Strings, plan: Plan, day: date) -> str:
    """Return what state a plan is in on a day, as it stands by itself."""
    state = state_of(plan, day)
    told = state in (PlanState.COMING, PlanState.VALID) and not plan.decision
    key = f"{state}-undecided" if told else state.value
    return strings(f"plan.states.{key}", **_days(plan))


def state_mark(strings: Strings, plan: Plan, day: date) -> str:
    """Return the state of a plan as it stands after its name: nothing of one that is valid."""
    state = state_of(plan, day)
    return "" if state is PlanState.VALID else strings(f"plan.state-marks.{state}", **_days(plan))


def with_state(strings: Strings, plan: Plan, day: date) -> str:
    """Return a plan's short title, and its state where it is not simply valid."""
    mark = state_mark(strings, plan, day)
    return strings("plan.with-state", plan=plan.short_title, state=mark) if mark else plan.short_title


def marked_plan(writer: "Writer", plan: Plan, name: str) -> Markup:
    """Return a link to a plan, with its state after it where it is not simply valid."""
    mark, link = (
        state_mark(writer.context.strings, plan, writer.context.as_of),
        writer.link(urls.plan_start(plan), name),
    )
    return Markup("{} ({})").format(link, mark) if mark else Markup("{}").format(link)


def plan_notice(index: PlanIndex, strings: Strings, plan: Plan, day: date) -> Notice:
    """Return what every page of a plan says of its state: from when and until when, and the way to what comes after."""
    state, words = state_of(plan, day), {"plan": plan.short_title, **_days(plan)}
    if state is PlanState.PROPOSED:
        return Notice(strings("site.plan-proposed", **words), date.min, shown=True)
    if state is PlanState.COMING:
        first = period(plan).first_day
        return Notice(strings("site.plan-coming", **words), date.min, shown=True, last_day=first)
    after = tuple(_ways(index, strings, plan, day))
    text = strings("site.period-over" if after else "site.period-over-alone", **words)
    return Notice(text, period(plan).first_day_after, state is PlanState.OVER, links=after)


def _ways(index: PlanIndex, strings: Strings, plan: Plan, day: date) -> Iterator[NoticeLink]:
    for content in successors(index, plan.id):
        found = content.plan.value
        words = strings(f"site.plan-after.{state_of(found, day)}", plan=found.short_title, **_days(found))
        yield NoticeLink(words, found.short_title, urls.plan_start(found))


def _days(plan: Plan) -> dict[str, str]:
    return {"first": year_or_day_words(plan.valid_from), "last": year_or_day_words(plan.valid_to)}
