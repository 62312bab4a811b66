"""What the follow-up of a plan leaves out: what no form that we hold asks, and what the indicators do not measure."""

from collections.abc import Iterator

from msgspec import Struct

from schema.follow_up import FollowUp
from schema.plan import Noun
from site_builder.meaning import urls
from site_builder.meaning.names.short_names import short_name
from site_builder.meaning.reports.follow_up_state import FollowUpState
from site_builder.render.follow_up.answer_lines import period_words
from site_builder.render.links import Link
from site_builder.render.plan.indicators import has_values
from site_builder.render.shared.parts import counted, intervention_link
from site_builder.render.writer import PlanWriter, Writer


class NotInForm(Struct, frozen=True):
    """A report, and the measures of the plan that its form has no question about, or that it does not take up."""

    words: str
    measures: tuple[Link, ...]


def not_in_form(writer: Writer, state: FollowUpState) -> Iterator[NotInForm]:
    """Yield what each report leaves out, the latest first. Only where we hold the form is it known what was asked."""
    interventions = [record.value for record in state.content.interventions]
    for report in (record.value for record in state.reports):
        told = {number for number in state.numbers for given in state.given(number) if given.follow_up is report}
        then = [item for item in interventions if state.is_of(item.number, report.year)]
        found = [intervention for intervention in then if intervention.number not in told]
        words = _words(writer, report, (len(found), len(then)), state.content.plan.value.terms.measure)
        yield NotInForm(
            words, tuple(intervention_link(writer.of_plan(state.content), intervention) for intervention in found)
        )


def _words(writer: Writer, report: FollowUp, numbers: tuple[int, int], noun: Noun) -> str:
    """Return how many of all are missing, or that all are there: never more than what is counted."""
    missing, number = numbers
    name = report.answered_by or writer.context.index.organizations[report.organization].value.name
    values = {"by": name, "period": period_words(report), "title": report.title}
    values |= {"n": str(missing or number), "total": counted(number, noun)}
    if report.form:
        return writer.t("follow_up.not-in-form" if missing else "follow_up.form-whole", **values)
    return writer.t("follow_up.not-taken-up" if missing else "follow_up.taken-up", **values)


def indicator_words(writer: Writer, state: FollowUpState) -> str:
    """Return what is to say of indicators, which belong to the plan's goals and not to single measures."""
    plan, indicators = state.content.plan.value, state.content.indicators
    noun, number = plan.terms.measure, len(state.content.holding)
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


def without_value(writer: PlanWriter) -> Iterator[Link]:
    """Yield links to the indicators of a plan of which no value is known."""
    for indicator in (record.value for record in writer.content.indicators if not has_values(record.value)):
        yield writer.link(urls.indicator(writer.plan, indicator.id), short_name(indicator))
