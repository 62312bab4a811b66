"""The reports of all plans: a list, the latest first, and a page each with every answer as it was given."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from schema.follow_up import FollowUp
from site_builder.foundation.language.order import number_key
from site_builder.foundation.page import Page
from site_builder.foundation.source import Record
from site_builder.meaning import urls
from site_builder.meaning.reports.given import Given, answers_in
from site_builder.render.follow_up.answer_lines import AnswerLine, answer_line, period_words
from site_builder.render.follow_up.summary import report_count
from site_builder.render.follow_up.words import low, step_mark
from site_builder.render.links import Link
from site_builder.render.plan.plan import SectionLine, section_lines
from site_builder.render.shared.area_mark import area_mark
from site_builder.render.shared.body_facts import body_link
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.overview import overview_page
from site_builder.render.shared.parts import (
    LinkedLead,
    SourceLine,
    area_title,
    neighbours,
    paths_of,
    source_lines,
)
from site_builder.render.writer import Writer


class ScaleLine(Struct, frozen=True):
    """A value that could be answered, and the sign it has in the tables."""

    name: str
    sign: str
    word: str
    number: int
    qualified: str


class AreaAnswers(Struct, frozen=True):
    """The answers about the measures of one area of one plan."""

    mark: Markup
    heading: str
    anchor: str
    answers: tuple[AnswerLine, ...]


class FollowUpReportView(Struct, frozen=True):
    """What the template of a report shows."""

    lead: Markup
    differences: Differences
    body: Link
    answered_by: str
    period: str
    document: Link
    plans: tuple[Link, ...]
    corrected: int
    scale: tuple[ScaleLine, ...]
    unanswered: int
    areas: tuple[AreaAnswers, ...]
    sections: tuple[SectionLine, ...]
    sources: tuple[SourceLine, ...]


def follow_up_list_pages(writer: Writer) -> Iterator[Page]:
    """Yield the list of all reports, and a page for each."""
    records = writer.context.index.follow_ups
    intro = writer.t("follow_up.list-empty")
    if records:
        known = writer.t("follow_up.list-caveat", reports=report_count(writer, len(records)))
        intro = f"{writer.t('follow_up.list-lead')} {known}"
    yield overview_page(
        writer,
        (_entry(writer, record.value) for record in records),
        title=writer.t("site.pages.uppfoljningar"),
        intro=intro,
        description=intro,
        sources=paths_of(records),
        parent="",
    )
    yield from _reports(writer)


def _entry(writer: Writer, report: FollowUp) -> LinkedLead:
    return LinkedLead(report.id, writer.link(urls.follow_up(report.id), report.title), writer.prose(report.lead))


def _reports(writer: Writer) -> Iterator[Page]:
    records = writer.context.index.follow_ups
    addresses = [urls.follow_up(record.value.id) for record in records]
    for place, record in enumerate(records):
        before, after = neighbours(addresses, place)
        own = writer.at(addresses[place])
        yield own.page(
            "follow_up/follow_up_report.html.j2",
            partial(_view, own, record),
            title=record.value.title,
            description=record.value.lead,
            sources=(record.source.path,),
            parent=urls.site_page("uppfoljningar"),
            previous=before,
            next=after,
            cited=True,
        )


def _view(writer: Writer, record: Record[FollowUp]) -> FollowUpReportView:
    report, index = record.value, writer.context.index
    answers = answers_in(record)
    document = index.targets["document", report.document]
    return FollowUpReportView(
        lead=writer.prose(report.lead),
        differences=differences_of(writer),
        body=body_link(writer, report.organization),
        answered_by=report.answered_by or "",
        period=period_words(report),
        document=writer.link(document.address, document.title),
        plans=tuple(_plans(writer, answers)),
        corrected=len({item.measure for item in report.corrections}),
        scale=tuple(_scale(writer, report, answers)),
        unanswered=sum(1 for given in answers if given.step is None),
        areas=tuple(_areas(writer, answers)),
        sections=section_lines(writer, report.sections),
        sources=source_lines(writer, report.sources, *(section.sources for section in report.sections)),
    )


def _plans(writer: Writer, answers: tuple[Given, ...]) -> Iterator[Link]:
    """Yield links to what is known of the follow-up of each plan that the report answers for."""
    for identity in dict.fromkeys(given.intervention.rpartition("/")[0] for given in answers):
        plan = writer.context.index.plans[identity].plan.value
        yield writer.link(urls.plan_page(plan, "uppfoljning"), plan.short_title)


def _scale(writer: Writer, report: FollowUp, answers: tuple[Given, ...]) -> Iterator[ScaleLine]:
    for step in report.scale:
        mark, found = step_mark(writer, report, step), [given for given in answers if given.step == step]
        limited, sign = sum(given.is_qualified for given in found), writer.t("follow_up.states.qualified.sign")
        words = writer.t("follow_up.step-qualified", n=limited, sign=sign) if limited else ""
        yield ScaleLine(step.name, mark.sign, mark.label.lower(), len(found), words)


def _areas(writer: Writer, answers: tuple[Given, ...]) -> Iterator[AreaAnswers]:
    """Yield the answers under their plan and area, the plans in the report's order, the rest in the official one."""
    by_area = defaultdict[tuple[str, str], list[Given]](list)
    for given in sorted(answers, key=lambda item: number_key(item.intervention.rpartition("/")[2])):
        by_area[_area_of(given)].append(given)
    plans = list(dict.fromkeys(given.intervention.rpartition("/")[0] for given in answers))
    for (plan, number), found in sorted(by_area.items(), key=lambda item: plans.index(item[0][0])):
        content = writer.context.index.plans[plan]
        area = next(record.value for record in content.areas if record.value.number == number)
        lines = (answer_line(writer, given, urls.answer_anchor(given.intervention)) for given in found)
        heading = f"{content.plan.value.short_title}, {low(area_title(content, area))}"
        yield AreaAnswers(area_mark(number), heading, urls.anchor("omrade", f"{plan}-{number}"), tuple(lines))


def _area_of(given: Given) -> tuple[str, str]:
    plan, _, number = given.intervention.rpartition("/")
    return plan, number.partition(":")[0]
