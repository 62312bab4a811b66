"""Texts made to hold a pattern up: what it begins with, a part that it may repeat many times, and a bad end."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product
from re import _constants as sre  # type: ignore[attr-defined]  # the parse tree of `re` has no other name
from typing import Any

from tests.fuzz.tree import REPEATS, inner, is_sign, tree_of

USUAL = 'a1 \n-.<"_'  # signs that many classes hold
BAD_ENDS = ("", "\x00", "\n\x00", "!")
SIGNS = 12  # that a pattern is tried with: its own literals first

Pumped = tuple[str, str, str]  # what is before, what is repeated, what is behind


def pumped(pattern: re.Pattern[Any]) -> Iterator[Pumped]:
    """Yield what to repeat between what, each once: of the pattern's tree, and of the signs that it is made of."""
    tree = tree_of(pattern)
    signs = "".join(islice(dict.fromkeys([*_literals(tree), *USUAL]), SIGNS))
    starts = tuple(dict.fromkeys(_starts(tree, signs)))
    bodies = tuple(dict.fromkeys([*_bodies(tree, signs), *signs, *map("".join, product(signs[:6], repeat=2))]))
    found = (
        *((start, body, end) for start in starts for body in bodies[:20] for end in BAD_ENDS[:2]),
        *(("", start, end) for start in starts if start for end in BAD_ENDS),
        *(("", body, end) for body in bodies for end in BAD_ENDS),
    )
    yield from dict.fromkeys(found)


def _starts(tree: Sequence[Any], signs: str) -> Iterator[str]:
    """Yield what matches the first parts of a pattern: nothing, one part, two and so on, and of each branch."""
    start = ""
    yield start
    for node in tree:
        for within in inner(node):
            yield from (start + made for made in islice(_starts(within, signs), 6))
        start += _example(node, signs)
        yield start


def _bodies(tree: Sequence[Any], signs: str) -> Iterator[str]:
    """Yield what matches each part that may be repeated."""
    for node in tree:
        if node[0] in REPEATS and node[1][1] > 1:
            made = [_example_of(node[1][2], signs[turn:] + signs[:turn]) for turn in range(4)]
            yield from (body for body in made if body)
        for within in inner(node):
            yield from _bodies(within, signs)


def _literals(tree: Sequence[Any]) -> Iterator[str]:
    for kind, value in tree:
        if kind in (sre.LITERAL, sre.NOT_LITERAL):
            yield chr(value)
        elif kind is sre.IN:
            yield from _literals([part for part in value if part[0] is sre.LITERAL])
        for within in inner((kind, value)):
            yield from _literals(within)


def _example_of(tree: Sequence[Any], signs: str) -> str:
    return "".join(_example(node, signs) for node in tree)


def _example(node: tuple[Any, Any], signs: str) -> str:
    """Return a short text that a part of a pattern matches, of the signs where it may be."""
    kind, value = node
    if kind is sre.LITERAL:
        return chr(value)
    if kind in (sre.NOT_LITERAL, sre.ANY, sre.IN):
        usual = (sign for sign in signs + USUAL if is_sign(node, sign, 0))
        return str(next(usual, _first(value if kind is sre.IN else ())))
    if kind in REPEATS:
        return _example_of(value[2], signs) * max(1, min(int(value[0]), 300))
    if kind is sre.BRANCH:
        return _example_of(value[1][0], signs)
    if kind in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
        return _example_of(next(inner(node)), signs)
    return ""  # a place, or what is only looked at


def _first(parts: Sequence[Any]) -> str:
    """Return a sign that a class names itself."""
    named = (value if kind is sre.LITERAL else value[0] for kind, value in parts if kind in (sre.LITERAL, sre.RANGE))
    return "".join(map(chr, islice(named, 1)))
