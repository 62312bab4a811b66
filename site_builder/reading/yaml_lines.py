"""What the lines of a YAML file tell by themselves."""

import re

from site_builder.foundation.diagnostic import Diagnostic, Span, error

# A value that begins with a bracket and goes on after its end.
BRACKETED = re.compile(r"(?P<before>\s*(?:- )?[a-z_]+: )(?:\[[^\n]*\]|\{[^\n]*\})[^\S\n]*[^\s\]}#,]")


def tabs(path: str, text: str) -> tuple[Diagnostic, ...]:
    """Find tabs in indentation, which YAML forbids and an editor cannot see."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if line.strip() and "\t" in indent:
            column = indent.index("\t") + 1
            found.append(error("tab", Span(path, number, column, number, column + 1)))
    return tuple(found)


def opening_bracket(line: str) -> int:
    """Return the column of a bracket that begins a value which goes on after its end; 0 where none does."""
    match = BRACKETED.match(line)
    return match.end("before") + 1 if match else 0
