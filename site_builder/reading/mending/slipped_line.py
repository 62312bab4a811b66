"""Where the hand slipped: of the lines around a fault of syntax, the one that a single stroke would put right.

The parser notices most slips on the line after. What it reports is kept where no stroke would do.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from site_builder.foundation.diagnostic import Diagnostic, Span

LINES_ABOVE = 3
LONGEST = 300_000  # signs of a file for which it is tried: the file is read anew for every stroke
# Our names for what a stroke mends.
TOO_FAR_IN, TOO_FAR_OUT, NO_DASH, NO_SPACE, NO_COLON = (
    *("line is too far in", "line is too far out", "dash is missing", "space after dash is missing"),
    "colon is missing",
)
NO_MARK = "mark for several lines is missing"  # after a field with a text of several lines, one of which has a colon
STROKES: tuple[tuple[str, str, str], ...] = (
    (r"^  (?=\s*\S)", "", TOO_FAR_IN),
    (r"^ (?=\s*\S)", "", TOO_FAR_IN),
    (r"^(?=\s*\S)", "  ", TOO_FAR_OUT),
    (r"^(?=\s*\S)", " ", TOO_FAR_OUT),
    (r"^(\s*)  (?=[^\s-])", r"\1- ", NO_DASH),
    (r"^(\s*)[*•·–—] +(?=\S)", r"\1- ", NO_DASH),
    (r"^(\s*)-(?=[^\s-])", r"\1- ", NO_SPACE),
    (r"^(\s*(?:- )?[a-z_]+):? ?(?=\S)", r"\1: ", NO_COLON),
    (r"^(\s*(?:- )?[a-z_]+:)\s*$", r"\1 |", NO_MARK),
)
ITEM, KEY = re.compile(r"( *)- "), re.compile(r"( *)(?:- )?[a-z_]+:$")
# A line that is a field, and one after which text follows that is further in.
FIELD, TEXT_BELOW = re.compile(r"\s*(?:- )?[a-z_]+:(?:\s|$)"), re.compile(r".*(?::|- )\s*[>|][-+]?\s*$")
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
        and not (problem == NO_MARK and faults)  # any fault below would be gone if it were a text
    ]
    if not made:
        return fault
    *_, number, problem = min(made)
    line = lines[number - 1]
    start = _indent(line) + 1
    place = Span(fault.span.path, number, start, number, len(line.rstrip()) + 1)
    return replace(fault, span=place, values={**fault.values, "problem": problem})


def _lines_near(lines: list[str], line: int) -> Iterator[int]:
    """Yield the line of the fault and the nearest ones above it that are not empty, and the field that it is in."""
    found = [number for number in range(min(line, len(lines)), 0, -1) if lines[number - 1].strip()]
    yield from found[: LINES_ABOVE + 1]
    inner = _indent(lines[found[0] - 1]) if found else 0
    opens = next((number for number in found if _indent(lines[number - 1]) < inner), 0)
    if opens and opens not in found[: LINES_ABOVE + 1]:
        yield opens


def _mended(lines: list[str], number: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the lines with each stroke made in one of them."""
    line = lines[number - 1]
    for pattern, new, problem in STROKES:
        changed = re.sub(pattern, new, line, count=1)
        if changed != line and not (FIELD.match(line) and _is_text(lines, number, changed)):
            yield problem, [*lines[: number - 1], changed, *lines[number:]]


def _is_text(lines: list[str], number: int, changed: str) -> bool:
    """Tell whether a line becomes a part of the text above it: any fault would be gone if a field were moved there."""
    indent = _indent(changed)
    above = (line for line in reversed(lines[: number - 1]) if line.strip() and _indent(line) < indent)
    return bool(TEXT_BELOW.match(next(above, "")))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _oddities(lines: list[str], number: int) -> int:
    """Return how many lists near a line are not two steps further in than their field, as they are everywhere."""
    near = [line for line in lines[max(0, number - 4) : number + 4] if line.strip()]
    odd = 0
    for above, line in pairwise(near):
        key, item = KEY.match(above), ITEM.match(line)
        if key and item:
            odd += len(item[1]) != len(key[1]) + (4 if above.lstrip().startswith("- ") else 2)
    return odd
