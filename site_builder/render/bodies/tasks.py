"""What one body has to do in one plan, as its page shows it: its own duties first, then those of its groups."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from schema.choices import Role
from site_builder.foundation.swedish import slug
from site_builder.meaning.body_duties import connected_with, count_interventions, duties_in
from site_builder.meaning.duty import Duty
from site_builder.meaning.lifetime import Lifetime
from site_builder.render.links import Link
from site_builder.render.prose import led
from site_builder.render.shared.body_facts import body_link
from site_builder.render.shared.lifetimes import OtherTime, at_other_times, limits, with_limits
from site_builder.render.shared.parts import counted, intervention_link
from site_builder.render.shared.plan_state import with_state
from site_builder.render.writer import PlanWriter, Writer


@dataclass(frozen=True)
class DutyItem:
    """A duty in an intervention: what exactly, if the plan says so, what the intervention is and should lead to.

    What has been told of already in another role, and what a group's own page tells of, is only named.
    """

    link: Link
    paragraphs: tuple[Markup, ...]


@dataclass(frozen=True)
class DutyGroup:
    """Duties in one role that came the same way: the body's own, or through the group in `via`."""

    heading: str
    anchor: str
    via: Link | None
    items: tuple[DutyItem, ...]


@dataclass(frozen=True)
class PlanDuties:
    """All that a body has to do in a plan."""

    heading: str
    anchor: str
    summary: str
    groups: tuple[DutyGroup, ...]


def plan_duties(writer: Writer, name: str, duties: Sequence[Duty]) -> Iterator[PlanDuties]:
    """Yield what the duties of a body ask in each plan, the current plan first; plans without duties are left out."""
    for content in writer.context.plans:
        if here := duties_in(content, duties):
            in_plan = writer.of_plan(content)  # a bare number in the plan's texts is one of its own
            yield PlanDuties(
                heading=writer.t("organizations.tasks-in", plan=_name(in_plan)),
                anchor=f"uppgifter-{in_plan.plan.id}",
                summary=_summary(in_plan, name, here),
                groups=tuple(_groups(in_plan, here)),
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


def _groups(writer: PlanWriter, duties: Sequence[Duty]) -> Iterator[DutyGroup]:
    """Yield the body's own duties by role, then those of each of its groups."""
    ways = sorted({duty.via for duty in duties if duty.via}, key=list(writer.context.index.groups).index)
    told: set[str] = set()
    for via in (None, *ways):
        for role in Role:
            found = [duty for duty in duties if duty.via == via and duty.role is role]
            if found:
                yield _group(writer, found, frozenset(told))
                told |= {duty.intervention.number for duty in found}


def _group(writer: PlanWriter, duties: Sequence[Duty], told: frozenset[str]) -> DutyGroup:
    """Return duties that have role and way in common."""
    role, via, plan = duties[0].role, duties[0].via, writer.plan
    group = body_link(writer, via) if via else None
    words = writer.t(f"organizations.roles.{role}", n=counted(count_interventions(duties), plan.terms.measure))
    return DutyGroup(
        heading=writer.t("organizations.via", role=words, group=group.text) if group else words,
        anchor="-".join([plan.id, slug(writer.t(f"site.roles.{role}.verb")), *([via] if via else [])]),
        via=group,
        items=tuple(_item(writer, duty, duty.intervention.number in told) for duty in duties),
    )


def _item(writer: PlanWriter, duty: Duty, told: bool) -> DutyItem:
    paragraphs = [_labelled(writer, "scope", duty.scope)] if duty.scope else []
    body = writer.context.index.body_times[duty.organization]  # its page says once when the body itself exists
    if when := limits(writer, duty.lifetime.beside(body)):
        paragraphs.insert(0, writer.said("organizations.holds", when=when))
    if told and not duty.via:
        paragraphs.append(escape(writer.t("organizations.told")))
    elif not duty.via:
        paragraphs += _told(writer, duty)
    return DutyItem(intervention_link(writer, duty.intervention), tuple(paragraphs))


def _told(writer: PlanWriter, duty: Duty) -> Iterator[Markup]:
    """Yield what the intervention is, what it should lead to and what it is connected with."""
    intervention = duty.intervention
    yield writer.prose(intervention.lead)
    if intervention.expected_result:
        yield _labelled(writer, "expected-result", intervention.expected_result)
    elif not writer.plan.known_through:  # of a plan that we do not have nobody can say what it leaves out
        yield escape(writer.t("organizations.no-expected-result"))
    if connected := connected_with(writer.context.index, duty):
        links = [_short_link(writer, duty.plan, key) for key in connected]
        yield Markup("{} {}").format(escape(writer.t("organizations.connected")), Markup(", ").join(links))


def _short_link(writer: Writer, plan: str, key: str) -> Link:
    """Return a link that shows a number, with the name of its plan if that is another one."""
    target, other = writer.context.index.targets["intervention", key], key.rpartition("/")[0]
    name = target.name if other == plan else f"{writer.context.index.plans[other].plan.value.short_title} {target.name}"
    return writer.link(target.address, name, target.whole_title)


def _labelled(writer: Writer, label: str, text: str) -> Markup:
    """Return running text after its label: on the same line if it begins with a paragraph, else below."""
    return led(writer.prose(text), writer.t(f"organizations.{label}"))
