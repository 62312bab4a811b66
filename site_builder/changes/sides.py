"""A thing before and after, side by side: what has gone, what is new, and what is another than it was."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from site_builder.changes.change import Nature, Subject
from site_builder.changes.leaves import Leaf, Way


class Sides(Struct, frozen=True, dict=True):
    """What one thing said before and says after, by place."""

    subject: Subject
    path: str
    before: Mapping[Way, Leaf]
    after: Mapping[Way, Leaf]

    @cached_property
    def gone(self) -> tuple[Leaf, ...]:
        """What is no longer said; of an item that has gone only the item itself."""
        return tuple(_outermost(self.before, self.after))

    @cached_property
    def new(self) -> tuple[Leaf, ...]:
        """What was not said before; of a new item only the item itself."""
        return tuple(_outermost(self.after, self.before))

    @cached_property
    def other(self) -> tuple[tuple[Leaf, Leaf], ...]:
        """What stands on both sides with another value."""
        both = ((leaf, self.after[way]) for way, leaf in self.before.items() if way in self.after)
        return tuple((one, other) for one, other in both if one.value != other.value)

    @cached_property
    def moved(self) -> frozenset[str]:
        """Running text that stood in one place and stands, the very same, in another."""
        return frozenset(_texts(self.gone)) & frozenset(_texts(self.new))

    def inside(self, leaf: Leaf, of: Mapping[Way, Leaf]) -> Sequence[Leaf]:
        """Return what stands inside an item of one of the sides."""
        return (self._inside_before if of is self.before else self._inside_after).get(leaf.way, ())

    @cached_property
    def _inside_before(self) -> Mapping[Way, Sequence[Leaf]]:
        return _by_item(self.before)

    @cached_property
    def _inside_after(self) -> Mapping[Way, Sequence[Leaf]]:
        return _by_item(self.after)


def _by_item(leaves: Mapping[Way, Leaf]) -> Mapping[Way, Sequence[Leaf]]:
    found: dict[Way, list[Leaf]] = {}
    for way, leaf in leaves.items():
        for depth in range(1, len(way)):
            found.setdefault(way[:depth], []).append(leaf)
    return found


def label(leaf: Leaf) -> str:
    """Return what the place of a leaf is called: its fields, and the items that they are in, in one line."""
    last = len(leaf.fields) - 1
    is_item = leaf.value is None
    parts = [
        _lower(title) if not name or (is_item and place == last) else f"{_lower(title)} {name}"
        for place, (title, name) in enumerate(leaf.fields)
    ]
    return ", ".join(parts)


def place(leaf: Leaf) -> str:
    """Return the place of a leaf by the keys of its fields, with the items that they are in: `references[1:2]`."""
    return ".".join(f"{name}[{item}]" if item else name for name, item in leaf.way)


def of_nature(leaves: Iterable[Leaf], nature: Nature) -> Iterator[Leaf]:
    """Yield the leaves of a nature."""
    return (leaf for leaf in leaves if leaf.nature is nature)


def _outermost(here: Mapping[Way, Leaf], there: Mapping[Way, Leaf]) -> Iterator[Leaf]:
    for way, leaf in here.items():
        if way not in there and not any(
            way[:depth] in here and way[:depth] not in there for depth in range(1, len(way))
        ):
            yield leaf


def _texts(leaves: tuple[Leaf, ...]) -> Iterator[str]:
    return (leaf.value for leaf in leaves if leaf.is_prose and leaf.value)


def _lower(title: str) -> str:
    """Return a field's title as it stands inside a sentence."""
    return title[:1].lower() + title[1:]
