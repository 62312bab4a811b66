"""What one body has to do in one plan, as its page shows it: its own duties in a table, then those of its groups."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from site_builder.foundation.language.phrases import capital, enumeration
from site_builder.meaning import urls
from site_builder.meaning.body_duties import count_interventions, duties_by_intervention, duties_in
from site_builder.meaning.duty import Duty
from site_builder.meaning.lifetime import Lifetime
from site_builder.render.bodies.duty_table import (
    Answered,
    answer_legend,
    answer_words,
    answers_of,
    duty_table,
    duty_time,
)
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import Body, body_link
from site_builder.render.shared.lifetimes import OtherTime, at_other_times, with_limits
from site_builder.render.shared.parts import counted, intervention_link
from site_builder.render.shared.plan_state import with_state
from site_builder.render.shared.table import Table
from site_builder.render.writer import PlanWriter, Writer


class GroupTask(Struct, frozen=True):
    """An intervention that a group is named in: the role, and what is known of the body's own answers, if anything."""

    link: Link
    words: Markup


class GroupTasks(Struct, frozen=True):
    """What comes to a body through a group and nothing else: only named here, since the group's page tells of it."""

    heading: str
    group: Link
    items: tuple[GroupTask, ...]


class PlanDuties(Struct, frozen=True):
    """All that a body has to do in a plan. Nothing is listed twice."""

    heading: str
    anchor: str
    summary: str
    table: Table | None
    legend: str
    groups: tuple[GroupTasks, ...]


def plan_duties(writer: Writer, body: Body, duties: Sequence[Duty]) -> Iterator[PlanDuties]:
    """Yield what the duties of a body ask in each plan, the current plan first; plans without duties are left out."""
    for content in writer.context.plans:
        if here := duties_in(content, duties):
            in_plan = writer.of_plan(content)  # a bare number in the plan's texts is one of its own
            answers = answers_of(in_plan, body.id)
            yield PlanDuties(
                heading=writer.t("organizations.tasks-in", plan=_name(in_plan)),
                anchor=urls.anchor("uppgifter", in_plan.plan.id),
                summary=_summary(in_plan, body.name, here),
                table=None if all(duty.via for duty in here) else duty_table(in_plan, body.name, here, answers),
                legend=answer_legend(here, answers),
                groups=tuple(_groups(in_plan, here, answers)),
            )


def _name(writer: PlanWriter) -> str:
    """Return the plan with its state, so that nobody takes what is proposed for a duty."""
    return with_state(writer.context.strings, writer.plan, writer.context.as_of)


def other_duties(writer: Writer, body: Lifetime, duties: Sequence[Duty]) -> tuple[OtherTime, ...]:
    """Return the duties that a body has had or gets later, each with when and by which decision."""
    plans = writer.context.index.plans

    def line(duty: Duty, lifetime: Lifetime) -> Markup:
        words = writer.t(f"site.roles.{duty.role}.verb")
        if duty.via:
            words = writer.t("matrix.via", verb=words, groups=body_link(writer, duty.via).text)
        measure = intervention_link(writer.of_plan(plans[duty.plan]), duty.intervention)
        named = writer.said("validity.duty-line", measure=measure, role=words)
        return with_limits(writer, named, lifetime.beside(body))

    return at_other_times(writer, "duties", ((duty, duty.lifetime) for duty in duties), line)


def _summary(writer: PlanWriter, name: str, duties: Sequence[Duty]) -> str:
    """Return in how many interventions the plan names the body, and, never in one sum, in how many it names a group."""
    plan, noun = writer.plan, writer.plan.terms.measure
    words = {"name": name, "plan": _name(writer) if plan.proposal else plan.short_title}
    own = count_interventions(duty for duty in duties if not duty.via)
    via = count_interventions(duty for duty in duties if duty.via)
    said = [(key, number) for key, number in (("summary", own), ("summary-via", via)) if number]
    return " ".join(writer.t(f"organizations.{key}", n=counted(number, noun), **words) for key, number in said)


def _groups(writer: PlanWriter, duties: Sequence[Duty], answers: Answered) -> Iterator[GroupTasks]:
    """Yield what comes through each group, but for what the table has told of."""
    told = {duty.intervention.number for duty in duties if not duty.via}
    ways = sorted({duty.via for duty in duties if duty.via}, key=list(writer.context.index.groups).index)
    for via in ways:
        here = [duty for duty in duties if duty.via == via and duty.intervention.number not in told]
        told |= {duty.intervention.number for duty in here}
        if here:
            group, found = body_link(writer, via), list(duties_by_intervention(here).values())
            roles = [_roles(writer, same) for same in found]
            common = roles[0] if len(set(roles)) == 1 else ""
            words = counted(len(found), writer.plan.terms.measure)
            heading = writer.t(
                "organizations.via" if common else "organizations.via-mixed",
                n=words,
                group=group.text,
                role=capital(common),
            )
            items = (
                _task(writer, same, "" if common else role, answers) for same, role in zip(found, roles, strict=True)
            )
            yield GroupTasks(heading, group, tuple(items))


def _roles(writer: PlanWriter, duties: Sequence[Duty]) -> str:
    return enumeration([writer.t(f"site.roles.{duty.role}.verb") for duty in duties])


def _task(writer: PlanWriter, duties: Sequence[Duty], role: str, answers: Answered) -> GroupTask:
    intervention = duties[0].intervention
    known = [
        answer_words(year, found[intervention.number])
        for year, found in answers.items()
        if intervention.number in found
    ]
    words = [*((escape(role),) if role else ()), *filter(None, (duty_time(writer, duty) for duty in duties)), *known]
    return GroupTask(intervention_link(writer, intervention), Markup("; ").join(words))
