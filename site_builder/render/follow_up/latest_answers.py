"""What has been answered about one intervention, the latest first, and what is and is not known of others."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from site_builder.foundation.language.phrases import enumeration
from site_builder.meaning import urls
from site_builder.meaning.reports.follow_up_state import FollowUpState, Part
from site_builder.meaning.reports.given import Given, Known, State
from site_builder.render.follow_up.answer_lines import AnswerLine, answer_line
from site_builder.render.follow_up.summary import caveat
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import body_link
from site_builder.render.writer import PlanWriter, Writer

WITHOUT = {
    State.UNANSWERED: "unanswered-by",
    State.NOT_IN_FORM: "not-in-form-by",
    State.NOT_PUBLISHED: "not-published-by",
}


class KnownBodies(Struct, frozen=True):
    """Bodies of which one and the same thing is known."""

    words: str
    bodies: tuple[Link, ...]


class KnownYear(Struct, frozen=True):
    """From how many we hold an answer of a year, and what is known of others that the plan or a form tells of."""

    words: tuple[str, ...]
    lines: tuple[KnownBodies, ...]


class LatestAnswers(Struct, frozen=True):
    """Each body's latest answer, earlier ones, and what is known of others. `nothing` is said without any follow-up."""

    nothing: str
    latest: tuple[AnswerLine, ...]
    earlier: tuple[AnswerLine, ...]
    caveat: str
    years: tuple[KnownYear, ...]
    page: Link | None


def latest_answers(writer: PlanWriter, number: str) -> LatestAnswers:
    """Return what is known of an intervention of the writer's own plan."""
    plan = writer.plan
    state = writer.context.follow_up_states.get(plan.id)
    if state is None:
        return LatestAnswers(writer.t("follow_up.no-follow-up", plan=plan.short_title), (), (), "", (), None)
    latest, earlier = _by_age(state.given(number))
    return LatestAnswers(
        nothing="",
        latest=tuple(_line(writer, given) for given in latest),
        earlier=tuple(_line(writer, given) for given in earlier),
        caveat=caveat(writer, state),
        years=tuple(_year(writer, state, number, year) for year in state.years if state.is_of(number, year)),
        page=writer.link(urls.plan_page(plan, "uppfoljning"), writer.t("follow_up.of-plan", plan=plan.short_title)),
    )


def _line(writer: Writer, given: Given) -> AnswerLine:
    return answer_line(writer, given, urls.anchor("svar", given.follow_up.id))


def _by_age(given: Iterable[Given]) -> tuple[list[Given], list[Given]]:
    """Return each body's latest answer, and the others."""
    latest: dict[str, Given] = {}
    earlier = [item for item in given if latest.setdefault(item.follow_up.organization, item) is not item]
    return list(latest.values()), earlier


def _year(writer: Writer, state: FollowUpState, number: str, year: int) -> KnownYear:
    rows = state.by_intervention[year].get(number, {})
    lines = (_others(writer, rows, found, year) for found in WITHOUT)
    return KnownYear(tuple(_words(writer, state, number, year)), tuple(line for line in lines if line.bodies))


def _words(writer: Writer, state: FollowUpState, number: str, year: int) -> Iterator[str]:
    """Yield how many answers we hold: of those that the plan names n of m, of groups and others just how many."""
    measure = state.content.plan.value.terms.measure.definite
    answered = [state.part(number, body, year) for body, known in _answered(state, number, year)]
    named = sum(1 for numbers in state.own(year).values() if number in numbers)
    groups = [writer.context.index.groups[name].value.name for name, of in state.groups(year).items() if number in of]
    if named:
        yield writer.t("follow_up.year-own", year=year, n=answered.count(Part.OWN), total=named)
    if groups:
        yield writer.t("follow_up.year-group", year=year, n=answered.count(Part.GROUP), groups=enumeration(groups))
    if not state.is_duty_known(number, year):
        yield writer.t("follow_up.year-other", year=year, n=answered.count(Part.OTHER), measure=measure)


def _answered(state: FollowUpState, number: str, year: int) -> Iterator[tuple[str, Known]]:
    rows = state.by_intervention[year].get(number, {})
    return ((body, known) for body, known in rows.items() if known.state is State.ANSWERED)


def _others(writer: Writer, rows: Mapping[str, Known], state: State, year: int) -> KnownBodies:
    bodies = tuple(body_link(writer, body) for body, known in rows.items() if known.state is state)
    return KnownBodies(writer.t(f"follow_up.{WITHOUT[state]}", year=year), bodies)
