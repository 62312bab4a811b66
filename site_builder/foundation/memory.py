"""What was worked out before, by all that it was worked out of: it is taken again only for the very same input.

One build hands it on to the next: in memory while the site is served, in a file between two runs (`edge.cache`). What a
build did not ask for is forgotten, so it never grows beyond what one build needs.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Any, TypeVar

Result = TypeVar("Result")
Kept = Mapping[str, Mapping[Hashable, Any]]


class Memory:
    """Remembers results by kind and key. The key has to hold everything that the result depends on.

    Of the kinds in `besides` nothing is remembered: there is no next build, or it will not ask.
    """

    def __init__(self, before: Kept | None = None, besides: Collection[str] = ()) -> None:
        self._before = before or {}
        self.besides = besides
        self._kept: defaultdict[str, dict[Hashable, Any]] = defaultdict(dict)
        self.news: set[str] = set()  # the kinds of which something had to be made

    def recall(self, kind: str, key: Hashable, make: Callable[[], Result]) -> Result:
        """Return what was made for a key before, or make it now. Nobody may change it afterwards."""
        found: Result | None = self.find(kind, key)
        return found if found is not None else self.keep(kind, key, make())

    def find(self, kind: str, key: Hashable) -> Any:
        """Return what is known for a key, None where nothing is."""
        kept = self._kept[kind]
        if key not in kept and key in (before := self._before.get(kind, {})):
            kept[key] = before[key]
        return kept.get(key)

    def keep(self, kind: str, key: Hashable, result: Result) -> Result:
        """Remember a result, and return it."""
        if kind not in self.besides:
            self.news.add(kind)
            self._kept[kind][key] = result
        return result

    @property
    def kept(self) -> Kept:
        """All that this build asked for, for the next one."""
        return dict(self._kept)


def both(older: Kept, newer: Kept) -> Kept:
    """Return what either of two builds remembers."""
    return {kind: {**older.get(kind, {}), **newer.get(kind, {})} for kind in {**older, **newer}}


def digest(pieces: Iterable[str]) -> bytes:
    """Return what stands for a long text in a key, given in pieces."""
    found = hashlib.blake2b(digest_size=20)
    for piece in pieces:
        found.update(piece.encode())
    return found.digest()
