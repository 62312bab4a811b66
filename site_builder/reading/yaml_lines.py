"""What the lines of a YAML file tell that cannot be parsed."""

import re
from collections.abc import Sequence

import yaml

from site_builder.foundation.diagnostic import Diagnostic, Span, error
from site_builder.foundation.source import At

# Our own names for faults of which the parser only sees what comes later.
OPEN_QUOTE, OPEN_BRACKET = "quotation mark is not closed", "bracket is not closed"
AFTER_QUOTE = "text after quotation mark"
# The parser's own words for a value that begins with a sign of YAML's.
AT_BRACKET = "found character that cannot start any token"
# Faults of a value that begins with &, * or !, which are noticed after it.
AT_INDICATOR = ("while scanning an anchor", "while scanning an alias", "while scanning a tag", "while parsing a node")
# A value that begins with a bracket and goes on after its end.
BRACKETED = re.compile(r"(?P<before>\s*(?:- )?[a-z_]+: )(?:\[[^\n]*\]|\{[^\n]*\})[^\S\n]*[^\s\]}#,]")


def tabs(path: str, text: str) -> tuple[Diagnostic, ...]:
    """Find tabs in indentation, which YAML forbids and an editor cannot see."""
    if "\t" not in text:
        return ()
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if line.strip() and "\t" in indent:
            column = indent.index("\t") + 1
            found.append(error("tab", Span(path, number, column, number, column + 1)))
    return tuple(found)


def syntax_error(
    fault: yaml.MarkedYAMLError, path: str, lines: Sequence[str], quoted: At | None, brackets: Sequence[At]
) -> Diagnostic:
    """Place a fault of syntax where it was made: an open quote or bracket is noticed only further down.

    `quoted` is where the last value in quotes stands, `brackets` are those that were open, the innermost last.
    """
    mark, context, problem = fault.problem_mark, fault.context_mark, fault.problem or ""
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    at_end = not "\n".join(lines[line - 1 :])[column - 1 :].strip()
    if quoted and quoted[0] < quoted[2] == line:
        return error("yaml-syntax", Span(path, *quoted), problem=OPEN_QUOTE)
    if quoted and not at_end and _follows(quoted, lines, line, column):
        problem = AFTER_QUOTE
    elif column > (bracket := opening_bracket("".join(lines[line - 1 : line]))) > 0:
        column, problem = bracket, AT_BRACKET
    elif brackets and (at_end or line > brackets[-1][0]):
        (line, column), problem = brackets[-1][:2], OPEN_BRACKET
    elif context and (at_end or "expected ':'" in problem or fault.context in AT_INDICATOR):
        line, column = context.line + 1, context.column + 1
    if line > len(lines):  # noticed after the last line, which has no line feed
        line, column = len(lines), max(1, len(lines[-1]))
    return error("yaml-syntax", Span(path, line, column, line, column + 1), problem=problem)


def _follows(quoted: At, lines: Sequence[str], line: int, column: int) -> bool:
    """Tell whether a place is the first one after a quoted value on its line."""
    end = quoted[3] - 1
    return line == quoted[2] and column > end and not lines[line - 1][end : column - 1].strip()


def opening_bracket(line: str) -> int:
    """Return the column of a bracket that begins a value which goes on after its end; 0 where none does."""
    match = BRACKETED.match(line)
    return match.end("before") + 1 if match else 0
