"""The page of a plan's goals, and which indicators measure them."""

from collections import defaultdict
from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from schema.plan import Goal
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.names.short_names import short_name
from site_builder.render.links import Link
from site_builder.render.plan.indicators import has_values
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.writer import PlanWriter, Writer


class GoalLine(Struct, frozen=True):
    """A goal with its horizon and text."""

    id: str
    title: str
    horizon: str
    text: Markup
    sources: tuple[SourceLine, ...]


class IndicatorLine(Struct, frozen=True):
    """An indicator, and whether any value of it is known."""

    link: Link
    state: str


class MeasuredGoal(Struct, frozen=True):
    """A goal as the plan's table of indicators words it, and the indicators that measure it."""

    goal: str
    indicators: tuple[IndicatorLine, ...]


class GoalsView(Struct, frozen=True):
    """What the template of the goals shows."""

    intro: str
    differences: Differences
    goals: tuple[GoalLine, ...]
    measured: tuple[MeasuredGoal, ...]


def goals_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of the plan's goals."""
    plan = writer.plan
    titles = "; ".join(goal.title for goal in plan.goals)
    yield writer.page(
        "plan/goals.html.j2",
        lambda: GoalsView(
            intro=writer.t("plan.goals-lead", plan=plan.short_title),
            differences=differences_of(writer),
            goals=tuple(_goal(writer, goal) for goal in plan.goals),
            measured=tuple(_measured(writer)),
        ),
        title=writer.t("site.pages.mal"),
        description=writer.t("plan.goals-description", plan=plan.short_title, goals=titles),
        sources=(writer.content.plan.source.path, *(record.source.path for record in writer.content.indicators)),
        parent=urls.plan_start(plan),
    )


def _goal(writer: Writer, goal: Goal) -> GoalLine:
    text, sources = writer.prose(goal.text), source_lines(writer, goal.sources)
    return GoalLine(goal.id, goal.title, capital(goal.horizon), text, sources)


def _measured(writer: PlanWriter) -> Iterator[MeasuredGoal]:
    """Yield the goals of the indicators' table. It need not word them as the plan's own goals are worded."""
    found = defaultdict[str, list[IndicatorLine]](list)
    for record in writer.content.indicators:
        link = writer.link(urls.indicator(writer.plan, record.value.id), short_name(record.value))
        state = writer.t("plan.has-values" if has_values(record.value) else "plan.has-no-values")
        found[record.value.goal].append(IndicatorLine(link, state))
    for goal, indicators in found.items():
        yield MeasuredGoal(goal, tuple(indicators))
