"""What stood in a content file at any time, as plain data: tolerant, since old files may not fit today's schema.

A file is cut into pieces, each of which is YAML by itself, and every piece is read once however many states of the file
it stands in. The content knows no anchors, so no piece depends on another.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from site_builder.reading.bare_yaml import bare_data
from site_builder.reading.layout import FileKind, Location, locate_file
from site_builder.reading.validate import Identity

TOP_LEVEL = re.compile(r"^(?=[^\s#-])", re.MULTILINE)
FIRST_ITEM = re.compile(r"[^\n]*\n( *)- ")

NAMES = ("short_title", "title", "name", "term", "heading", "number")

Data = Mapping[str, Any]


class Thing(Struct, frozen=True, eq=False, dict=True):
    """One thing in the content: what it is, its kind of file, where it stands, and the plain data that it says."""

    identity: Identity
    kind: FileKind
    path: str
    data: Data

    @cached_property
    def name(self) -> str:
        """What it calls itself."""
        return name_of(self.data)


class Pieces(Struct, frozen=True):
    """Reads texts piece by piece and remembers every piece, so that what is the same is the very same object.

    Kinds of files that are `passed_over` are not read.
    """

    passed_over: tuple[str, ...] = ()
    known: dict[str, object] = field(default_factory=dict)

    def things(self, path: str, text: str) -> tuple[Thing, ...]:
        """Return the things in a file; nothing where no kind of file belongs, or where it is no YAML."""
        location = locate_file(path)
        if location is None or location.kind.kind in self.passed_over:
            return ()
        return tuple(self._things(path, text, location))

    def _things(self, path: str, text: str, location: Location) -> Iterator[Thing]:
        kind, data = location.kind, self._data(text, location.kind.list_key)
        if not kind.list_key:
            if data:
                yield Thing(Identity(kind.kind, location.plan, location.id), kind, path, data)
            return
        items = data.get(kind.list_key)
        for item in items if isinstance(items, list) else ():
            if isinstance(item, Mapping) and (identity := item.get(kind.id_field)):
                yield Thing(Identity(kind.kind, location.plan, str(identity)), kind, path, item)

    def _data(self, text: str, list_key: str) -> Data:
        found: dict[str, Any] = {}
        for piece in TOP_LEVEL.split(text):
            data = self._piece(piece, list_key)
            if not isinstance(data, Mapping):
                if piece.strip() and not piece.lstrip().startswith("#"):  # not cut where we thought
                    whole = self._read(text)
                    return whole if isinstance(whole, Mapping) else {}
                continue
            found |= data
        return found

    def _piece(self, piece: str, list_key: str) -> object:
        """Return the data of one key; the list of a file that holds many things is read item by item."""
        first = FIRST_ITEM.match(piece) if list_key and piece.startswith(f"{list_key}:") else None
        if first is None:
            return self._read(piece)
        head, *items = re.split(rf"^(?={first[1]}- )", piece, flags=re.MULTILINE)
        read = [self._read(item) for item in items]
        if not all(isinstance(item, list) for item in read):
            return self._read(piece)
        return {head.strip().rstrip(":"): [item for part in read if isinstance(part, list) for item in part]}

    def _read(self, text: str) -> object:
        if text not in self.known:
            self.known[text] = bare_data(text)
        return self.known[text]


def name_of(data: Data) -> str:
    """Return what plain data calls itself."""
    name = next((str(data[name]).strip() for name in NAMES if isinstance(data.get(name), str) and data[name]), "")
    version = data.get("version")  # drafts of one thing go by the same title
    return f"”{name}” ({version})" if isinstance(version, str) and "outcome" in data else name
