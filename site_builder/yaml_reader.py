"""Strict YAML on the C parser: plain data, and the place of every key and value.

Strict means that nothing is guessed. A plain scalar stays the text that was written (`1:4`, `no`, `0355`); what could
mean something other than it says - two equal keys, anchors, aliases, tags, merge keys, tabs, several documents, a
comment that swallows the end of a value - is an error with its place.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from site_builder.diagnostic import Diagnostic, Span, error, ordered
from site_builder.source import KeyPath, Place, SourceFile

MAX_DEPTH = 20
QUOTES = ("'", '"')
# Our own name for the fault, where the parser only sees what comes after the next quotation mark.
OPEN_QUOTE = "quotation mark is not closed"
NULLS = ("", "~", "null")


def parse(path: str, text: str) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """Parse the text of one file.

    Returns the parsed file, or None together with everything that is wrong with it as YAML. After the first fault of
    syntax nothing more of the file can be read; faults such as equal keys are all found.
    """
    if tabs := _tabs(path, text):
        return None, tabs
    reader = _Reader(path, text)
    try:
        data = reader.document()
    except yaml.MarkedYAMLError as fault:
        reader.errors.append(_syntax_error(path, text, fault, reader.last_quoted))
    except _TooDeepError as fault:
        reader.errors.append(error("too-deep", fault.span, limit=str(MAX_DEPTH)))
    if reader.errors:
        return None, ordered(reader.errors)
    return SourceFile(path, text, data, reader.places), ()


def _tabs(path: str, text: str) -> tuple[Diagnostic, ...]:
    """Find tabs in indentation, which YAML forbids and an editor cannot see."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if line.strip() and "\t" in indent:
            column = indent.index("\t") + 1
            found.append(error("tab", Span(path, number, column, number, column + 1)))
    return tuple(found)


def _syntax_error(path: str, text: str, fault: yaml.MarkedYAMLError, quoted: Span | None) -> Diagnostic:
    """Place a fault of syntax where it was made: an open quote or bracket is noticed only further down."""
    mark, context, problem = fault.problem_mark, fault.context_mark, fault.problem or ""
    if mark and quoted and quoted.line < quoted.end_line == mark.line + 1:
        return error("yaml-syntax", quoted, problem=OPEN_QUOTE)
    rest = text.split("\n")[mark.line :] if mark else []
    at_end = not mark or not "\n".join(rest)[mark.column :].strip()
    in_brackets = "flow" in (fault.context or "") and mark and context and mark.line > context.line
    if context and (at_end or in_brackets or "expected ':'" in problem):
        mark = context
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return error("yaml-syntax", Span(path, line, column, line, column + 1), problem=problem)


class _TooDeepError(Exception):
    def __init__(self, span: Span) -> None:
        self.span = span


class _Reader:
    """Builds data and places from the parser's events, without node trees in between."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.events: Iterator[Any] = yaml.parse(text, Loader=yaml.CLoader)
        self.places: dict[KeyPath, Place] = {}
        self.errors: list[Diagnostic] = []
        self.last_quoted: Span | None = None

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

    def _node(self, event: Any, keys: KeyPath, key: Span | None = None) -> object:
        span = self._span(event)
        if len(keys) > MAX_DEPTH:
            raise _TooDeepError(span)
        self._refuse_indirection(event, span)
        value: object = None
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, span)
        elif isinstance(event, yaml.MappingStartEvent):
            value, span = self._mapping(keys, span)
        elif isinstance(event, yaml.SequenceStartEvent):
            value, span = self._sequence(keys, span)
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
            self.last_quoted = span if event.style in QUOTES else None
            return str(event.value)
        line = self.lines[span.end_line - 1] if span.end_line <= len(self.lines) else ""
        rest = line[span.end_column - 1 :]
        if event.value and rest.lstrip().startswith("#"):
            column = span.end_column + len(rest) - len(rest.lstrip())
            place = Span(self.path, span.end_line, column, span.end_line, len(line) + 1)
            self.errors.append(error("comment-after-value", place))
        return None if event.value in NULLS else str(event.value)

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
        return Span(self.path, start.line, start.column, end.end_mark.line + 1, end.end_mark.column + 1)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
