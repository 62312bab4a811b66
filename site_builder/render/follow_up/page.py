"""The follow-up of a plan: the answers that we hold, what their forms do not ask, and what nobody knows."""

from collections.abc import Iterator

from msgspec import Struct

from schema.choices import Standing
from site_builder.foundation.language.phrases import enumeration
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.reports.follow_up_state import FollowUpState
from site_builder.meaning.reports.given import Given
from site_builder.render.follow_up.answer_lines import AnswerLine, answer_line
from site_builder.render.follow_up.bodies import BodyCount, groups_words, silent, with_answers, without_answers
from site_builder.render.follow_up.gaps import NotInForm, indicator_words, not_in_form, without_value
from site_builder.render.follow_up.legend import LegendLine, legend
from site_builder.render.follow_up.matrix import area_tables, year_filter, year_table
from site_builder.render.follow_up.picture import area_pictures, unit_words
from site_builder.render.follow_up.summary import StateWords, caveat, state_words
from site_builder.render.links import Link
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.filter_form import FilterForm
from site_builder.render.shared.parts import SourceLine, counted, paths_of, source_lines
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Table
from site_builder.render.writer import PlanWriter, Writer

DATA = "data/v1/follow_ups.csv"


class YearMatrix(Struct, frozen=True):
    """A year and its matrix."""

    year: int
    filter: FilterForm
    table: Table


class FollowUpView(Struct, frozen=True):
    """What the template of a plan's follow-up shows."""

    lead: str
    caveat: str
    differences: Differences
    answering: tuple[BodyCount, ...]
    silent: tuple[Link, ...]
    without: tuple[BodyCount, ...]
    named: int
    groups: str
    unknown: str
    year: int
    state: StateWords
    unit: str
    legend: tuple[LegendLine, ...]
    pictures: tuple[Picture, ...]
    areas: tuple[Table, ...]
    matrices: tuple[YearMatrix, ...]
    refusals: tuple[AnswerLine, ...]
    forms: tuple[NotInForm, ...]
    indicators: str
    without_value: tuple[Link, ...]
    reports: tuple[Link, ...]
    data: Link
    sources: tuple[SourceLine, ...]


def follow_up_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of a plan's follow-up. Its texts stand on better pages too."""
    state = writer.context.follow_up_states[writer.plan.id]
    lead = _lead(writer, state)
    yield writer.page(
        "follow_up/follow_up.html.j2",
        lambda: _view(writer, state, lead),
        title=writer.t("site.pages.uppfoljning"),
        description=lead,
        sources=(*paths_of(state.reports), *(record.source.path for record in writer.content.interventions)),
        parent=urls.plan_start(writer.plan),
        wide=True,
    )


def _view(writer: PlanWriter, state: FollowUpState, lead: str) -> FollowUpView:
    year, terms = state.years[0], writer.plan.terms
    reports = [record.value for record in state.reports]
    unknown = [number for number in state.numbers_in(year) if not state.is_duty_known(number, year)]
    return FollowUpView(
        lead=lead,
        caveat=caveat(writer, state),
        differences=differences_of(writer),
        answering=tuple(with_answers(writer, state)),
        silent=silent(writer, state),
        without=tuple(without_answers(writer, state)),
        named=len(state.own(year)),
        groups=groups_words(writer, state),
        unknown=writer.t("follow_up.unknown", n=counted(len(unknown), terms.measure)) if unknown else "",
        year=year,
        state=state_words(writer, state, state.numbers),
        unit=unit_words(writer, state, year),
        legend=legend(writer, state),
        pictures=area_pictures(writer, state, year),
        areas=area_tables(writer, state, year),
        matrices=tuple(
            YearMatrix(year, year_filter(writer, state, year), year_table(writer, state, year)) for year in state.years
        ),
        refusals=tuple(_refusals(writer, state)),
        forms=tuple(not_in_form(writer, state)),
        indicators=indicator_words(writer, state),
        without_value=tuple(without_value(writer)),
        reports=tuple(writer.link(urls.follow_up(report.id), report.title) for report in reports),
        data=writer.file(DATA, writer.t("follow_up.data")),
        sources=source_lines(writer, *(report.sources for report in reports)),
    )


def _lead(writer: PlanWriter, state: FollowUpState) -> str:
    """Return how many reports there are, for which years and from whom: nothing of those from whom there are none."""
    years, number = enumeration([str(year) for year in sorted(state.years)]), len(state.reports)
    bodies = dict.fromkeys(record.value.organization for record in state.reports)
    names = enumeration([writer.context.index.organizations[body].value.name for body in bodies])
    key = "follow_up.lead-one" if number == 1 else "follow_up.lead"
    return writer.t(key, n=number, plan=writer.plan.short_title, years=years, names=names)


def _refusals(writer: Writer, state: FollowUpState) -> Iterator[AnswerLine]:
    """Yield every answer that is not a plain yes, now or as it was reported, the latest year first."""
    given = [item for number in state.numbers for item in state.given(number) if _is_refusal(item)]
    for item in sorted(given, key=lambda found: -found.follow_up.year):
        number = item.intervention.rpartition("/")[2].replace(":", "-")
        yield answer_line(writer, item, urls.anchor("svar", f"{item.follow_up.id}-{number}"))


def _is_refusal(given: Given) -> bool:
    steps = [step.standing for step in (given.step, given.reported) if step]
    return given.is_qualified or any(standing is not Standing.YES for standing in steps)
