"""Strict YAML on the C parser: plain data, and the place of every key and value.

Strict means that nothing is guessed. A plain scalar stays the text that was written (`1:4`, `no`, `0355`); what could
mean something other than it says - two equal keys, anchors, aliases, tags, merge keys, tabs, several documents, a
comment that swallows the end of a value - is an error with its place.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from site_builder.foundation.diagnostic import Diagnostic, Span, error, ordered
from site_builder.foundation.source import KeyPath, Place, SourceFile
from site_builder.reading.decode import CONTROL
from site_builder.reading.mending.cleaned import cleaned_value
from site_builder.reading.yaml_lines import opening_bracket, tabs

MAX_DEPTH = 20
QUOTES = ("'", '"')
# Our own names for faults of which the parser only sees what comes later.
OPEN_QUOTE, OPEN_BRACKET = "quotation mark is not closed", "bracket is not closed"
AFTER_QUOTE = "text after quotation mark"
# The parser's own words for a value that begins with a sign of YAML's.
AT_BRACKET = "found character that cannot start any token"
# Faults of a value that begins with &, * or !, which are noticed after it.
AT_INDICATOR = ("while scanning an anchor", "while scanning an alias", "while scanning a tag", "while parsing a node")
COMMENT = re.compile(r"\s*#")
NULLS = ("", "~", "null", "Null", "NULL")  # those of YAML


def parse(path: str, text: str) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """Parse the text of one file.

    Returns the parsed file, or None together with everything that is wrong with it as YAML. After the first fault of
    syntax nothing more of the file can be read; faults such as equal keys are all found.
    """
    if found := tabs(path, text):
        return None, found
    reader = _Reader(path, text)
    try:
        data = reader.document()
    except yaml.MarkedYAMLError as fault:
        reader.errors.append(reader.syntax_error(fault))
    except _TooDeepError as fault:
        reader.errors.append(error("too-deep", fault.span, limit=str(MAX_DEPTH)))
    if reader.errors:
        return None, ordered(reader.errors)
    return SourceFile(path, text, data, reader.places), ()


class _TooDeepError(Exception):
    def __init__(self, span: Span) -> None:
        self.span = span


class _Reader:
    """Builds data and places from the parser's events, without node trees in between."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.count = len(self.lines)
        self.events: Iterator[Any] = yaml.parse(text, Loader=yaml.CLoader)
        self.places: dict[KeyPath, Place] = {}
        self.errors: list[Diagnostic] = []
        self.last_quoted: Span | None = None
        self.open_brackets: list[Span] = []

    def document(self) -> object:
        next(self.events)
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            self.errors.append(error("empty-file", Span(self.path)))
            return None
        if start.version or start.tags:
            self.errors.append(error("yaml-directive", self._span(start)))
        data = self._node(next(self.events), ())
        next(self.events)
        if not isinstance(extra := next(self.events), yaml.StreamEndEvent):
            self.errors.append(error("several-documents", self._span(extra)))
        return data

    def syntax_error(self, fault: yaml.MarkedYAMLError) -> Diagnostic:
        """Place a fault of syntax where it was made: an open quote or bracket is noticed only further down."""
        mark, context, problem = fault.problem_mark, fault.context_mark, fault.problem or ""
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        at_end = not "\n".join(self.lines[line - 1 :])[column - 1 :].strip()
        if (quoted := self.last_quoted) and quoted.line < quoted.end_line == line:
            return error("yaml-syntax", quoted, problem=OPEN_QUOTE)
        if quoted and not at_end and self._follows(quoted, line, column):
            problem = AFTER_QUOTE
        elif column > (bracket := opening_bracket("".join(self.lines[line - 1 : line]))) > 0:
            column, problem = bracket, AT_BRACKET
        elif (brackets := self.open_brackets) and (at_end or line > brackets[-1].line):
            line, column, problem = brackets[-1].line, brackets[-1].column, OPEN_BRACKET
        elif context and (at_end or "expected ':'" in problem or fault.context in AT_INDICATOR):
            line, column = context.line + 1, context.column + 1
        if line > self.count:  # noticed after the last line, which has no line feed
            line, column = self.count, max(1, len(self.lines[-1]))
        return error("yaml-syntax", Span(self.path, line, column, line, column + 1), problem=problem)

    def _follows(self, quoted: Span, line: int, column: int) -> bool:
        """Tell whether a place is the first one after a quoted value on its line."""
        end = quoted.end_column - 1
        return line == quoted.end_line and column > end and not self.lines[line - 1][end : column - 1].strip()

    def _node(self, event: Any, keys: KeyPath, key: Span | None = None) -> object:
        span = self._span(event)
        if len(keys) > MAX_DEPTH:
            raise _TooDeepError(span)
        if event.anchor is not None or event.tag is not None:
            self._refuse_indirection(event, span)
        value: object = None
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, span)
        elif isinstance(event, yaml.MappingStartEvent):
            value, span = self._collection(self._mapping, event, keys, span)
        elif isinstance(event, yaml.SequenceStartEvent):
            value, span = self._collection(self._sequence, event, keys, span)
        self.places[keys] = Place(span, key)
        return value

    def _refuse_indirection(self, event: Any, span: Span) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.errors.append(error("yaml-alias", span, name=str(event.anchor)))
        elif event.anchor is not None:
            self.errors.append(error("yaml-anchor", span, name=str(event.anchor)))
        elif event.tag is not None:
            self.errors.append(error("yaml-tag", span, name=str(event.tag)))

    def _scalar(self, event: Any, span: Span) -> str | None:
        if event.style:
            if event.style == '"' and (control := CONTROL.search(event.value)):
                self.errors.append(error("control-character", span, character=f"U+{ord(control[0]):04X}"))
            self.last_quoted = span if event.style in QUOTES else None
            return cleaned_value(event.value)
        line = self.lines[span.end_line - 1] if span.end_line <= len(self.lines) else ""
        # At its place, and not in what is left of the line: a line of a million values would be copied for each.
        if (event.value or span.column > 1) and (comment := COMMENT.match(line, span.end_column - 1)):
            place = Span(self.path, span.end_line, comment.end(), span.end_line, len(line) + 1)
            self.errors.append(error("comment-after-value", place))
        return None if event.value in NULLS else str(event.value)

    def _collection(
        self, read: Callable[[KeyPath, Span], tuple[object, Span]], event: Any, keys: KeyPath, start: Span
    ) -> tuple[object, Span]:
        """Read a collection, with an eye on its bracket: one that is never closed stays in the list of open ones."""
        if not event.flow_style:
            return read(keys, start)
        self.open_brackets.append(start)
        found = read(keys, start)
        self.open_brackets.pop()
        return found

    def _mapping(self, keys: KeyPath, start: Span) -> tuple[dict[str, object], Span]:
        data: dict[str, object] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            span = self._span(event)
            name = self._key(event, span)
            value = self._node(next(self.events), (*keys, name), span)
            if name in data:
                self.errors.append(error("duplicate-key", span, key=name))
            data.setdefault(name, value)
        return data, self._until(start, event)

    def _key(self, event: Any, span: Span) -> str:
        if event.anchor is not None or event.tag is not None:
            self._refuse_indirection(event, span)
        if not isinstance(event, yaml.ScalarEvent):
            raise yaml.MarkedYAMLError(problem="key is not a scalar", problem_mark=event.start_mark)
        if event.value == "<<" and not event.style:
            self.errors.append(error("yaml-merge-key", span))
        return str(event.value)

    def _sequence(self, keys: KeyPath, start: Span) -> tuple[list[object], Span]:
        data: list[object] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            data.append(self._node(event, (*keys, len(data))))
        return data, self._until(start, event)

    def _until(self, start: Span, end: Any) -> Span:
        line, column = self._point(end.end_mark)
        return Span(self.path, start.line, start.column, line, column)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        if end.line < self.count:
            return Span(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        return Span(self.path, *self._point(start), *self._point(end))

    def _point(self, mark: Any) -> tuple[int, int]:
        """Return line and column; the parser counts one line more where the last one has no line feed."""
        if mark.line < self.count:
            return mark.line + 1, mark.column + 1
        return self.count, len(self.lines[-1]) + 1
