"""Where a value in a file begins and ends, without the blank lines and comments that follow it."""

import re

from msgspec import Struct

from site_builder.editing.edit import CannotEditError
from site_builder.foundation.source import KeyPath, SourceFile

COMMA = re.compile(r"(?:[ \n]|(?<=\s)#[^\n]*+)*+,")


class Nodes(Struct, frozen=True):
    """The values of a file by the keys that lead to them, and their places between its characters."""

    source: SourceFile

    def value(self, keys: KeyPath) -> object:
        """Return the plain data that keys lead to."""
        found: object = self.source.data
        for key in keys:
            try:
                found = found[key]  # type: ignore[index]  # whatever cannot be indexed is told
            except (KeyError, IndexError, TypeError):
                raise CannotEditError(self.source.path, keys) from None
        return found

    def start(self, keys: KeyPath) -> int:
        """Return where a value begins: a block list at its first dash, a block mapping at its first key."""
        span = self.source.own_place(keys).value
        return self.source.offset(span.line, span.column)

    def end(self, keys: KeyPath) -> int:
        """Return where a value ends."""
        if (last := self.last_child(keys)) is not None and not self.is_flow(keys):
            return self.end((*keys, last))
        span, start = self.source.own_place(keys).value, self.start(keys)
        end = self.source.offset(span.end_line, span.end_column)
        written = self.source.text[start:end]
        if written[:1] not in ("|", ">"):
            return end
        keeps = "+" in written.partition("\n")[0]
        return start + len(written.removesuffix("\n") if keeps else _without_blank_lines(written))

    def key_start(self, keys: KeyPath) -> int:
        """Return where the key of a value begins."""
        key = self.source.own_place(keys).key
        if key is None:
            raise CannotEditError(self.source.path, keys)
        return self.source.offset(key.line, key.column)

    def after_key(self, keys: KeyPath) -> int:
        """Return where what belongs to a value begins: after the colon of its key, or after its dash."""
        if not keys:
            return self.start(keys)
        if isinstance(keys[-1], int):
            return self.dash(keys) + 1
        key = self.source.own_place(keys).key
        if key is None:
            raise CannotEditError(self.source.path, keys)
        colon = self.source.text.find(":", self.source.offset(key.end_line, key.end_column))
        if colon < 0:
            raise CannotEditError(self.source.path, keys)
        return colon + 1

    def dash(self, keys: KeyPath) -> int:
        """Return where the dash of an item in a block list stands."""
        column = self.source.own_place(keys[:-1]).value.column - 1
        for line in range(self.source.own_place(keys).value.line, 0, -1):
            if self.source.lines[line - 1][column : column + 1] == "-":
                return self.source.offset(line, column + 1)
        raise CannotEditError(self.source.path, keys)

    def indent(self, keys: KeyPath) -> int:
        """Return how far in the keys or dashes of a block collection stand."""
        value = self.value(keys)
        if isinstance(value, dict) and value and (key := self.source.own_place((*keys, next(iter(value)))).key):
            return key.column - 1
        return self.source.own_place(keys).value.column - 1

    def is_flow(self, keys: KeyPath) -> bool:
        """Tell whether a value is a collection in brackets, or stands inside one."""
        ways = (keys[:length] for length in range(len(keys) + 1))
        return any(isinstance(self.value(way), (dict, list)) and self._opens(way) in ("[", "{") for way in ways)

    def last_child(self, keys: KeyPath) -> str | int | None:
        """Return the last key of a collection, None where there is none."""
        value = self.value(keys)
        if isinstance(value, list) and value:
            return len(value) - 1
        return str(next(reversed(value))) if isinstance(value, dict) and value else None

    def line_start(self, place: int) -> int:
        """Return where the line of a place begins."""
        return self.source.text.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Return where the line of a place ends, before its line feed."""
        end = self.source.text.find("\n", place)
        return len(self.source.text) if end < 0 else end

    def after_comma(self, place: int) -> int:
        """Return where the comma that follows in a flow collection ends; the place itself where none follows."""
        comma = COMMA.match(self.source.text, place)
        return comma.end() if comma else place

    def _opens(self, keys: KeyPath) -> str:
        start = self.start(keys)
        return self.source.text[start : start + 1]


def _without_blank_lines(text: str) -> str:
    """Return a text without the lines at its end that have no words."""
    words = text.rstrip(" \t\n")
    return words + text[len(words) :].partition("\n")[0]
