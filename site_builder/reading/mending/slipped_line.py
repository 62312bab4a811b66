"""Where the hand slipped: of the lines around a fault of syntax, the one that a single stroke would put right.

The parser notices most slips on the line after. What it reports is kept where no stroke would do.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from site_builder.foundation.diagnostic import Diagnostic, Span

LINES_ABOVE = 3
LONGEST = 300_000  # signs of a file for which it is tried: the file is read anew for every stroke
# Our names for what a stroke mends.
TOO_FAR_IN, TOO_FAR_OUT, NO_DASH, NO_SPACE, NO_COLON = (
    *("line is too far in", "line is too far out", "dash is missing", "space after dash is missing"),
    "colon is missing",
)
STROKES: tuple[tuple[str, str, str], ...] = (
    (r"^  (?=\s*\S)", "", TOO_FAR_IN),
    (r"^ (?=\s*\S)", "", TOO_FAR_IN),
    (r"^(?=\s*\S)", "  ", TOO_FAR_OUT),
    (r"^(?=\s*\S)", " ", TOO_FAR_OUT),
    (r"^(\s*)  (?=[^\s-])", r"\1- ", NO_DASH),
    (r"^(\s*)-(?=[^\s-])", r"\1- ", NO_SPACE),
    (r"^(\s*(?:- )?[a-z_]+):? ?(?=\S)", r"\1: ", NO_COLON),
)
ITEM, KEY = re.compile(r"( *)- "), re.compile(r"( *)(?:- )?[a-z_]+:$")
Judge = Callable[[str], int | None]  # how many faults a text has, None where it cannot be read


def at_the_slip(fault: Diagnostic, text: str, judge: Judge) -> Diagnostic:
    """Return a fault of syntax at the line that one stroke mends, with what it mends; else as it is."""
    lines = text.split("\n")
    if len(text) > LONGEST:
        return fault
    made = [
        (faults, _oddities(changed, number), fault.span.line - number, place, number, problem)
        for number in _lines_near(lines, fault.span.line)
        for place, (problem, changed) in enumerate(_mended(lines, number))
        if (faults := judge("\n".join(changed))) is not None
    ]
    if not made:
        return fault
    *_, number, problem = min(made)
    line = lines[number - 1]
    start = len(line) - len(line.lstrip()) + 1
    place = Span(fault.span.path, number, start, number, len(line.rstrip()) + 1)
    return replace(fault, span=place, values={**fault.values, "problem": problem})


def _lines_near(lines: list[str], line: int) -> Iterator[int]:
    """Yield the line of the fault and the nearest ones above it that are not empty."""
    found = [number for number in range(min(line, len(lines)), 0, -1) if lines[number - 1].strip()]
    yield from found[: LINES_ABOVE + 1]


def _mended(lines: list[str], number: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the lines with each stroke made in one of them."""
    line = lines[number - 1]
    for pattern, new, problem in STROKES:
        if (changed := re.sub(pattern, new, line, count=1)) != line:
            yield problem, [*lines[: number - 1], changed, *lines[number:]]


def _oddities(lines: list[str], number: int) -> int:
    """Return how many lists near a line are not two steps further in than their field, as they are everywhere."""
    near = [line for line in lines[max(0, number - 4) : number + 4] if line.strip()]
    odd = 0
    for above, line in pairwise(near):
        key, item = KEY.match(above), ITEM.match(line)
        if key and item:
            odd += len(item[1]) != len(key[1]) + (4 if above.lstrip().startswith("- ") else 2)
    return odd
