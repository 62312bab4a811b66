"""Each indicator from where it began to where it is to be: known values on a line through time, unknown ones dotted.

Every indicator has a scale of its own, between zero and its values: what is counted differs from one to the next.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from textwrap import wrap
from xml.etree.ElementTree import Element

from msgspec import Struct

from schema.indicator import Indicator, Measurement
from schema.plan import Plan
from site_builder.foundation.language.phrases import figure
from site_builder.meaning.names.short_names import short_name
from site_builder.meaning.period import period
from site_builder.render.shared.picture import LINE, NARROW, Picture, group, lines, shape, words
from site_builder.render.writer import Writer

LEFT, RIGHT = 12, NARROW - 12  # where the baseline and the target stand
HEIGHT = 44  # pixels between the lowest and the highest value
LETTERS = 34  # letters in a line of a name, which is bold
BASELINE, MEASURED, TARGET = "baseline", "measured", "target"
WAYS = ("known", "left", "unknown")  # the kinds of lines


class Point(Struct, frozen=True):
    """A place in the picture. `value` is None for what is unknown."""

    kind: str
    value: Measurement | None
    x: float
    y: float


def indicator_picture(writer: Writer, plan: Plan, indicators: Sequence[Indicator]) -> Picture:
    """Return the picture of a plan's indicators."""
    children, top = list[Element](), 0
    for indicator in indicators:
        row, height = _indicator(writer, plan, indicator)
        children.append(group(row, "indicator", down=top))
        top += height
    known = sum(1 for indicator in indicators if indicator.baseline and indicator.target)
    return Picture(
        id="bild-indikatorer",
        title=writer.t("pictures.indicators.title"),
        description=writer.t("pictures.indicators.description", n=len(indicators), known=known),
        width=NARROW,
        height=top,
        children=tuple(children),
        caption=_caption(writer, plan, indicators),
        css="picture-indicators",
    )


def _caption(writer: Writer, plan: Plan, indicators: Sequence[Indicator]) -> str:
    """Return what the lines mean, each kind that there is, and where the scales begin."""
    drawn = {_way(*ends) for indicator in indicators for ends in pairwise(points_of(plan, indicator))}
    told = [way for way in WAYS if way in drawn]
    scale = "scales" if len(indicators) > 1 else "scale"
    return " ".join(writer.t(f"pictures.indicators.caption.{name}") for name in (*told, scale))


def _indicator(writer: Writer, plan: Plan, indicator: Indicator) -> tuple[list[Element], int]:
    """Return what is drawn for one indicator, from its own top, and how high that is."""
    name = wrap(short_name(indicator), LETTERS)
    top = LINE * (len(name) + 2) + 8
    points = points_of(plan, indicator, top)
    made = [*lines(name, 0, 14, "heading"), words(indicator.unit, 0, LINE * len(name) + 14)]
    made += [shape("path", _way(*ends), d=_between(*ends)) for ends in pairwise(points)]
    for point in points:
        made += _drawn(point)
    foot = max(point.y for point in points) + 26
    target = next(point for point in points if point.kind == TARGET)
    for point, x, anchor in ((points[0], 0, "start"), (target, NARROW if target.x == RIGHT else target.x, "end")):
        told = measured_words(point.value) if point.value else writer.t("pictures.indicators.unknown")
        label = [writer.t(f"pictures.indicators.{point.kind}"), told]
        made += lines(label, x, foot, anchor=anchor)
    return made, round(foot) + 2 * LINE + 10


def measured_words(measurement: Measurement) -> str:
    """Return a value with its year, as Swedes write numbers."""
    return f"{figure(measurement.value)} ({measurement.year})"


def points_of(plan: Plan, indicator: Indicator, top: int = 0) -> list[Point]:
    """Return the baseline, the values since then and the target. What is unknown goes neither up nor down."""
    first = indicator.baseline.year if indicator.baseline else period(plan).first_day.year
    last = indicator.target.year if indicator.target else period(plan).last_day.year
    until = max([last, *(value.year + 1 for value in indicator.values if value.year > last)])
    before = [value for value in _in_order(indicator.values) if value.year <= last]
    after = [value for value in _in_order(indicator.values) if value.year > last]
    found = [
        (BASELINE, indicator.baseline, LEFT),
        *((MEASURED, value, _across(value.year, first, until)) for value in before),
        (TARGET, indicator.target, _across(last, first, until) if after else RIGHT),
        *((MEASURED, value, _across(value.year, first, until)) for value in after),
    ]
    levels = _levels([value.value if value else None for _, value, _ in found])
    return [Point(*place, top + level) for place, level in zip(found, levels, strict=True)]


def _in_order(values: Iterable[Measurement]) -> list[Measurement]:
    return sorted(values, key=lambda value: value.year)


def _across(year: int, first: int, last: int) -> int:
    part = (year - first) / (last - first) if last > first else 0.5
    return round(LEFT + (RIGHT - LEFT) * min(max(part, 0.1), 0.9))


def _levels(values: Sequence[Decimal | None]) -> list[float]:
    """Return how far down each value stands; an unknown one stands where its neighbour does."""
    known = [value for value in values if value is not None]
    if not known:
        return [0.0] * len(values)
    lowest, highest = min(*known, Decimal(0)), max(*known, Decimal(0))
    ends = {0: known[0], len(values) - 1: known[-1]}
    filled = [ends[place] if value is None else value for place, value in enumerate(values)]
    return [float(HEIGHT * (highest - value) / ((highest - lowest) or 1)) for value in filled]


def _way(start: Point, end: Point) -> str:
    """Return what kind of line joins two points: a known one, the way that is left, or one that nobody knows."""
    if not (start.value and end.value):
        return "unknown"
    return "left" if TARGET in (start.kind, end.kind) else "known"


def _between(start: Point, end: Point) -> str:
    return f"M{start.x:g} {start.y:.1f}L{end.x:g} {end.y:.1f}"


def _drawn(point: Point) -> Iterator[Element]:
    """Yield the mark of a point: a disc, a square, a diamond, or a question mark in a dotted ring."""
    x, y = point.x, point.y
    if point.value is None:
        yield shape("circle", "unknown", cx=x, cy=y, r=11)
        yield words("?", x, y + 5, "heading", "middle")
    elif point.kind == BASELINE:
        yield shape("circle", point.kind, cx=x, cy=y, r=6)
    elif point.kind == TARGET:
        yield shape("path", point.kind, d=f"M{x:g} {y - 8:.1f}l8 8l-8 8l-8 -8z")
    else:
        yield shape("rect", point.kind, x=x - 5, y=y - 5, width=10, height=10)
        yield words(measured_words(point.value), x, y - 12, anchor="middle")
