"""What one body has answered in the follow-up of each plan, and where it has a duty but no answer."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from site_builder.foundation.swedish import capital, number_key
from site_builder.meaning import urls
from site_builder.meaning.follow_up_state import FollowUpState
from site_builder.render.follow_up.words import Mark, Marks
from site_builder.render.links import Link
from site_builder.render.shared.parts import counted
from site_builder.render.writer import Writer


@dataclass(frozen=True)
class MarkedMeasures:
    """The measures about which the body gave one and the same answer, or none."""

    words: str
    measures: tuple[Link, ...]


@dataclass(frozen=True)
class BodyYear:
    """One year's answers, and the reports that they stand in."""

    heading: str
    anchor: str
    summary: str
    lines: tuple[MarkedMeasures, ...]
    reports: tuple[Link, ...]


@dataclass(frozen=True)
class BodyAnswers:
    """A plan's follow-up as far as it concerns the body, the latest year first."""

    heading: str
    anchor: str
    years: tuple[BodyYear, ...]
    page: Link


def body_answers(writer: Writer, body: str) -> Iterator[BodyAnswers]:
    """Yield what a body has answered or should have, the current plan first."""
    for content in writer.context.plans:
        plan, state = content.plan.value, writer.context.follow_up_states.get(content.plan.value.id)
        if state and (years := [year for year in state.years if body in state.by_body[year]]):
            yield BodyAnswers(
                heading=writer.t("follow_up.of-plan", plan=plan.short_title),
                anchor=f"uppfoljning-{plan.id}",
                years=tuple(_year(writer, state, body, year) for year in years),
                page=writer.link(urls.plan_page(plan, "uppfoljning"), writer.t("follow_up.all-bodies")),
            )


def _year(writer: Writer, state: FollowUpState, body: str, year: int) -> BodyYear:
    marks, found = Marks(writer, state, year), defaultdict[Mark, list[str]](list)
    for number, standing in state.by_body[year][body].items():
        found[marks.of(standing)].append(number)
    reports = [record.value for record in state.reports]
    return BodyYear(
        heading=str(year),
        anchor=f"uppfoljning-{state.plan}-{year}",
        summary=_summary(writer, state, body, year),
        lines=tuple(_line(writer, state, mark, found[mark]) for mark in marks.possible if mark in found),
        reports=tuple(
            writer.link(urls.follow_up(report.id), report.title)
            for report in reports
            if report.organization == body and report.year == year
        ),
    )


def _summary(writer: Writer, state: FollowUpState, body: str, year: int) -> str:
    """Return how many of its duties a body has answered about, and what else it has answered about."""
    duties, noun = state.duties.get(body, ()), state.content.plan.value.terms.measure
    name = writer.context.index.organizations[body].value.name
    rows = state.by_body[year][body]
    given = [number for number, standing in rows.items() if standing.given and standing.given.step]
    if not given:
        return writer.t("follow_up.body-silent", name=name, total=counted(len(duties), noun))
    unknown = sum(1 for number in given if not state.is_duty_known(number))
    own = sum(1 for number in given if number in duties)
    other = len(given) - own - unknown
    total, others, unknowns = (counted(number, noun) for number in (len(duties), other, unknown))
    said = [writer.t("follow_up.body-duties", name=name, n=own, total=total)] if duties else []
    said += [writer.t("follow_up.body-other", name=name, other=others)] if other else []
    said += [writer.t("follow_up.body-unknown", name=name, unknown=unknowns)] if unknown else []
    return " ".join(said)


def _line(writer: Writer, state: FollowUpState, mark: Mark, numbers: list[str]) -> MarkedMeasures:
    targets = (
        writer.context.index.targets["intervention", f"{state.plan}/{number}"]
        for number in sorted(numbers, key=number_key)
    )
    links = tuple(writer.link(target.address, target.title) for target in targets)
    return MarkedMeasures(writer.t("follow_up.label-count", label=capital(mark.label), n=len(links)), links)
