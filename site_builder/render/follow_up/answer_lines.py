"""An answer as a reader sees it, on its report's page and wherever else it is told: with corrections and sources."""

from markupsafe import Markup
from msgspec import Struct

from schema.follow_up import Correction, FollowUp
from site_builder.foundation.language.phrases import long_date, version_words
from site_builder.meaning import urls
from site_builder.meaning.reports.given import Given
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import body_link
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.writer import Writer


class CorrectionLine(Struct, frozen=True):
    """What is right instead, from when, and why."""

    day: str
    value: str
    comment: Markup
    reason: Markup
    sources: tuple[SourceLine, ...]


class AnswerLine(Struct, frozen=True):
    """An answer as it is in its report, and what has been corrected since. `value` is what is right now."""

    anchor: str
    intervention: Link
    body: Link
    answered_by: str
    period: str
    report: Link
    value: str
    reservation: Markup
    question: Markup
    statement: Markup
    reported: str
    comment: Markup
    corrections: tuple[CorrectionLine, ...]
    sources: tuple[SourceLine, ...]


def answer_line(writer: Writer, given: Given, anchor: str) -> AnswerLine:
    """Return an answer for a page. In its texts a number without a plan is one of the current plan, on any page."""
    report, at_site = given.follow_up, writer.context.at(writer.address)
    target = writer.context.index.targets["intervention", given.intervention]
    return AnswerLine(
        anchor=anchor,
        intervention=writer.link(target.address, target.title),
        body=body_link(writer, report.organization),
        answered_by=report.answered_by or "",
        period=period_words(report),
        report=writer.link(urls.answer(report.id, given.intervention), report.title),
        value=value_words(writer, given),
        reservation=at_site.prose(given.reservation),
        question=at_site.prose(given.answer.question),
        statement=at_site.prose(given.answer.statement),
        reported=_value(writer, report, given.answer.value),
        comment=at_site.prose(given.answer.comment),
        corrections=tuple(_correction(at_site, report, item) for item in given.corrections),
        sources=source_lines(writer, given.answer.sources),
    )


def value_words(writer: Writer, given: Given) -> str:
    """Return what was answered, in the scale's own words, and that our reading finds a reservation in a yes.

    A question without an answer is said to be so.
    """
    if not given.step:
        return writer.t("follow_up.no-value")
    name = given.step.name
    return writer.t("follow_up.qualified", label=name) if given.is_qualified else name


def period_words(report: FollowUp) -> str:
    """Return what a report is for: 2024, or mars 2023."""
    return version_words(f"{report.year}-{report.month:02}" if report.month else str(report.year))


def _value(writer: Writer, report: FollowUp, value: str | None) -> str:
    return next((step.name for step in report.scale if step.id == value), writer.t("follow_up.no-value"))


def _correction(writer: Writer, report: FollowUp, correction: Correction) -> CorrectionLine:
    return CorrectionLine(
        day=long_date(correction.date),
        value=_value(writer, report, correction.value),
        comment=writer.prose(correction.comment),
        reason=writer.prose(correction.reason),
        sources=source_lines(writer, correction.sources),
    )
