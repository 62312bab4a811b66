"""A content file after parsing: plain data, and beside it the place of every key and value."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from msgspec import Struct
from pydantic import BaseModel

from site_builder.foundation.diagnostic import Span

KeyPath = tuple[str | int, ...]
At = tuple[int, int, int, int]  # line and column, end line and end column: a span without its path
Model_co = TypeVar("Model_co", bound=BaseModel, covariant=True)


class Place(Struct, frozen=True):
    """Where a value stands and, for a value in a mapping, where its key stands."""

    value: Span
    key: Span | None = None


class SourceFile(Struct, frozen=True, dict=True):
    """One parsed file: its path from the repository's root, its text, its data and the place of everything in it.

    `places` are of the values and of their keys. There is one for every value and hardly any is asked for, so they are
    bare numbers until `place` is. `empty` are the keys where something should be and nothing is.
    """

    path: str
    text: str
    data: object
    places: dict[KeyPath, tuple[At, At | None]]
    empty: tuple[KeyPath, ...] = ()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text."""
        return tuple(self.text.split("\n"))

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in re.finditer("\n", self.text)))

    def offset(self, line: int, column: int) -> int:
        """Return where in the text a line and column are."""
        return self._line_starts[line - 1] + column - 1

    def let_go(self) -> None:
        """Forget data, places and lines: nobody asks for them when everything is checked and no build follows."""
        self.places.clear()
        vars(self).pop("lines", None)
        vars(self).pop("_line_starts", None)
        if isinstance(self.data, dict):
            self.data.clear()

    def place(self, keys: KeyPath) -> Place:
        """Return the place of what `keys` lead to, or of the nearest thing above it that stands in the file."""
        while keys not in self.places and keys:
            keys = keys[:-1]
        return self.own_place(keys) if keys in self.places else Place(Span(self.path))

    def own_place(self, keys: KeyPath) -> Place:
        """Return the place of just what `keys` lead to; KeyError where it does not stand in the file."""
        value, key = self.places[keys]
        return Place(Span(self.path, *value), Span(self.path, *key) if key else None)

    def at(self, keys: KeyPath) -> At:
        """Return where just what `keys` lead to stands in bare numbers, the file's beginning where it does not."""
        return self.places.get(keys, ((1, 1, 1, 1), None))[0]

    def all_places(self) -> Iterator[tuple[KeyPath, Place]]:
        """Yield the place of everything in the file."""
        return ((keys, self.own_place(keys)) for keys in self.places)


class Record(Struct, Generic[Model_co], frozen=True, dict=True):
    """A valid model and where it stands: a whole file, or the part of one that `at` leads to.

    `plan` is the plan in whose folder it stands, `meant_plan` the one that a file outside them says that it means.
    """

    value: Model_co
    source: SourceFile
    at: KeyPath = ()
    plan: str = ""
    meant_plan: str = ""

    @cached_property
    def strings(self) -> tuple[tuple[KeyPath, str], ...]:
        """Every string in the record with the keys that lead to it."""
        return tuple(strings_of(self.value))

    def let_go(self) -> None:
        """Forget what is only asked for while the content is checked."""
        self.source.let_go()
        vars(self).pop("strings", None)

    def span(self, *keys: str | int) -> Span:
        """Return the place of the value that `keys` lead to inside this record."""
        return self.source.place((*self.at, *keys)).value

    def key_span(self, *keys: str | int) -> Span:
        """Return the place of the key itself, or of the value where there is no key."""
        place = self.source.place((*self.at, *keys))
        return place.key or place.value


def strings_of(value: BaseModel) -> list[tuple[KeyPath, str]]:
    """Return every string in a model with the keys that lead to it, in the order of the fields."""
    found: list[tuple[KeyPath, str]] = []
    _add_strings(value, (), found)
    return found


def _add_strings(value: BaseModel | tuple[object, ...], keys: KeyPath, found: list[tuple[KeyPath, str]]) -> None:
    """Add the strings below some keys. The fields by `vars`: to ask the model takes three times as long."""
    parts: Iterable[tuple[str | int, object]] = enumerate(value) if isinstance(value, tuple) else vars(value).items()
    for key, part in parts:
        if isinstance(part, str):
            found.append(((*keys, key), part))
        elif part and isinstance(part, (tuple, BaseModel)):
            _add_strings(part, (*keys, key), found)


def locate(source: SourceFile, span: Span, needle: str, occurrence: int = 0) -> Span:
    """Return the place of a piece of text inside a value.

    YAML may have folded the value over several lines, so white space matches any white space. Returns the whole
    value's place when the needle is written otherwise there (an escape in a quoted string, say).
    """
    region = "\n".join(source.lines[span.line - 1 : span.end_line])
    found = occurrences(region, needle, span.column - 1)
    return _span_at(source.path, region, span.line, *found[occurrence]) if occurrence < len(found) else span


@lru_cache(maxsize=16)
def occurrences(text: str, needle: str, start: int = 0) -> tuple[tuple[int, int], ...]:
    """Return every place of a piece of text from a start on, with any white space for white space.

    The places of a piece are asked for one after the other, so the last ones are remembered.
    """
    pattern = re.compile(r"\s+".join(re.escape(part) for part in needle.split()))
    return tuple(match.span() for match in pattern.finditer(text, start))


def span_in(source: SourceFile, start: int, end: int) -> Span:
    """Return the place of a part of a file's text."""
    return _span_at(source.path, source.text, 1, start, end)


def _span_at(path: str, region: str, first_line: int, start: int, end: int) -> Span:
    line, column = region.count("\n", 0, start), start - (region.rfind("\n", 0, start) + 1)
    end_line, end_column = region.count("\n", 0, end), end - (region.rfind("\n", 0, end) + 1)
    return Span(path, first_line + line, column + 1, first_line + end_line, end_column + 1)
