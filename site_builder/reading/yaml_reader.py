"""Strict YAML on the C parser: plain data, and the place of every key and value.

Strict means that nothing is guessed. A plain scalar stays the text that was written (`1:4`, `no`, `0355`); what could
mean something other than it says - two equal keys, anchors, aliases, tags, merge keys, tabs, several documents, a
comment that swallows the end of a value - is an error with its place.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from site_builder.foundation.diagnostic import Diagnostic, Span, error, ordered
from site_builder.foundation.source import At, KeyPath, SourceFile
from site_builder.reading.decode import CONTROL
from site_builder.reading.mending.cleaned import cleaned_value
from site_builder.reading.yaml_lines import syntax_error, tabs

MAX_DEPTH = 20
QUOTES = ("'", '"')
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
        reader.errors.append(syntax_error(fault, path, reader.lines, reader.last_quoted, reader.open_brackets))
    except _TooDeepError as fault:
        reader.errors.append(error("too-deep", fault.span, limit=str(MAX_DEPTH)))
    if reader.errors:
        return None, ordered(reader.errors)
    return SourceFile(path, text, data, reader.places, tuple(reader.empty)), ()


class _TooDeepError(Exception):
    def __init__(self, span: Span) -> None:
        self.span = span


class _Reader:
    """Builds data and places from the parser's events, without node trees in between."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.count = len(self.lines)
        self.event: Callable[[], Any] = yaml.CBaseLoader(text).get_event
        self.places: dict[KeyPath, tuple[At, At | None]] = {}
        self.empty: list[KeyPath] = []
        self.errors: list[Diagnostic] = []
        self.last_quoted: At | None = None
        self.open_brackets: list[At] = []

    def document(self) -> object:
        self.event()
        start = self.event()
        if isinstance(start, yaml.StreamEndEvent):
            self.errors.append(error("empty-file", Span(self.path)))
            return None
        if start.version or start.tags:
            self.errors.append(error("yaml-directive", self._span(self._at(start))))
        data = self._node(self.event(), ())
        self.event()
        if not isinstance(extra := self.event(), yaml.StreamEndEvent):
            self.errors.append(error("several-documents", self._span(self._at(extra))))
        return data

    def _node(self, event: Any, keys: KeyPath, key: At | None = None) -> object:
        at = self._at(event)
        if len(keys) > MAX_DEPTH:
            raise _TooDeepError(self._span(at))
        if event.anchor is not None or event.tag is not None:
            self._refuse_indirection(event, self._span(at))
        value: object = None
        kind = type(event)
        if kind is ScalarEvent:
            value = self._scalar(event, at)
        elif kind is MappingStartEvent:
            value, at = self._collection(self._mapping, event, keys, at)
        elif kind is SequenceStartEvent:
            value, at = self._collection(self._sequence, event, keys, at)
        self.places[keys] = at, key
        if value is None and keys:
            self.empty.append(keys)
        return value

    def _refuse_indirection(self, event: Any, span: Span) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.errors.append(error("yaml-alias", span, name=str(event.anchor)))
        elif event.anchor is not None:
            self.errors.append(error("yaml-anchor", span, name=str(event.anchor)))
        elif event.tag is not None:
            self.errors.append(error("yaml-tag", span, name=str(event.tag)))

    def _scalar(self, event: Any, at: At) -> str | None:
        if event.style:
            if event.style == '"' and (control := CONTROL.search(event.value)):
                self.errors.append(error("control-character", self._span(at), character=f"U+{ord(control[0]):04X}"))
            self.last_quoted = at if event.style in QUOTES else None
            # The file has been cleaned; an escape, which only these quotes have, may stand for a sign of that kind.
            return cleaned_value(event.value) if event.style == '"' else str(event.value)
        value: str = event.value
        _, column, end_line, end_column = at
        line = self.lines[end_line - 1] if end_line <= self.count else ""
        # At its place, and not in what is left of the line: a line of a million values would be copied for each.
        if end_column <= len(line) and (value or column > 1) and (comment := COMMENT.match(line, end_column - 1)):
            place = Span(self.path, end_line, comment.end(), end_line, len(line) + 1)
            self.errors.append(error("comment-after-value", place))
        return None if value in NULLS else value

    def _collection(
        self, read: Callable[[KeyPath, At], tuple[object, At]], event: Any, keys: KeyPath, start: At
    ) -> tuple[object, At]:
        """Read a collection, with an eye on its bracket: one that is never closed stays in the list of open ones."""
        if not event.flow_style:
            return read(keys, start)
        self.open_brackets.append(start)
        found = read(keys, start)
        self.open_brackets.pop()
        return found

    def _mapping(self, keys: KeyPath, start: At) -> tuple[dict[str, object], At]:
        data: dict[str, object] = {}
        following = self.event
        while type(event := following()) is not MappingEndEvent:
            at = self._at(event)
            name = self._key(event, at)
            value = self._node(following(), (*keys, name), at)
            if name in data:
                self.errors.append(error("duplicate-key", self._span(at), key=name))
            data.setdefault(name, value)
        return data, self._until(start, event)

    def _key(self, event: Any, at: At) -> str:
        if event.anchor is not None or event.tag is not None:
            self._refuse_indirection(event, self._span(at))
        if type(event) is not ScalarEvent:
            raise yaml.MarkedYAMLError(problem="key is not a scalar", problem_mark=event.start_mark)
        name: str = event.value
        if name == "<<" and not event.style:
            self.errors.append(error("yaml-merge-key", self._span(at)))
        return name

    def _sequence(self, keys: KeyPath, start: At) -> tuple[list[object], At]:
        data: list[object] = []
        following = self.event
        while type(event := following()) is not SequenceEndEvent:
            data.append(self._node(event, (*keys, len(data))))
        return data, self._until(start, event)

    def _until(self, start: At, end: Any) -> At:
        return (*start[:2], *self._point(end.end_mark))

    def _span(self, at: At) -> Span:
        return Span(self.path, *at)

    def _at(self, event: Any) -> At:
        start, end = event.start_mark, event.end_mark
        line = end.line
        if line < self.count:
            return start.line + 1, start.column + 1, line + 1, end.column + 1
        return (*self._point(start), *self._point(end))

    def _point(self, mark: Any) -> tuple[int, int]:
        """Return line and column; the parser counts one line more where the last one has no line feed."""
        if mark.line < self.count:
            return mark.line + 1, mark.column + 1
        return self.count, len(self.lines[-1]) + 1
