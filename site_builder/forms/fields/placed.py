"""Findings at their fields: the place of a finding in a file is the place of a field in the form."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct, field

from site_builder.edge.report import told
from site_builder.forms.fields.tree import Tree, is_blank, name_of
from site_builder.foundation.diagnostic import Diagnostic, Severity, Span
from site_builder.foundation.source import KeyPath, SourceFile
from site_builder.foundation.strings import Strings


class Note(Struct, frozen=True):
    """What is said of a field; an empty name means none of this form's."""

    name: str
    words: str
    is_error: bool


def placed(
    found: Iterable[Diagnostic], source: SourceFile | None, at: KeyPath, form: "Held", strings: Strings
) -> tuple[Note, ...]:
    """Return findings with the names of the fields that they are about, of those that the form has."""
    return tuple(
        Note(form.nearest(_keys(item, source, at)), _words(item, source, strings), item.severity is Severity.ERROR)
        for item in found
    )


class Held(Struct, frozen=True):
    """A form: the names of its fields, and what it says. Items that say nothing are in the form and not in the file."""

    names: Collection[str] = ()
    tree: Tree = field(default_factory=dict)

    def nearest(self, keys: KeyPath) -> str:
        """Return the name of the field for keys in the file, or of the one that it stands in."""
        found = tuple(_in_form(keys, self.tree))
        while found and name_of(found) not in self.names:
            found = found[:-1]
        return name_of(found)


def _in_form(keys: KeyPath, tree: object) -> Iterator[str | int]:
    """Yield keys in a file as those in the form, which counts blank items too."""
    for key in keys:
        place = key
        if isinstance(key, int) and isinstance(tree, list):
            said = [number for number, item in enumerate(tree) if not is_blank(item)]
            place = said[key] if key < len(said) else key
        yield place
        if isinstance(tree, Mapping):
            tree = tree.get(str(place))
        elif isinstance(tree, list) and isinstance(place, int):
            tree = tree[place] if place < len(tree) else None


def _words(item: Diagnostic, source: SourceFile | None, strings: Strings) -> str:
    words = told(item, strings)
    here = source is not None and item.span.path == source.path
    return words if here else f"{item.span.path}:{item.span.line}: {words}"


def _keys(item: Diagnostic, source: SourceFile | None, at: KeyPath) -> KeyPath:
    """Return the keys of what a finding is about, below those of the thing; none where it is about something else."""
    if source is None or item.span.path != source.path:
        return ()
    places = [(keys, span) for keys, place in source.all_places() for span in (place.value, place.key) if span]
    exact = [keys for keys, span in places if span == item.span]
    keys = max(exact or [keys for keys, span in places if _within(item.span, span)], key=len, default=())
    if keys[: len(at)] != at:
        return ()
    missing = (item.values.get("field", "").rpartition(".")[2],) if item.code == "missing-field" else ()
    return (*keys[len(at) :], *missing)


def _within(inner: Span, outer: Span) -> bool:
    start = (inner.line, inner.column)
    return (outer.line, outer.column) <= start < (outer.end_line, outer.end_column)
