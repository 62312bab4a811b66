"""What a plan's follow-up leaves out: what nobody asked about, and what the indicators do not measure."""

from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.meaning import urls
from site_builder.meaning.follow_up_state import FollowUpState
from site_builder.meaning.link import PlanContent
from site_builder.render.links import Link
from site_builder.render.plan.indicators import has_values
from site_builder.render.shared.parts import counted, intervention_link
from site_builder.render.writer import Writer


@dataclass(frozen=True)
class NotAsked:
    """The measures that no report of a year asks about."""

    words: str
    measures: tuple[Link, ...]


def not_asked(writer: Writer, state: FollowUpState) -> Iterator[NotAsked]:
    """Yield what no report asks about, year by year."""
    measures, noun = state.content.interventions, state.content.plan.value.terms.measure
    in_plan = writer.of_plan(state.content)
    for year in state.years:
        found = [record.value for record in measures if not state.is_asked(record.value.number, year)]
        key = "follow_up.not-asked-year" if found else "follow_up.all-asked"
        words = writer.t(key, year=year, n=len(found), total=counted(len(measures), noun))
        yield NotAsked(words, tuple(intervention_link(in_plan, measure) for measure in found))


def indicator_words(writer: Writer, state: FollowUpState) -> str:
    """Return what is to say of indicators, which belong to the plan's goals and not to single measures."""
    plan, indicators = state.content.plan.value, state.content.indicators
    noun, number = plan.terms.measure, len(state.numbers)
    words = {
        "plan": plan.short_title,
        "measures": counted(number, noun),
        "measure": noun.indefinite,
        "all": str(number),
    }
    if not indicators:
        return writer.t("follow_up.no-indicators", **words)
    missing = sum(1 for record in indicators if not has_values(record.value))
    return writer.t("follow_up.indicators", n=missing, total=len(indicators), **words)


def without_value(writer: Writer, content: PlanContent) -> Iterator[Link]:
    """Yield links to the indicators of which no value is known."""
    plan = content.plan.value
    for indicator in (record.value for record in content.indicators if not has_values(record.value)):
        yield writer.link(urls.indicator(plan, indicator.id), indicator.name)
