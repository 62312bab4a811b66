"""What one body has answered in the follow-up of each plan, as far as it is published here, and what is not known."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from site_builder.foundation.language.order import number_key
from site_builder.foundation.language.phrases import capital
from site_builder.meaning import urls
from site_builder.meaning.reports.follow_up_state import FollowUpState, Part
from site_builder.meaning.reports.given import State
from site_builder.render.follow_up.bodies import answered_by_part
from site_builder.render.follow_up.summary import caveat, given_by
from site_builder.render.follow_up.words import Mark, Marks
from site_builder.render.links import Link
from site_builder.render.shared.parts import counted
from site_builder.render.writer import Writer


class MarkedInterventions(Struct, frozen=True):
    """The measures about which one and the same thing is known of the body."""

    words: str
    interventions: tuple[Link, ...]


class BodyYear(Struct, frozen=True):
    """One year's answers, and the reports that they stand in."""

    heading: str
    anchor: str
    summary: str
    lines: tuple[MarkedInterventions, ...]
    reports: tuple[Link, ...]


class BodyAnswers(Struct, frozen=True):
    """A plan's follow-up as far as it concerns the body, the latest year first, and what of it nobody knows."""

    heading: str
    anchor: str
    nothing: str
    years: tuple[BodyYear, ...]
    caveat: str
    page: Link


def body_answers(writer: Writer, body: str) -> Iterator[BodyAnswers]:
    """Yield what is published of a body's answers about each plan that names it or its group, the current first."""
    for content in writer.context.plans:
        plan, state = content.plan.value, writer.context.follow_up_states.get(content.plan.value.id)
        if state and _concerns(state, body):
            years = [year for year in state.years if _is_told(state, body, year)]
            yield BodyAnswers(
                heading=writer.t("follow_up.of-plan", plan=plan.short_title),
                anchor=urls.anchor("uppfoljning", plan.id),
                nothing="" if years else writer.t("follow_up.body-none", name=_name(writer, body)),
                years=tuple(_year(writer, state, body, year) for year in years),
                caveat=caveat(writer, state),
                page=writer.link(urls.plan_page(plan, "uppfoljning"), writer.t("follow_up.all-bodies")),
            )


def _concerns(state: FollowUpState, body: str) -> bool:
    """Tell whether the plan or a report tells of a body, or the plan of a group that it was in."""
    parts = (state.part(number, body, year) for year in state.years for number in state.numbers)
    return body in state.bodies or any(part is Part.GROUP for part in parts)


def _is_told(state: FollowUpState, body: str, year: int) -> bool:
    """Tell whether a report, or another source, tells anything of a body in a year."""
    return any(known.state is not State.NOT_PUBLISHED for known in state.by_body[year].get(body, {}).values())


def _year(writer: Writer, state: FollowUpState, body: str, year: int) -> BodyYear:
    """Return a year's answers. Those about the body's duties stand beside the duties, and are not listed once more."""
    marks, found = Marks(writer, state, year), defaultdict[Mark, list[str]](list)
    for number, known in state.by_body[year][body].items():
        if state.part(number, body, year) is Part.OTHER:
            found[marks.of(known)].append(number)
    reports = (record.value for record in state.reports)
    own = [report for report in reports if report.organization == body and report.year == year]
    return BodyYear(
        heading=str(year),
        anchor=urls.anchor("uppfoljning", f"{state.plan}-{year}"),
        summary=" ".join(_summary(writer, state, body, year)),
        lines=tuple(_line(writer, state, mark, found[mark]) for mark in marks.possible if mark in found),
        reports=tuple(writer.link(urls.follow_up(report.id), report.title) for report in own),
    )


def _summary(writer: Writer, state: FollowUpState, body: str, year: int) -> Iterator[str]:
    """Yield about how much we hold its answers, each part apart, and who gave them in its stead."""
    noun, name, total = state.content.plan.value.terms.measure, _name(writer, body), len(state.own(year).get(body, ()))
    numbers = {part: len(found) for part, found in answered_by_part(state, body, year).items()}
    if not any(numbers.values()):
        return
    if total:
        yield writer.t("follow_up.body-own", name=name, n=numbers[Part.OWN], total=counted(total, noun))
    if numbers[Part.GROUP]:
        yield writer.t("follow_up.body-group", name=name, n=counted(numbers[Part.GROUP], noun))
    if numbers[Part.OTHER]:
        yield writer.t("follow_up.body-other", name=name, n=counted(numbers[Part.OTHER], noun))
    for by in given_by(state, body, year):
        yield writer.t("follow_up.body-by", by=by)


def _name(writer: Writer, body: str) -> str:
    return writer.context.index.targets["body", body].name


def _line(writer: Writer, state: FollowUpState, mark: Mark, numbers: list[str]) -> MarkedInterventions:
    targets = (
        writer.context.index.targets["intervention", f"{state.plan}/{number}"]
        for number in sorted(numbers, key=number_key)
    )
    links = tuple(writer.link(target.address, target.title) for target in targets)
    words = writer.t("follow_up.label-other", label=capital(mark.label), n=len(links))
    return MarkedInterventions(words, links)
