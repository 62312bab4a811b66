"""Pieces of a text exchanged for others, and the file read again with what it must then say."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from site_builder.foundation.source import KeyPath, SourceFile
from site_builder.reading.yaml_reader import parse

Value = str | int | Decimal | date | Sequence["Value"] | Mapping[str, "Value"]


class CannotEditError(Exception):
    """A place that cannot be edited, or a value that YAML cannot hold there."""

    def __init__(self, path: str, keys: KeyPath) -> None:
        super().__init__(f"{path}: {'.'.join(str(key) for key in keys)}")
        self.path, self.keys = path, keys


class Edit(Struct, frozen=True, order=True):
    """A stretch of a text, by places between its characters, and what shall stand there instead."""

    start: int
    end: int
    text: str


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with stretches of it exchanged. Stretches that overlap are a fault of the caller."""
    pieces, place = [], 0
    for edit in sorted(edits):
        if edit.start < place:
            raise ValueError(edit)
        pieces += [text[place : edit.start], edit.text]
        place = edit.end
    return "".join([*pieces, text[place:]])


def edited(source: SourceFile, edits: Iterable[Edit], keys: KeyPath, expected: object) -> SourceFile:
    """Return a file after edits at `keys`, read again; it must then hold exactly the data that is `expected`."""
    made, _ = parse(source.path, spliced(source.text, edits))
    if made is None or made.data != expected:
        raise CannotEditError(source.path, keys)
    return made


def as_read(value: Value) -> object:
    """Return a value as the reader would give it: every scalar is text."""
    if isinstance(value, Mapping):
        return {key: as_read(part) for key, part in value.items()}
    if not isinstance(value, str) and isinstance(value, Sequence):
        return [as_read(part) for part in value]
    return bare(value)


def bare(value: str | int | Decimal | date) -> str:
    """Return a scalar as text, without quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
