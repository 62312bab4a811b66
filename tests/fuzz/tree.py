"""The tree of a pattern, as `re` reads it: what is inside a part, and which signs a part is."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from re import _constants as sre  # type: ignore[attr-defined]  # the parse tree of `re` has no other name
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Tree = Sequence[tuple[Any, Any]]

CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
DOTALL, IGNORECASE = int(re.DOTALL), int(re.IGNORECASE)  # asked at each sign: as numbers, that is no work
ONE_SIGN = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)


@cache
def tree_of(pattern: re.Pattern[Any]) -> Tree:
    """Return the tree of a pattern; one for bytes is read as if each byte were a sign."""
    if isinstance(pattern.pattern, bytes):
        return list(_parser.parse(pattern.pattern.decode("latin-1"), pattern.flags & ~re.UNICODE))
    return list(_parser.parse(pattern.pattern, pattern.flags))


def has_ways(pattern: re.Pattern[Any]) -> bool:
    """Tell whether a pattern repeats what itself can be read in more ways than one: only then can steps double."""
    return any(_repeats_ways(node) for node in tree_of(pattern))


def inner(node: tuple[Any, Any]) -> Iterator[Sequence[Any]]:
    """Yield the patterns inside a part of one."""
    kind, value = node
    if kind in REPEATS:
        yield value[2]
    elif kind is sre.SUBPATTERN:
        yield value[3]
    elif kind is sre.ATOMIC_GROUP:
        yield value
    elif kind in (sre.ASSERT, sre.ASSERT_NOT):
        yield value[1]
    elif kind is sre.BRANCH:
        yield from value[1]


def _repeats_ways(node: tuple[Any, Any]) -> bool:
    trees = list(inner(node))
    if node[0] in REPEATS and node[1][1] > 1 and any(_is_open(part) for tree in trees for part in tree):
        return True
    return any(_repeats_ways(part) for tree in trees for part in tree)


def _is_open(node: tuple[Any, Any]) -> bool:
    """Tell whether there is a repeat or a choice in a part."""
    return node[0] in (*REPEATS, sre.BRANCH) or any(_is_open(part) for tree in inner(node) for part in tree)


def is_sign(node: tuple[Any, Any], sign: str, flags: int) -> bool:
    """Tell whether a part of a pattern that is one sign is this one."""
    kind, value = node
    if kind is sre.ANY:
        return bool(flags & DOTALL) or sign != "\n"
    parts = ((kind, value),) if kind is not sre.IN else tuple(value)
    return _is_in(parts, sign) or (bool(flags & IGNORECASE) and _is_in(parts, sign.swapcase()))


@cache
def _is_in(parts: tuple[tuple[Any, Any], ...], sign: str) -> bool:
    negated = any(kind is sre.NEGATE for kind, _ in parts)
    return any(_is(part, sign) for part in parts) != negated


def _is(part: tuple[Any, Any], sign: str) -> bool:
    kind, value = part
    if kind is sre.LITERAL:
        return bool(ord(sign) == value)
    if kind is sre.NOT_LITERAL:
        return bool(ord(sign) != value)
    if kind is sre.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    return kind is sre.CATEGORY and re.match(CATEGORIES[value], sign) is not None
