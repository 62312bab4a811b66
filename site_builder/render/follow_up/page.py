"""The follow-up of a plan: who has answered what, who has not, and what nobody was asked about."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schema.choices import Standing
from site_builder.foundation.page import Page
from site_builder.foundation.swedish import enumeration
from site_builder.meaning import urls
from site_builder.meaning.answers import Given
from site_builder.meaning.follow_up_state import FollowUpState
from site_builder.render.follow_up.answer_lines import AnswerLine, answer_line
from site_builder.render.follow_up.gaps import NotAsked, indicator_words, not_asked, without_value
from site_builder.render.follow_up.matrix import area_table, year_filter, year_table
from site_builder.render.follow_up.picture import area_pictures, per_square
from site_builder.render.follow_up.words import LegendLine, answered_words, legend, state_words
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import body_link
from site_builder.render.shared.filter_form import FilterForm
from site_builder.render.shared.parts import SourceLine, counted, differences_of, paths_of, source_lines
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Table
from site_builder.render.writer import PlanWriter, Writer

DATA = "data/v1/follow_ups.csv"


@dataclass(frozen=True)
class BodyCount:
    """A body, and in words what it has or has not answered."""

    link: Link
    words: str


@dataclass(frozen=True)
class YearMatrix:
    """A year and its matrix."""

    year: int
    filter: FilterForm
    table: Table


@dataclass(frozen=True)
class FollowUpView:
    """What the template of a plan's follow-up shows."""

    lead: str
    differences: tuple[Link, ...]
    answering: tuple[BodyCount, ...]
    silent: tuple[BodyCount, ...]
    concerned: int
    unknown: str
    year: int
    figures: str
    unit: str
    legend: tuple[LegendLine, ...]
    pictures: tuple[Picture, ...]
    areas: Table
    matrices: tuple[YearMatrix, ...]
    refusals: tuple[AnswerLine, ...]
    not_asked: tuple[NotAsked, ...]
    indicators: str
    without_value: tuple[Link, ...]
    reports: tuple[Link, ...]
    data: Link
    sources: tuple[SourceLine, ...]


def follow_up_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of a plan's follow-up. Its texts stand on better pages too."""
    state = writer.context.follow_up_states[writer.plan.id]
    view = _view(writer, state)
    yield writer.page(
        "follow_up/follow_up.html.j2",
        view,
        title=writer.t("site.pages.uppfoljning"),
        description=view.lead,
        sources=(*paths_of(state.reports), *(record.source.path for record in writer.content.interventions)),
        parent=urls.plan_start(writer.plan),
        wide=True,
    )


def _view(writer: Writer, state: FollowUpState) -> FollowUpView:
    year, terms = state.years[0], state.content.plan.value.terms
    reports = [record.value for record in state.reports]
    unknown = [number for number in state.numbers if not state.is_duty_known(number)]
    return FollowUpView(
        lead=_lead(writer, state),
        differences=differences_of(writer),
        answering=tuple(_answering(writer, state)),
        silent=tuple(_silent(writer, state)),
        concerned=len(state.duties),
        unknown=writer.t("follow_up.unknown", n=counted(len(unknown), terms.measure)) if unknown else "",
        year=year,
        figures=state_words(writer, state, state.numbers),
        unit=_unit(writer, state, year),
        legend=legend(writer, state),
        pictures=area_pictures(writer, state, year),
        areas=area_table(writer, state, year),
        matrices=tuple(
            YearMatrix(year, year_filter(writer, state, year), year_table(writer, state, year)) for year in state.years
        ),
        refusals=tuple(_refusals(writer, state)),
        not_asked=tuple(not_asked(writer, state)),
        indicators=indicator_words(writer, state),
        without_value=tuple(without_value(writer, state.content)),
        reports=tuple(writer.link(urls.follow_up(report.id), report.title) for report in reports),
        data=writer.file(DATA, writer.t("follow_up.data")),
        sources=source_lines(writer, *(report.sources for report in reports)),
    )


def _lead(writer: Writer, state: FollowUpState) -> str:
    """Return how many reports there are, for which years, and how many of those with duties have answered."""
    years, number = enumeration([str(year) for year in sorted(state.years)]), len(state.reports)
    bodies = dict.fromkeys(record.value.organization for record in state.reports)
    names = enumeration([writer.context.index.organizations[body].value.name for body in bodies])
    key = "follow_up.lead-one" if number == 1 else "follow_up.lead"
    first = writer.t(key, n=number, plan=state.content.plan.value.short_title, years=years, names=names)
    return f"{first} {answered_words(writer, state)}".rstrip()


def _answering(writer: Writer, state: FollowUpState) -> Iterator[BodyCount]:
    """Yield those who have answered, with their latest year, and how many of their duties the answers are about."""
    for body in (name for name in state.bodies if name in state.answered):
        year, duties = state.answered[body][0], state.duties.get(body, ())
        given = sum(1 for item in state.by_body[year][body].values() if item.given and item.given.step)
        both = sum(1 for n, item in state.by_body[year][body].items() if n in duties and item.given and item.given.step)
        key = "follow_up.answered-duties" if duties else "follow_up.answered-other"
        yield BodyCount(body_link(writer, body), writer.t(key, year=year, n=both, total=len(duties), given=given))


def _silent(writer: Writer, state: FollowUpState) -> Iterator[BodyCount]:
    """Yield those who have duties and have not answered in any year."""
    noun = state.content.plan.value.terms.measure
    for body in (name for name in state.bodies if name not in state.answered):
        yield BodyCount(body_link(writer, body), counted(len(state.duties[body]), noun))


def _unit(writer: Writer, state: FollowUpState, year: int) -> str:
    measure, each = state.content.plan.value.terms.measure.indefinite, per_square(state, year)
    key = "unit" if each == 1 else "unit-many"
    return writer.t(f"follow_up.{key}", measure=measure, n=each)


def _refusals(writer: Writer, state: FollowUpState) -> Iterator[AnswerLine]:
    """Yield every answer that is not a plain yes, now or as it was reported, the latest year first."""
    given = [item for number in state.numbers for item in state.given(number) if _is_refusal(item)]
    for item in sorted(given, key=lambda found: -found.follow_up.year):
        number = item.measure.rpartition("/")[2].replace(":", "-")
        yield answer_line(writer, item, f"svar-{item.follow_up.id}-{number}")


def _is_refusal(given: Given) -> bool:
    steps: Iterable[object] = (step.standing for step in (given.step, given.reported) if step)
    return any(standing is not Standing.YES for standing in steps)
