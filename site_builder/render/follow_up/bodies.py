"""Whose answers we hold about a plan, and whom the plan names beside them: nobody is accused of silence."""

from collections.abc import Iterator

from msgspec import Struct

from site_builder.foundation.language.phrases import enumeration
from site_builder.meaning.reports.follow_up_state import FollowUpState, Part
from site_builder.meaning.reports.given import State
from site_builder.render.follow_up.summary import answerers
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import body_link
from site_builder.render.shared.parts import counted
from site_builder.render.writer import Writer


class BodyCount(Struct, frozen=True):
    """A body, and in words what we hold from it or what the plan gives it to do by name."""

    link: Link
    words: str


def with_answers(writer: Writer, state: FollowUpState) -> Iterator[BodyCount]:
    """Yield those whose answers we hold, who gave them, and in their latest year about what."""
    bodies = [name for name in state.bodies if name in state.answered]
    for body, who in zip(bodies, answerers(writer, state), strict=True):
        yield BodyCount(who.link, ": ".join([who.words, ", ".join(_about(writer, state, body))]))


def _about(writer: Writer, state: FollowUpState, body: str) -> Iterator[str]:
    year = state.answered[body][0]
    parts = answered_by_part(state, body, year)
    if total := len(state.own(year).get(body, ())):
        yield writer.t("follow_up.answered-duties", n=len(parts[Part.OWN]), total=total)
    if parts[Part.GROUP]:
        yield writer.t("follow_up.answered-group", n=len(parts[Part.GROUP]))
    if parts[Part.OTHER]:
        yield writer.t("follow_up.answered-other", n=len(parts[Part.OTHER]))


def answered_by_part(state: FollowUpState, body: str, year: int) -> dict[Part, list[str]]:
    """Return the measures about which we hold a body's answers from a year, by why they concern it."""
    found: dict[Part, list[str]] = {part: [] for part in Part}
    for number, known in state.by_body[year].get(body, {}).items():
        if known.state is State.ANSWERED:
            found[state.part(number, body, year)].append(number)
    return found


def silent(writer: Writer, state: FollowUpState) -> tuple[Link, ...]:
    """Return those of whom a source says that they were asked and left questions unanswered."""
    return tuple(body_link(writer, body) for body in state.bodies if body in state.unanswered)


def without_answers(writer: Writer, state: FollowUpState) -> Iterator[BodyCount]:
    """Yield those whom the plan names and from whom we hold no answer; whether there is one nobody knows."""
    noun, own = state.content.plan.value.terms.measure, state.own(state.years[0])
    told = {*state.answered, *state.unanswered}
    for body in (name for name in state.bodies if name in own and name not in told):
        yield BodyCount(body_link(writer, body), counted(len(own[body]), noun))


def groups_words(writer: Writer, state: FollowUpState) -> str:
    """Return which groups the plan gives something to do, and why they are counted apart; nothing without any."""
    named = state.groups(state.years[0])
    if not named:
        return ""
    groups, noun = writer.context.index.groups, state.content.plan.value.terms.measure
    names = [f"{groups[name].value.name} ({counted(len(of), noun)})" for name, of in named.items()]
    unlisted = any(groups[name].value.member_kinds for name in named)
    return writer.t("follow_up.groups" if unlisted else "follow_up.groups-listed", groups=enumeration(names))
