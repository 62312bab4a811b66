"""Decisions in the order of time: as a picture, and as a table that says the same."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from xml.etree.ElementTree import Element

from markupsafe import Markup

from schema.document import Decision
from site_builder.foundation.language.phrases import capital, month_word
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.shared.decision_words import decision_day
from site_builder.render.shared.picture import LINE, Picture, group, in_two_widths, shape, words
from site_builder.render.shared.table import Cell, Group, Table, text
from site_builder.render.writer import Writer

AXIS, LEFT = 7, 24  # where the line is, and where words begin
TELEPHONE = 340  # pixels: as wide as a narrow one, so that most entries keep to one line
LETTER, BOLD = 8.3, 9.2  # pixels: how wide a letter is, roughly


def year_of(decision: Decision) -> int | None:
    """Return the year of a decision, if the sources give it."""
    return decision.date.year if decision.date else decision.year


def timeline_picture(writer: Writer, decisions: Sequence[Decision]) -> Picture:
    """Return decisions along a line, year by year; those without a year stand below its end."""
    return in_two_widths(lambda width: _drawn(writer, decisions, width), narrow=TELEPHONE)


def _drawn(writer: Writer, decisions: Sequence[Decision], width: int) -> Picture:
    made, top, end = [], 0, 0
    for year, found in groupby(decisions, key=year_of):
        top += 0 if year or not top else LINE
        made.append(words(str(year or writer.t("background.timeline.undated")), LEFT, top + 16, "heading"))
        top += 26
        for decision in found:
            lines = _lines(writer, decision, width - LEFT)
            made.append(_entry(decision, lines, top))
            top += len(lines) * LINE + 10
        end = top - 10 if year else end
    axis = [shape("line", "axis", x1=AXIS, x2=AXIS, y1=2, y2=end)] if end else []
    return Picture(
        id="tidslinje-bild",
        title=writer.t("background.timeline.title"),
        description=writer.t("background.timeline.about", n=_count(writer, len(decisions))),
        width=width,
        height=top,
        children=(group([*axis, *made], "timeline"),),
    )


def timeline_table(writer: Writer, caption: str, decisions: Sequence[Decision], *, plans: bool = False) -> Table:
    """Return the same decisions as a table; with `plans` it also says which plans each belongs to."""
    names = ["day", "title", "body", "paragraph", "diarienummer", *(["plans"] if plans else [])]
    columns = tuple(text(writer.t(f"background.columns.{name}")) for name in names)
    rows = ((*_row(writer, decision), *([_plans(writer, decision)] if plans else [])) for decision in decisions)
    return Table(urls.table("beslut"), caption, columns, (Group(tuple(rows)),), css="timeline-table")


def plan_links(writer: Writer, decision: Decision) -> tuple[Link, ...]:
    """Return links to the plans that a decision is on the way to, or on."""
    plans = (content.plan.value for content in writer.context.plans)
    return tuple(
        writer.link(urls.plan_start(plan), plan.short_title)
        for plan in plans
        if plan.id in decision.plans or plan.decision == decision.id
    )


def _count(writer: Writer, number: int) -> str:
    form = "one" if number == 1 else "many"
    return f"{number} {writer.t(f'background.timeline.decisions.{form}')}"


def _lines(writer: Writer, decision: Decision, room: int) -> list[tuple[str, str]]:
    """Return the lines of an entry, each with its style: the day and who decided, then what."""
    body = writer.context.index.targets["body", decision.body].name
    who = f"{body} §\u00a0{decision.paragraph}" if decision.paragraph else body
    day = f"{decision.date.day} {month_word(decision.date)}" if decision.date else ""
    if not day and decision.year:
        day = writer.t("background.timeline.year-only")
    first = wrap(f"{day}: {who}" if day else who, int(room / BOLD))
    return [*(("day", line) for line in first), *(("", line) for line in wrap(decision.title, int(room / LETTER)))]


def _entry(decision: Decision, lines: Sequence[tuple[str, str]], top: int) -> Element:
    """Return an entry with its mark: filled for a known day, empty for a known year, dashed where neither is known."""
    known = "known-day" if decision.date else "known-year" if decision.year else "unknown-day"
    mark = shape("circle", known, cx=AXIS, cy=top + 9, r=5)
    return group([mark, *_written(lines, top)])


def _written(lines: Sequence[tuple[str, str]], top: int) -> Iterator[Element]:
    for place, (css, line) in enumerate(lines):
        yield words(line, LEFT, top + 14 + place * LINE, css)


def _row(writer: Writer, decision: Decision) -> tuple[Cell, ...]:
    missing, body = writer.t("site.not-stated"), writer.context.index.targets["body", decision.body]
    return (
        text(capital(decision_day(writer, decision))),
        text(writer.link(urls.decision(decision.id), decision.title)),
        text(writer.link(body.address, body.name)),
        text(f"§\u00a0{decision.paragraph}" if decision.paragraph else missing),
        text(decision.diarienummer or missing),
    )


def naming_plans(writer: Writer, decision: Decision) -> tuple[Link, ...]:
    """Return links to the plans whose text names a decision that did not lead to them."""
    plans = (content.plan.value for content in writer.context.plans if content.plan.value.id in decision.named_in)
    return tuple(writer.link(urls.plan_start(plan), plan.short_title) for plan in plans)


def changed_plans(writer: Writer, decision: Decision) -> tuple[Link, ...]:
    """Return links to the plans that a decision changed: those that it names, and those whose measures name it."""
    plans = (content.plan.value for content in writer.context.plans)
    found = (plan for plan in plans if decision in writer.context.revisions[plan.id])
    return tuple(writer.link(urls.plan_start(plan), plan.short_title) for plan in found)


def _plans(writer: Writer, decision: Decision) -> Cell:
    changed = (Markup("{} {}").format(writer.t("validity.revises"), link) for link in changed_plans(writer, decision))
    named = (Markup("{} {}").format(writer.t("decisions.named-in"), link) for link in naming_plans(writer, decision))
    return Cell((*plan_links(writer, decision), *changed, *named) or (writer.t("decisions.no-plan"),))
