"""The state of follow-up in sentences: who gave the answers that we hold, how many they are, and what nobody knows.

Every sentence here is one that the data can carry. What the plan asks by name and what it asks of a group are counted
apart, and the caveat stands beside the figures wherever they stand.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from site_builder.foundation.language.phrases import enumeration, number_word
from site_builder.meaning import urls
from site_builder.meaning.reports.follow_up_state import FollowUpState, Part
from site_builder.render.follow_up.words import Marks, figures
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import body_link
from site_builder.render.shared.parts import counted
from site_builder.render.writer import PlanWriter, Writer


class Answerer(Struct, frozen=True):
    """A body whose answers we hold, for which years, and who gave them in its stead."""

    link: Link
    words: str


class StateWords(Struct, frozen=True):
    """The latest state of some measures in figures, each part in a sentence of its own, and what nobody knows."""

    lines: tuple[str, ...]
    caveat: str


def state_words(writer: Writer, state: FollowUpState, numbers: Iterable[str]) -> StateWords:
    """Return the latest state of some measures: never a percentage, and what is asked of groups is no part of a sum."""
    wanted = tuple(numbers)
    return StateWords(tuple(_lines(writer, state, wanted)), caveat(writer, state))


def _lines(writer: Writer, state: FollowUpState, numbers: tuple[str, ...]) -> Iterator[str]:
    year, noun = state.years[0], state.content.plan.value.terms.measure
    marks = Marks(writer, state, year)
    own, group, other = (marks.count(numbers, part) for part in Part)
    if own:
        yield writer.t("follow_up.own", year=year, n=own.total(), figures=figures(marks, own))
    in_groups = {number for of in state.groups(year).values() for number in of if number in numbers}
    if in_groups:
        key = "follow_up.group" if group else "follow_up.group-none"
        told = figures(marks, group)
        yield writer.t(key, year=year, n=counted(len(in_groups), noun), figures=told)
    if other:
        yield writer.t("follow_up.other", year=year, figures=figures(marks, other))


def caveat(writer: Writer, state: FollowUpState) -> str:
    """Return how many reports we hold about a plan, and that of others nobody knows whether they were asked."""
    words = {"reports": report_count(writer, len(state.reports)), "plan": state.content.plan.value.short_title}
    if not state.unanswered:
        return writer.t("follow_up.caveat", **words)
    names = [writer.context.index.organizations[body].value.name for body in state.bodies if body in state.unanswered]
    return writer.t("follow_up.caveat-unanswered", names=enumeration(names), **words)


def report_count(writer: Writer, number: int) -> str:
    """Return a number of reports in words: one report, two reports."""
    noun = writer.t(f"follow_up.reports-noun.{'one' if number == 1 else 'many'}")
    return f"{number_word(number)} {noun}"


def answerers(writer: Writer, state: FollowUpState) -> Iterator[Answerer]:
    """Yield those whose answers we hold, with the years, and the administration that gave them."""
    for body in (name for name in state.bodies if name in state.answered):
        years = enumeration([str(year) for year in sorted(state.answered[body])])
        words = [years, *(writer.t("follow_up.by", by=name) for name in given_by(state, body))]
        yield Answerer(body_link(writer, body), ", ".join(words))


def given_by(state: FollowUpState, body: str, year: int | None = None) -> tuple[str, ...]:
    """Return who gave a body's answers in its stead, as the reports say, each once."""
    reports = (record.value for record in state.reports if record.value.organization == body)
    return tuple(dict.fromkeys(item.answered_by for item in reports if item.answered_by and year in (None, item.year)))


def state_link(writer: PlanWriter) -> Link:
    """Return a link to the follow-up of the writer's own plan."""
    return writer.link(urls.plan_page(writer.plan, "uppfoljning"), writer.t("follow_up.more"))
