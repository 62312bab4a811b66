"""Values of indicators come in the order of time, one for each year, and none of a year that has not been."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from schema.indicator import Indicator, Measurement
from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.source import KeyPath, Record
from site_builder.meaning.link import PlanIndex

THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def ensure_baselines_come_first(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that the baseline is from an earlier year than the target, which is to be reached from there."""
    for record in _indicators(index):
        baseline, target = record.value.baseline, record.value.target
        if baseline and target and _is_late(record.value):
            values = {"baseline": str(baseline.year), "target": str(target.year)}
            yield Finding(record.span("baseline", "year"), values, (record.span("target", "year"),))


def ensure_values_follow_the_baseline(index: PlanIndex, as_of: date) -> Iterator[Finding]:
    """Ensure that what has been measured since the baseline is from a later year."""
    for record in _indicators(index):
        baseline = None if _is_late(record.value) else record.value.baseline
        for place, value in enumerate(record.value.values):
            if baseline and value.year <= baseline.year <= as_of.year:
                values = {"year": str(value.year), "baseline": str(baseline.year)}
                yield Finding(record.span("values", place, "year"), values, (record.span("baseline", "year"),))


def ensure_values_have_been_measured(index: PlanIndex, as_of: date) -> Iterator[Finding]:
    """Ensure that no measured value is of a year to come: a value to reach is a target."""
    for record in _indicators(index):
        for keys, measurement in _measured(record.value):
            if measurement.year > as_of.year and not (measurement is record.value.baseline and _is_late(record.value)):
                yield Finding(record.span(*keys, "year"), {"year": str(measurement.year)})


def ensure_a_year_has_one_value(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that each year is measured once: of two values nobody knows which one is right."""
    for record in _indicators(index):
        seen: dict[int, Span] = {}
        for place, value in enumerate(record.value.values):
            span = record.span("values", place, "year")
            first = seen.setdefault(value.year, span)
            if first is not span:
                yield Finding(span, {"year": str(value.year)}, (first,))


def ensure_values_are_in_order(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that values stand in the order of time: a year between the wrong ones is often mistyped."""
    for record in _indicators(index):
        for place, (before, value) in enumerate(pairwise(record.value.values), 1):
            if value.year < before.year:
                values = {"year": str(value.year), "before": str(before.year)}
                yield Finding(record.span("values", place, "year"), values)


def ensure_values_have_one_sign(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that somebody looks at a value below zero where no other value of the indicator is."""
    for record in _indicators(index):
        target = record.value.target
        below = [(keys, measured) for keys, measured in _measured(record.value) if measured.value < 0]
        if len(below) == 1 and not (target and target.value < 0):
            keys, measured = below[0]
            yield Finding(record.span(*keys, "value"), {"value": f"{measured.value:f}"})


def ensure_points_are_no_thousands(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that somebody looks at a number with three decimals: the point may be meant to part thousands."""
    for record in _indicators(index):
        for keys, _measured_value in _measured(record.value):
            span = record.span(*keys, "value")
            written = record.source.lines[span.line - 1][span.column - 1 : span.end_column - 1].strip("\"'")
            if THOUSANDS.fullmatch(written):
                yield Finding(span, {"value": written, "whole": written.replace(".", "")})


def _indicators(index: PlanIndex) -> Iterator[Record[Indicator]]:
    return (record for content in index.plans.values() for record in content.indicators)


def _is_late(indicator: Indicator) -> bool:
    """Tell whether the baseline is from a later year than the target, which is told by itself."""
    baseline, target = indicator.baseline, indicator.target
    return bool(baseline and target and baseline.year > target.year)


def _measured(indicator: Indicator) -> Iterator[tuple[KeyPath, Measurement]]:
    """Yield what has been measured, and the keys that lead to it."""
    if indicator.baseline:
        yield ("baseline",), indicator.baseline
    yield from ((("values", place), value) for place, value in enumerate(indicator.values))
