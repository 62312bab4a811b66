"""What the lines of a YAML file tell by themselves, where the parser sees less or sees it later."""

import re
from collections.abc import Sequence

from site_builder.foundation.diagnostic import Diagnostic, Span, error

# The parser's name of a fault that is noticed a line too late, and ours.
TOO_MANY_COLONS, NO_COLON = "mapping values are not allowed in this context", "colon is missing"
FIELD_NAME, COLON = re.compile(r"\s*(?:- +)?[\w-]+\s*"), re.compile(r":(?:\s|$)|^[#\"']")


def tabs(path: str, text: str) -> tuple[Diagnostic, ...]:
    """Find tabs in indentation, which YAML forbids and an editor cannot see."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if line.strip() and "\t" in indent:
            column = indent.index("\t") + 1
            found.append(error("tab", Span(path, number, column, number, column + 1)))
    return tuple(found)


def line_without_colon(lines: Sequence[str], line: int, column: int) -> tuple[int, int] | None:
    """Return line and column of the field that lacks its colon, where the right one below it is called too much."""
    if not FIELD_NAME.fullmatch(lines[line - 1][: column - 1]):
        return None
    number = next((number for number in range(line - 1, 0, -1) if lines[number - 1].strip()), 0)
    above = lines[number - 1] if number else ""
    bare = above.lstrip(" -")
    return (number, len(above) - len(bare) + 1) if bare and not COLON.search(bare) else None
