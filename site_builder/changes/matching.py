"""Which thing after is which thing before: what was renumbered or renamed is one thing, not one gone and one new."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from msgspec import Struct, field

from site_builder.changes.contents import Contents
from site_builder.reading.things import Thing

ALIKE = 0.6  # so much of the words must be common for two things with other names to be one
# Of these the next one is much like the one before it without being it.
ONE_AFTER_ANOTHER = ("plan", "follow_up", "draft", "decision")
Group = tuple[str, str]


class Matched(Struct):
    """The things that are in both states and may differ, those that have gone and those that are new."""

    pairs: list[tuple[Thing, Thing]] = field(default_factory=list)
    gone: list[Thing] = field(default_factory=list)
    new: list[Thing] = field(default_factory=list)


def match(old: Contents, new: Contents) -> Matched:
    """Match the things of two states. What stands unchanged under its own id is left out: it says nothing new."""
    before, after = _differing(old, new), _differing(new, old)
    found = Matched()
    _match(before.pop(("plan", ""), []), after.pop(("plan", ""), []), found)
    plans = {one.identity.id: other.identity.id for one, other in found.pairs}
    moved: dict[Group, list[Thing]] = defaultdict(list)
    for (kind, plan), things in before.items():
        moved[kind, plans.get(plan, plan)] += things
    for group in sorted({*moved, *after}):
        _match(moved.get(group, []), after.get(group, []), found)
    return found


def _differing(here: Contents, there: Contents) -> dict[Group, list[Thing]]:
    """Return the things of one state that do not stand in the other as they are, by kind and plan."""
    found: dict[Group, list[Thing]] = defaultdict(list)
    for path, things in here.by_path.items():
        if there.by_path.get(path) is things:
            continue
        for thing in things:
            other, kind = there.things.get(thing.identity), thing.identity.kind
            if other is None or other.data != thing.data:
                found[kind, "" if kind == "plan" else thing.identity.plan].append(thing)
    return found


def _match(old: list[Thing], new: list[Thing], found: Matched) -> None:
    """Match the things of one kind: by what they say of themselves first, by likeness last."""
    left = _Left(list(old), list(new))
    for key in (_stable, _identity_and_name, _name, _identity):
        found.pairs += left.equal(key)
    found.pairs += left.former()
    found.pairs += left.alike()
    found.gone += left.old
    found.new += left.new


def _stable(thing: Thing) -> str:
    """Return an id beside the one that the file's name gives, for things that have both."""
    return str(thing.data.get("id", "")) if thing.kind.id_field == "number" else ""


def _identity_and_name(thing: Thing) -> str:
    return f"{thing.identity.id}\n{thing.name}"


def _name(thing: Thing) -> str:
    return " ".join(thing.name.split())


def _identity(thing: Thing) -> str:
    return thing.identity.id


class _Left(Struct):
    """What has not been matched yet."""

    old: list[Thing]
    new: list[Thing]

    def equal(self, key: Callable[[Thing], str]) -> Iterator[tuple[Thing, Thing]]:
        """Take out the things that have a key in common which no other thing on either side has."""
        before, after = _unique(self.old, key), _unique(self.new, key)
        for name in [name for name in before if name and name in after]:
            yield self._taken(before[name], after[name])

    def former(self) -> Iterator[tuple[Thing, Thing]]:
        """Take out the things that say themselves what they were before."""
        for thing in list(self.new):
            names = set(strings_in(thing.data.get("formerly")))
            same = [other for other in self.old if other.identity.id in names]
            if len(same) == 1:
                yield self._taken(same[0], thing)

    def alike(self) -> Iterator[tuple[Thing, Thing]]:
        """Take out the things most of whose words are the same, the most alike first."""
        if not (self.old and self.new) or any(thing.identity.kind in ONE_AFTER_ANOTHER for thing in self.new):
            return
        words = {id(thing): _words(thing) for thing in (*self.old, *self.new)}
        likeness = sorted(
            ((_likeness(words[id(one)], words[id(other)]), number, one, other)
             for number, (one, other) in enumerate((one, other) for one in self.old for other in self.new)),
            key=lambda item: (-item[0], item[1]),
        )  # fmt: skip
        for degree, _, one, other in likeness:
            if degree >= ALIKE and one in self.old and other in self.new:
                yield self._taken(one, other)

    def _taken(self, old: Thing, new: Thing) -> tuple[Thing, Thing]:
        self.old.remove(old)
        self.new.remove(new)
        return old, new


def _unique(things: list[Thing], key: Callable[[Thing], str]) -> dict[str, Thing]:
    keys = Counter(key(thing) for thing in things)
    return {name: thing for thing in things if keys[name := key(thing)] == 1}


def _words(thing: Thing) -> Counter[str]:
    return Counter(word for text in strings_in(thing.data) for word in text.split() if len(word) > 3)


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return how much of the words two things have in common, from 0 to 1."""
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)


def strings_in(data: Any) -> Iterator[str]:
    """Yield every text in some data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        yield from chain.from_iterable(strings_in(value) for value in data.values())
    elif isinstance(data, list):
        yield from chain.from_iterable(strings_in(value) for value in data)
