"""The page of a plan's indicators: what is measured, and which values are known."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from schema.indicator import Indicator, Measurement
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.names.short_names import longer_title, short_name
from site_builder.render.plan.indicator_picture import indicator_picture, measured_words
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Cell, Table, simple, text
from site_builder.render.writer import PlanWriter, Writer


class IndicatorSection(Struct, frozen=True):
    """One indicator with its text and sources."""

    id: str
    name: str
    official_name: str
    goal: str
    unit: str
    text: Markup
    sources: tuple[SourceLine, ...]


class IndicatorsView(Struct, frozen=True):
    """What the template of the indicators shows."""

    intro: str
    differences: Differences
    picture: Picture | None
    not_drawn: str
    table: Table
    sections: tuple[IndicatorSection, ...]


def indicator_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of indicators."""
    plan, intro = writer.plan, indicator_state(writer)
    drawn = [record.value for record in writer.content.indicators if has_values(record.value)]
    yield writer.page(
        "plan/indicators.html.j2",
        lambda: IndicatorsView(
            intro=intro,
            differences=differences_of(writer),
            picture=indicator_picture(writer, plan, drawn) if drawn else None,
            not_drawn=_not_drawn(writer),
            table=_table(writer),
            sections=tuple(_section(writer, record.value) for record in writer.content.indicators),
        ),
        title=writer.t("site.pages.indikatorer"),
        description=intro,
        sources=tuple(record.source.path for record in writer.content.indicators),
        parent=urls.plan_start(plan),
        wide=True,
    )


def indicator_state(writer: PlanWriter) -> str:
    """Return how many of the indicators have a baseline or target, and how many have a value measured since."""
    indicators = [record.value for record in writer.content.indicators]
    if not indicators:
        return ""
    total = len(indicators)
    started = sum(1 for item in indicators if item.baseline or item.target)
    measured = sum(1 for item in indicators if item.values)
    return writer.t(
        "plan.indicators.lead",
        plan=writer.plan.short_title,
        n=total,
        noun=writer.t(f"plan.indicators.noun.{'one' if total == 1 else 'many'}"),
        started=writer.t(f"plan.indicators.{'started' if started else 'no-start'}", n=started, total=total),
        measured=writer.t(f"plan.indicators.{'measured' if measured else 'not-measured'}", n=measured, total=total),
    )


def _not_drawn(writer: PlanWriter) -> str:
    """Return which indicators have no value that could be drawn, in one sentence instead of empty pictures."""
    indicators = [record.value for record in writer.content.indicators]
    names = [short_name(indicator) for indicator in indicators if not has_values(indicator)]
    if not names:
        return ""
    words = {"n": len(names), "total": len(indicators), "names": "; ".join(names)}
    return writer.t("pictures.indicators.not-drawn", **words)


def has_values(indicator: Indicator) -> bool:
    """Tell whether any value of an indicator is known; zero is a value."""
    return bool(indicator.baseline or indicator.target or indicator.values)


def value_words(writer: Writer, measurement: Measurement | None) -> str:
    """Return a value with its year, as Swedes write numbers; what is unknown is said to be unknown, never zero."""
    if measurement is None:
        return writer.t("plan.unknown-value")
    return measured_words(measurement)


def _table(writer: PlanWriter) -> Table:
    columns = ("indicator", "goal", "baseline", "target-value", "values")
    return simple(
        urls.table("indikatorer"),
        writer.t("plan.indicators-caption"),
        [writer.t(f"plan.columns.{name}") for name in columns],
        (_row(writer, record.value) for record in writer.content.indicators),
    )


def _row(writer: PlanWriter, indicator: Indicator) -> tuple[Cell, ...]:
    values = tuple(value_words(writer, value) for value in indicator.values) or (writer.t("plan.no-values"),)
    return (
        text(writer.link(urls.indicator(writer.plan, indicator.id), short_name(indicator))),
        text(indicator.goal),
        text(value_words(writer, indicator.baseline)),
        text(value_words(writer, indicator.target)),
        Cell(values),
    )


def _section(writer: Writer, indicator: Indicator) -> IndicatorSection:
    return IndicatorSection(
        id=indicator.id,
        name=short_name(indicator),
        official_name=longer_title(indicator),
        goal=indicator.goal,
        unit=capital(indicator.unit),
        text=writer.prose(indicator.text),
        sources=source_lines(writer, indicator.sources),
    )
