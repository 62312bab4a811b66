"""What was measured as one Markdown table: a row for each measure, a column for each size, and what must be reached."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import log

from tests.bench.building import Figures
from tests.bench.copies import REAL

Value = Callable[[Figures], float]
ALL = "all"
GROWN = "5000"
MEGA = 1e6


@dataclass(frozen=True)
class Row:
    """A measure: its words, how it is read from the figures, and how high it may be at which size."""

    words: str
    value: Value
    limits: Mapping[str, float] = field(default_factory=dict)

    def cell(self, size: str, figures: Figures) -> str:
        """Return the value, marked if it is too high; nothing where it was not measured."""
        try:
            value = self.value(figures)
        except KeyError:
            return ""
        return _marked(value, self.limits.get(size, self.limits.get(ALL)))

    @property
    def target(self) -> str:
        """The limits in words."""
        return ", ".join(f"≤ {limit:g} {PLACES.get(size, f'at {size}')}" for size, limit in self.limits.items())


PLACES = {ALL: "everywhere", REAL: "real"}


def _cpu(name: str) -> Value:
    return lambda figures: figures.costs[name].cpu


def _ratio(name: str, other: str) -> Value:
    return lambda figures: figures.costs[name].cpu / figures.costs[other].cpu


def _wait(name: str) -> Value:
    return lambda figures: figures.waits[name]


ROWS = (
    Row("`make check`, nothing remembered, CPU s", _cpu("check"), {REAL: 0.8, "2000": 2.5}),
    Row("`make check` again, CPU s", _cpu("second check")),
    Row("first `make site` of a fresh clone: no bytecode, no templates, nothing remembered, CPU s", _cpu("first site")),
    Row("`make site`, nothing remembered, CPU s", _cpu("site"), {REAL: 4.5}),
    Row("the same by the clock, s", lambda figures: figures.costs["site"].wall),
    Row("stock MkDocs + Material with search, same pages, CPU s", _cpu("stock")),
    Row("**site / stock**", _ratio("site", "stock"), {ALL: 0.8}),
    Row("floor: libyaml, prose through Python-Markdown, writing, CPU s", _cpu("floor")),
    Row("**site / floor**", _ratio("site", "floor")),
    Row("second `make site`, a word in one intervention changed, CPU s", _cpu("second site, text"), {REAL: 2.5}),
    Row("second `make site`, a body's name changed, CPU s", _cpu("second site, name"), {REAL: 2.5}),
    Row("`make serve`, until the first page, s", _wait("start")),
    Row("`make serve`, save → page, a word in one intervention, s", _wait("text"), {REAL: 1.5, "500": 4}),
    Row("`make serve`, save → page, a body's name, s", _wait("name"), {REAL: 1.5, "500": 4}),
    Row("`make serve`, save → all of the site, a word in one intervention, s", _wait("text, all")),
    Row("`make serve`, save → all of the site, a body's name, s", _wait("name, all")),
    Row("peak memory of `make site`, MB", lambda figures: figures.costs["site"].memory / MEGA, {GROWN: 600}),
    Row("written by `make site`, MB", lambda figures: figures.costs["site"].written / MEGA),
)
GROWTH = {
    "growth of `make site` 500 → 5000, exponent of CPU time": lambda figures: figures.costs["site"].cpu,
    "growth of `make site` 500 → 5000, exponent of bytes": lambda figures: figures.costs["site"].written,
}
STEEPEST = 1.05


def table(found: Mapping[str, Figures]) -> str:
    """Return the figures by size as a table in Markdown."""
    sizes = sorted(found, key=lambda size: 0 if size == REAL else int(size))
    lines = [["", *sizes, "must be"], ["---", *("---:" for _ in sizes), "---"]]
    lines += [[row.words, *(row.cell(size, found[size]) for size in sizes), row.target] for row in ROWS]
    if {"500", GROWN} <= found.keys():
        lines += [[words, *_growth(value, found, sizes), f"≤ {STEEPEST}"] for words, value in GROWTH.items()]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _growth(value: Value, found: Mapping[str, Figures], sizes: list[str]) -> list[str]:
    """Return the exponent in the column of the largest size."""
    exponent = log(value(found[GROWN]) / value(found["500"])) / log(int(GROWN) / 500)
    return ["" if size != GROWN else _marked(exponent, STEEPEST) for size in sizes]


def _marked(value: float, limit: float | None) -> str:
    shown = f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    return shown if limit is None else f"{shown} ✓" if value <= limit else f"**{shown} ✗**"
