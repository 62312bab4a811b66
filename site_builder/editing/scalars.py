"""How one value without parts is written: bare, in quotes, folded or line by line."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from site_builder.editing.edit import bare
from site_builder.editing.folding import folded
from site_builder.reading.decode import CONTROL
from site_builder.reading.yaml_reader import parse

Scalar = str | int | Decimal | date
WIDTH = 116  # where the content breaks its lines
# Text that another program would take for a number, a time or a truth value.
NO_TEXT = re.compile(
    r"[-+]?(\.?[0-9][0-9_,.]*)(e[-+]?[0-9]+)?|[0-9]+(:[0-9]+)+|0[xo][0-9a-f]+|true|false|[-+]?\.(inf|nan)",
    re.IGNORECASE,
)
LONE_BREAK = re.compile(r"(?<=[^\n])\n(?=[^\n])")  # which nobody would see in a text whose lines are put together
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


class Room(Struct, frozen=True):
    """Where a scalar is to stand: how far in a block's lines begin, how long a line may still be, and what was there.

    A `single` line is all there is room for in a flow collection, and where a comment follows.
    """

    indent: int
    width: int = WIDTH
    flow: bool = False
    single: bool = False
    old: str = ""


def written_scalar(value: Scalar, room: Room) -> str | None:
    """Return a scalar as it is to be written, without the space before it; None if nothing reads as it."""
    text = bare(value)
    if CONTROL.search(text):
        return None
    return next((way for way in _ways(value, text, room) if _reads_as(way, text, room)), None)


def _ways(value: Scalar, text: str, room: Room) -> Iterator[str]:
    """Yield the ways to write a scalar, the best first."""
    block = room.old[:1] if room.old[:1] in ("|", ">") else ""
    long = len(text) > room.width
    lines = bool(block) or not text.endswith("\n")  # the last line of a file may have no line feed to keep
    if lines and not (room.single or room.flow):
        if "\n" in text and (block != ">" or LONE_BREAK.search(text)):
            yield _literal(text, room)
        if block == ">" or "\n" in text or (long and " " in text):
            yield folded(text, room.indent, WIDTH, room.old if block == ">" else "")
            yield folded(text, room.indent, WIDTH)
        if block == "|" and long:
            yield _literal(text, room)
    if "\n" not in text:
        if room.old[:1] == "'":
            yield "'" + text.replace("'", "''") + "'"
        elif room.old[:1] != '"' and (not isinstance(value, str) or _may_be_bare(text, room.old)):
            yield text
    yield '"' + "".join(ESCAPES.get(letter, letter) for letter in text) + '"'


def _may_be_bare(text: str, old: str) -> bool:
    """Tell whether a string needs no quotes; what stood bare before, as a year does, is followed by its like."""
    return not NO_TEXT.fullmatch(text) or bool(NO_TEXT.fullmatch(old))


def _literal(text: str, room: Room) -> str:
    lines = (" " * room.indent + line if line else "" for line in text.removesuffix("\n").split("\n"))
    return "\n".join(["|" if text.endswith("\n") else "|-", *lines])


def _reads_as(way: str, text: str, room: Room) -> bool:
    source, _ = parse("", f"[{{a: {way}}}, {way}]\n" if room.flow else f"a: {way}\n")
    return source is not None and source.data == ([{"a": text}, text] if room.flow else {"a": text})
