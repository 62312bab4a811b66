"""What has been answered about one intervention, the latest first, and who has not answered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.meaning import urls
from site_builder.meaning.answers import Given, State
from site_builder.meaning.follow_up_state import FollowUpState
from site_builder.render.follow_up.answer_lines import AnswerLine, answer_line
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import body_link
from site_builder.render.writer import PlanWriter, Writer


@dataclass(frozen=True)
class LackingBodies:
    """Bodies without an answer, which have their duty themselves or through the same groups."""

    via: tuple[Link, ...]
    bodies: tuple[Link, ...]


@dataclass(frozen=True)
class LackingYear:
    """What is missing in one year, and from whom."""

    words: str
    lines: tuple[LackingBodies, ...]


@dataclass(frozen=True)
class LatestAnswers:
    """Each body's latest answer, earlier ones, and what is missing. `nothing` is said where there is no follow-up."""

    nothing: str
    latest: tuple[AnswerLine, ...]
    earlier: tuple[AnswerLine, ...]
    lacking: tuple[LackingYear, ...]
    page: Link | None


def latest_answers(writer: PlanWriter, number: str) -> LatestAnswers:
    """Return what is known of an intervention of the writer's own plan."""
    plan = writer.plan
    state = writer.context.follow_up_states.get(plan.id)
    if state is None:
        return LatestAnswers(writer.t("follow_up.no-follow-up", plan=plan.short_title), (), (), (), None)
    latest, earlier = _by_age(state.given(number))
    return LatestAnswers(
        nothing="",
        latest=tuple(_line(writer, given) for given in latest),
        earlier=tuple(_line(writer, given) for given in earlier),
        lacking=tuple(_lacking(writer, state, number)),
        page=writer.link(urls.plan_page(plan, "uppfoljning"), writer.t("follow_up.of-plan", plan=plan.short_title)),
    )


def _line(writer: Writer, given: Given) -> AnswerLine:
    return answer_line(writer, given, f"svar-{given.follow_up.id}")


def _by_age(given: Iterable[Given]) -> tuple[list[Given], list[Given]]:
    """Return each body's latest answer, and the others."""
    latest: dict[str, Given] = {}
    earlier = [item for item in given if latest.setdefault(item.follow_up.organization, item) is not item]
    return list(latest.values()), earlier


def _lacking(writer: Writer, state: FollowUpState, number: str) -> Iterator[LackingYear]:
    """Yield what is missing year by year; where nobody knows whom it concerns, that is said once."""
    measure = state.content.plan.value.terms.measure
    for year in state.years:
        if not state.is_asked(number, year):
            yield LackingYear(writer.t("follow_up.not-asked", year=year, measure=measure.definite), ())
        elif state.answers.concerned(f"{state.plan}/{number}"):
            yield _missing(writer, state, number, year)
    if not state.is_duty_known(number):
        yield LackingYear(writer.t("follow_up.unknown-duty", measure=measure.definite), ())


def _missing(writer: Writer, state: FollowUpState, number: str, year: int) -> LackingYear:
    concerned = state.answers.concerned(f"{state.plan}/{number}")
    rows = state.by_measure[year].get(number, {})
    missing = [body for body in state.bodies if body in concerned and rows[body].state is State.MISSING]
    key = "missing-from" if missing else "all-answered"
    words = {"year": year, "total": len(concerned), "n": len(missing)}
    return LackingYear(writer.t(f"follow_up.{key}", **words), tuple(_by_way(writer, state, number, missing)))


def _by_way(writer: Writer, state: FollowUpState, number: str, bodies: Iterable[str]) -> Iterator[LackingBodies]:
    """Yield those with a duty of their own, then those who have it through a group."""
    found: dict[tuple[str, ...], list[Link]] = {(): []}
    for body in bodies:
        found.setdefault(state.ways.get((number, body), ()), []).append(body_link(writer, body))
    for via, links in found.items():
        if links:
            yield LackingBodies(tuple(body_link(writer, group) for group in via), tuple(links))
