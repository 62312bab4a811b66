"""Every pattern of the program at texts that are made to hold it up, and how its time grows with their length.

What takes twice the time for each sign is told by steps that are counted, at texts of a few signs; what grows with the
square of a text, by the clock at long ones.
"""

import sys
import time
from collections import deque
from dataclasses import dataclass
from math import log

import click

from tests.fuzz.collected import Tried, patterns
from tests.fuzz.pumped import Pumped, pumped
from tests.fuzz.steps import steps
from tests.fuzz.tree import has_ways

FEW = 18  # signs of the texts at which steps are counted
STEPS = 4_000  # at so few signs: two repeats side by side take some hundred, a repeat in a repeat tens of thousands
SIZES = (1_000, 4_000, 16_000)
LARGEST = 16_000
STEEP = 0.1  # seconds, at which no longer text is tried
NOTHING = 0.003  # seconds that are too few to tell how they grow
SHORTEST = 1e-5  # seconds that the clock can tell
GROWTH = 1.4  # the exponent of the length that is told of; 1 is linear
AGAIN = 5  # times that a time is taken before anything is said of it: whatever else runs only adds to it

# Patterns that meet no text as long as a file, each with what bounds it.
BOUNDED = {
    "site_builder.checks.texts.marks.BROKEN_LINK": "looks 2,000 signs ahead, and dense texts are not looked through",
    "site_builder.export.pdf.ua.fonts.LISTED": "reads what the maker of PDF files has just written",
    "site_builder.export.pdf.ua.fonts.SECTION": "likewise",
    "site_builder.html.old_browsers.FIRST_BLOCK": "reads the program's own style sheet, once",
    "site_builder.reading.published.PAGE": "only held against a whole path, which the disk bounds",
    "site_builder.reading.published.PUBLISHED": "likewise",
}


@dataclass(frozen=True)
class Slow:
    """A text at which a pattern takes more than linear time: what it took, of which length."""

    tried: Tried
    text: Pumped
    length: int
    took: str


def main(arguments: list[str]) -> None:
    """Print every pattern whose time grows faster than the text, with the text; exit 1 if there is one."""
    largest = int(arguments[0]) if arguments else LARGEST
    found, untried = patterns()
    tried = [item for item in found if item.place not in BOUNDED]
    slow = [item for item in (first_slow(pattern, largest) for pattern in tried) if item]
    for item in slow:
        click.echo(f"{item.tried.place}: {item.took} at {item.length} signs: {item.text}")
        click.echo(f"    {item.tried.pattern.pattern!r}")
    click.echo(f"{len(tried)} patterns, {len(slow)} slower than linear up to {largest} signs")
    for place, why in BOUNDED.items():
        click.echo(f"not tried, {place}: {why}")
    click.echo(f"not tried, made anew at each use: {', '.join(untried) or 'none'}")
    sys.exit(bool(slow))


def first_slow(tried: Tried, largest: int) -> Slow | None:
    """Return a text at which the time of a pattern grows faster than the text, if there is one."""
    if many := first_of_many_ways(tried):
        return many
    return next(filter(None, (_grown(tried, text, largest) for text in pumped(tried.pattern))), None)


def first_of_many_ways(tried: Tried) -> Slow | None:
    """Return a text of few signs at which a pattern has so many ways to fail that each sign more doubles them."""
    if not has_ways(tried.pattern):
        return None
    for text in pumped(tried.pattern):
        taken = steps(tried.pattern, _written(text, FEW), STEPS, at_one_place=tried.at_one_place)
        if taken > STEPS:
            return Slow(tried, text, FEW, f"more than {STEPS} steps")
    return None


def _grown(tried: Tried, text: Pumped, largest: int) -> Slow | None:
    times: dict[int, float] = {}
    for size in (size for size in SIZES if size <= largest):
        times[size] = _seconds(tried, text, size)
        if times[size] > STEEP:
            break
    last = max(times, default=0)
    if len(times) < 2 or _growth(times, last) <= GROWTH:
        return None
    longer = last if times[last] > STEEP else 4 * last  # what is not steep yet has to show it
    times = {size: min(_seconds(tried, text, size) for _ in range(AGAIN)) for size in (*times, longer)}
    growth = _growth(times, longer)
    return Slow(tried, text, longer, f"{times[longer]:.3f} s, growth {growth:.1f},") if growth > GROWTH else None


def _growth(times: dict[int, float], last: int) -> float:
    """Return the exponent of the length with which the time grows; 0 if the time is too little to tell."""
    if times[last] < NOTHING:
        return 0
    early = max(size for size in times if size < last)
    return log(times[last] / max(times[early], SHORTEST)) / log(last / early)


def _seconds(tried: Tried, text: Pumped, size: int) -> float:
    written = _written(text, size)
    subject = written.encode("latin-1", "replace") if isinstance(tried.pattern.pattern, bytes) else written
    begun = time.process_time()
    if tried.at_one_place:
        tried.pattern.match(subject)
        tried.pattern.fullmatch(subject)
    else:
        deque(tried.pattern.finditer(subject), maxlen=0)
    return time.process_time() - begun


def _written(text: Pumped, size: int) -> str:
    start, body, end = text
    return start + body * max(1, (size - len(start) - len(end)) // len(body)) + end
