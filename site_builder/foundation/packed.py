"""Long texts that are made early and written late, kept small in between: a build holds every page that it makes."""

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Self

from msgspec import Struct

from site_builder.foundation.later import Later

# Where a long page can be cut: no tag, link or drawing goes on after a row or an item that ends
# a line.
CUT = re.compile(r"</(?:tr|li)>\n")
LONG = 1 << 17  # characters of a piece
AT_ONCE = 1 << 20  # bytes of a piece of a file
SHORT = 1 << 12  # bytes of a file that is held as it is
MANY_PAGES = 500  # whose site is packed: fewer need no room worth the time, a twentieth of that of a build
FASTEST = 1  # a fifth of the size; a higher level takes longer and wins little


class Packed(Struct, frozen=True):
    """A text in pieces, each compressed by itself, so that nobody needs to have the whole of a very long one."""

    compressed: tuple[bytes, ...]

    @classmethod
    def of(cls, pieces: Iterable[str]) -> Self:
        """Return pieces of HTML packed. What UTF-8 does not have becomes a character reference."""
        return cls(tuple(zlib.compress(piece.encode("utf-8", "xmlcharrefreplace"), FASTEST) for piece in pieces))

    def __iter__(self) -> Iterator[str]:
        """Yield the pieces."""
        return (zlib.decompress(piece).decode() for piece in self.compressed)


class PackedField:
    """A field of a dataclass that takes a text, whole, in pieces, packed or later, and gives it whole in any case."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type) -> str:
        return "".join(self.pieces(instance))

    def __set__(self, instance: object, value: "str | Pieces | Later[Pieces]") -> None:
        vars(instance)[self._name] = value

    def pieces(self, instance: object) -> "Pieces":
        """Return what a field holds, in pieces."""
        value = self.held(instance)
        if isinstance(value, Later):
            return value()
        return tuple(cut((value,))) if isinstance(value, str) else value

    def held(self, instance: object) -> "str | Pieces | Later[Pieces]":
        """Return what a field was given, as it is: nothing is made of it."""
        value: str | Pieces | Later[Pieces] = vars(instance)[self._name]
        return value


class PackedData:
    """A field of a dataclass for the bytes of a file, compressed where there are more than a few."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type) -> bytes:
        length, value = vars(instance)[self._name]
        return zlib.decompress(value, bufsize=length) if length > SHORT else bytes(value)  # in one piece, not two

    def pieces(self, instance: object) -> Iterator[bytes]:
        """Yield what a field holds in pieces, so that nobody needs to have the whole of a very long one."""
        length, rest = vars(instance)[self._name]
        if length <= SHORT:
            yield bytes(rest)
            return
        unpacker = zlib.decompressobj()
        while rest:
            yield unpacker.decompress(rest, AT_ONCE)
            rest = unpacker.unconsumed_tail
        yield unpacker.flush()

    def __set__(self, instance: object, value: bytes) -> None:
        held = zlib.compress(value, FASTEST) if len(value) > SHORT else value
        vars(instance)[self._name] = len(value), held


def cut(texts: Iterable[str], long: int = LONG) -> Iterator[str]:
    """Yield HTML, given in pieces of any kind, in others that can be read and changed by themselves: one, mostly."""
    held: list[str] = []  # joined and never added: a piece may be Markup, which escapes what is added to it
    length = 0
    for text in texts:
        start = 0
        while found := CUT.search(text, start + max(0, long - length)):
            yield "".join([*held, text[start : found.end()]])
            held, length, start = [], 0, found.end()
        held.append(text[start:])
        length += len(text) - start
    yield "".join(held)


def joined(pieces: Iterable[str], long: int = LONG) -> Iterator[str]:
    """Yield pieces with short ones put together."""
    held: list[str] = []
    for piece in pieces:
        held.append(piece)
        if sum(map(len, held)) > long:
            yield "".join(held)
            held = []
    yield "".join(held)


Pieces = tuple[str, ...] | Packed
