"""How many steps a pattern takes at a text: `re` itself tells only of the time, which another machine tells otherwise.

The pattern is followed as `re` follows it: it tries, turns back, and forgets what else an atomic part could have been.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from re import _constants as sre  # type: ignore[attr-defined]  # the parse tree of `re` has no other name
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from tests.fuzz.tree import ONE_SIGN, Tree, is_sign, tree_of

DEEPEST = 20_000  # calls in calls

Then = Callable[[int], bool]  # from a place in the text: whether the rest of the pattern holds there


def steps(pattern: re.Pattern[Any], text: str, most: int, *, at_one_place: bool = False) -> int:
    """Return the steps to find what a pattern finds in a text; one more than `most` if they are more."""
    walk = _Walk(text, pattern.flags, most)
    tree, start = tree_of(pattern), 0
    with suppress(_TooManyError), _deep():
        while start <= len(text):
            end = walk.first(tree, start)
            start = len(text) + 1 if at_one_place else max(start + 1, end or 0)
    return walk.taken


def found_at(pattern: re.Pattern[Any], text: str) -> int | None:
    """Return where what a pattern finds at the beginning of a text ends, as `match` tells."""
    with _deep():
        return _Walk(text, pattern.flags, sys.maxsize).first(tree_of(pattern), 0)


@contextmanager
def _deep() -> Iterator[None]:
    """Let a call stand in a call for each sign of a text and each part of a pattern."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(DEEPEST)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


class _TooManyError(Exception):
    """Nobody wants to know how many more."""


class _Walk:
    def __init__(self, text: str, flags: int, most: int) -> None:
        self._text, self._flags, self._most = text, flags, most
        self._groups: dict[int, tuple[int, int]] = {}
        self.taken = 0

    def first(self, tree: Tree, at: int) -> int | None:
        """Return where the first way to follow a tree from a place ends."""
        ends: list[int] = []

        def _end(place: int) -> bool:
            ends.append(place)
            return True

        return ends[0] if self._follow(tree, 0, at, _end) else None

    def _follow(self, tree: Tree, index: int, at: int, then: Then) -> bool:
        self._count()
        while index < len(tree) and tree[index][0] in ONE_SIGN:
            if at >= len(self._text) or not is_sign(tree[index], self._text[at], self._flags):
                return False
            index, at = index + 1, at + 1
        if index == len(tree):
            return then(at)
        return self._part(tree[index], at, lambda end: self._follow(tree, index + 1, end, then))

    def _part(self, node: tuple[Any, Any], at: int, then: Then) -> bool:
        kind, value = node
        if kind is sre.BRANCH:
            return any(self._follow(branch, 0, at, then) for branch in value[1])
        if kind is sre.SUBPATTERN:
            return self._group(value[0], value[3], at, then)
        if kind is sre.GROUPREF:
            start, end = self._groups.get(value, (0, -1))
            written = self._text[start : max(end, 0)]
            return end >= 0 and self._text.startswith(written, at) and then(at + len(written))
        if kind in (sre.ASSERT, sre.ASSERT_NOT):
            return self._looks(value[0], value[1], at) == (kind is sre.ASSERT) and then(at)
        if kind is sre.AT:
            return self._is_place(value, at) and then(at)
        if kind in (sre.ATOMIC_GROUP, sre.POSSESSIVE_REPEAT):
            last = self.first([(sre.MAX_REPEAT, value)] if kind is sre.POSSESSIVE_REPEAT else value, at)
            return last is not None and then(last)
        return self._repeat(kind is sre.MIN_REPEAT, value, at, then)

    def _repeat(self, is_lazy: bool, value: tuple[int, int, Tree], at: int, then: Then) -> bool:
        low, high, tree = value
        if len(tree) == 1 and tree[0][0] in ONE_SIGN:
            return self._repeat_sign(is_lazy, value, at, then)

        def _again(count: int, place: int) -> bool:
            self._count()

            def _more() -> bool:
                further = lambda end: (end > place or count < low) and _again(count + 1, end)  # noqa: E731
                return count < high and self._follow(tree, 0, place, further)

            if count < low:
                return _more()
            return (then(place) or _more()) if is_lazy else (_more() or then(place))

        return _again(0, at)

    def _repeat_sign(self, is_lazy: bool, value: tuple[int, int, Tree], at: int, then: Then) -> bool:
        """Follow a repeat of one sign, which needs no places to turn back to but the ends."""
        low, high, (node,) = value
        end, last = at, min(len(self._text), at + int(high))
        while not is_lazy and end < last and is_sign(node, self._text[end], self._flags):
            self._count()
            end += 1
        if not is_lazy:
            return any(self._counted(then, place) for place in range(end, at + low - 1, -1))
        while end < last and end < at + low and is_sign(node, self._text[end], self._flags):
            end += 1
        while end >= at + low:
            if self._counted(then, end):
                return True
            if end >= last or not is_sign(node, self._text[end], self._flags):
                return False
            end += 1
        return False

    def _counted(self, then: Then, place: int) -> bool:
        self._count()
        return then(place)

    def _group(self, number: int | None, tree: Tree, at: int, then: Then) -> bool:
        if number is None:
            return self._follow(tree, 0, at, then)
        before = self._groups.get(number)

        def _close(end: int) -> bool:
            self._groups[number] = (at, end)
            return then(end)

        if self._follow(tree, 0, at, _close):
            return True
        self._groups.pop(number, None)
        self._groups.update({number: before} if before else {})
        return False

    def _looks(self, direction: int, tree: Tree, at: int) -> bool:
        if direction > 0:
            return self.first(tree, at) is not None
        back = at - _parser.SubPattern(_parser.State(), list(tree)).getwidth()[0]
        return back >= 0 and self._follow(tree, 0, back, lambda end: end == at)

    def _is_place(self, kind: Any, at: int) -> bool:
        written = {
            sre.AT_BEGINNING: "^",
            sre.AT_BEGINNING_STRING: r"\A",
            sre.AT_BOUNDARY: r"\b",
            sre.AT_NON_BOUNDARY: r"\B",
            sre.AT_END: "$",
            sre.AT_END_STRING: r"\Z",
        }[kind]
        return re.compile(written, self._flags & (re.MULTILINE | re.ASCII)).match(self._text, at) is not None

    def _count(self) -> None:
        self.taken += 1
        if self.taken > self._most:
            raise _TooManyError
