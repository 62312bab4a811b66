"""What stood in a content file at any time, as plain data: tolerant, since old files may not fit today's schema.

A file is cut into pieces, each of which is YAML by itself, and every piece is read once however many states of the file
it stands in. The content knows no anchors, so no piece depends on another.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from site_builder.foundation.inline import PLAN_KINDS
from site_builder.reading.bare_yaml import bare_data
from site_builder.reading.layout import FileKind, Location, locate_file
from site_builder.reading.validate import Identity

TOP_LEVEL = re.compile(r"\n(?=[^\s#-])")  # patterns that begin with a sign of their own are found several times as fast
# A key with a list below it, where comments may stand before the first item: the key, and what its items are set in by.
LIST = re.compile(r"([a-z_]+): *(?:(?<= )#[^\n]*)?\n(?: *(?:#[^\n]*)?\n)*( *)- ")

BODIES = ("organization", "group")
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

    @cached_property
    def target(self) -> str:
        """What stands for it where it is referred to: its kind, and its id with its plan before it."""
        kind, plan = self.identity.kind, self.identity.plan
        return f"{'body' if kind in BODIES else kind}:{f'{plan}/' if kind in PLAN_KINDS else ''}{self.identity.id}"


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
        kind, data = location.kind, self._data(text)
        if not kind.list_key:
            if data:
                yield Thing(Identity(kind.kind, location.plan, location.id), kind, path, data)
            return
        items = data.get(kind.list_key)
        for item in items if isinstance(items, list) else ():
            if isinstance(item, Mapping) and (identity := item.get(kind.id_field)):
                yield Thing(Identity(kind.kind, location.plan, str(identity)), kind, path, item)

    def _data(self, text: str) -> Data:
        found: dict[str, Any] = {}
        for piece in _cut(TOP_LEVEL, text):
            data = self._piece(piece)
            if not isinstance(data, Mapping):
                if piece.strip() and not piece.lstrip().startswith("#"):  # not cut where we thought
                    whole = self._read(text)
                    return whole if isinstance(whole, Mapping) else {}
                continue
            found |= data
        return found

    def _piece(self, piece: str) -> object:
        """Return the data of one key; a list is read item by item."""
        if found := LIST.match(piece):
            key, indent = found.groups()
            _, *items = _cut(re.compile(rf"\n(?={indent}- )"), piece)
            read = [part for item in items if isinstance(part := self._read(item), list)]
            less_set_in = re.compile(rf"\n(?!{indent}| *(?:#|$))", re.MULTILINE)
            if len(read) == len(items) and not less_set_in.search(piece, found.end()):
                return {key: [item for part in read for item in part]}
        return self._read(piece)

    def _read(self, text: str) -> object:
        if text not in self.known:
            self.known[text] = bare_data(text)
        return self.known[text]


def _cut(before: re.Pattern[str], text: str) -> list[str]:
    """Return the parts of a text, which all end with the line feed that one begins after."""
    *parts, last = before.split(text)
    return [*(f"{part}\n" for part in parts), last]


def name_of(data: Data) -> str:
    """Return what plain data calls itself."""
    name = next((str(data[name]).strip() for name in NAMES if isinstance(data.get(name), str) and data[name]), "")
    version = data.get("version")  # drafts of one thing go by the same title
    return f"”{name}” ({version})" if isinstance(version, str) and "outcome" in data else name
