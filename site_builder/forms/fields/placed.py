"""Findings at their fields: the place of a finding in a file is the place of a field in the form."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from site_builder.edge.report import advice, message
from site_builder.forms.fields.tree import name_of
from site_builder.foundation.diagnostic import Diagnostic, Severity, Span
from site_builder.foundation.source import KeyPath, SourceFile
from site_builder.foundation.strings import Strings


@dataclass(frozen=True)
class Note:
    """What is said of a field; an empty name means none of this form's."""

    name: str
    words: str
    is_error: bool


def placed(
    found: Iterable[Diagnostic], source: SourceFile | None, at: KeyPath, names: Collection[str], strings: Strings
) -> tuple[Note, ...]:
    """Return findings with the names of the fields that they are about, of those that the form has."""
    return tuple(
        Note(_nearest(_keys(item, source, at), names), _words(item, source, strings), item.severity is Severity.ERROR)
        for item in found
    )


def _words(item: Diagnostic, source: SourceFile | None, strings: Strings) -> str:
    words = f"{message(item, strings)} {advice(item, strings)}"
    here = source is not None and item.span.path == source.path
    return words if here else f"{item.span.path}:{item.span.line}: {words}"


def _keys(item: Diagnostic, source: SourceFile | None, at: KeyPath) -> KeyPath:
    """Return the keys of what a finding is about, below those of the thing; none where it is about something else."""
    if source is None or item.span.path != source.path:
        return ()
    places = [(keys, span) for keys, place in source.places.items() for span in (place.value, place.key) if span]
    exact = [keys for keys, span in places if span == item.span]
    keys = max(exact or [keys for keys, span in places if _within(item.span, span)], key=len, default=())
    if keys[: len(at)] != at:
        return ()
    missing = (item.values.get("field", "").rpartition(".")[2],) if item.code == "missing-field" else ()
    return (*keys[len(at) :], *missing)


def _within(inner: Span, outer: Span) -> bool:
    start = (inner.line, inner.column)
    return (outer.line, outer.column) <= start < (outer.end_line, outer.end_column)


def _nearest(keys: KeyPath, names: Collection[str]) -> str:
    while keys and name_of(keys) not in names:
        keys = keys[:-1]
    return name_of(keys)
