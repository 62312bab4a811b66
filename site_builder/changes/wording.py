"""What changed in a thing without another fact: where its facts stand, and the words of its running texts."""

import re
from collections.abc import Iterable, Iterator

from site_builder.changes.change import Change, Nature, Value
from site_builder.changes.leaves import Leaf
from site_builder.changes.sides import Sides, label, of_nature, place

FIGURE = re.compile(r"(?<![\w-])\d+(?:[.,:/\u00a0 ]\d+)*(?![\w-])")


def changed_sources(sides: Sides) -> Iterator[Change]:
    """Yield one change for all that is another about the sources of a thing."""
    gone, new = (tuple(of_nature(leaves, Nature.SOURCE)) for leaves in (sides.gone, sides.new))
    other = [one for one, _ in sides.other if one.nature is Nature.SOURCE]
    if gone or new or other:
        told = (*gone, *new, *other)
        places, fields = (tuple(dict.fromkeys(map(of, told))) for of in (place, label))
        yield Change(Nature.SOURCE, "sources", sides.subject, sides.path, places, fields, _values(gone), _values(new))


def changed_texts(sides: Sides) -> Iterator[Change]:
    """Yield a change for the texts that were rewritten, and one each for those added, removed, moved and relinked."""
    texts = [(one, other) for one, other in sides.other if one.nature is Nature.TEXT]
    reworded = [(one, other) for one, other in texts if one.bare != other.bare or not one.is_prose]
    if reworded:
        before, after = (_figures(pair[side] for pair in reworded) for side in (0, 1))
        yield _change(
            sides,
            "texts-reworded",
            [other for _, other in reworded],
            tuple(Value(figure) for figure in before if figure not in after),
            tuple(Value(figure) for figure in after if figure not in before),
        )
    yield from _if_any(
        sides, "texts-relinked", [other for one, other in texts if one.is_prose and one.bare == other.bare]
    )
    new, gone = (list(of_nature(leaves, Nature.TEXT)) for leaves in (sides.new, sides.gone))
    yield from _if_any(sides, "texts-moved", [leaf for leaf in new if leaf.value in sides.moved])
    yield from _if_any(sides, "texts-added", _not_moved(new, sides))
    yield from _if_any(sides, "texts-removed", _not_moved(gone, sides))


def _not_moved(leaves: list[Leaf], sides: Sides) -> list[Leaf]:
    """Return what came or went; what a plan states at all is told as a fact."""
    return [leaf for leaf in leaves if leaf.value not in sides.moved and not leaf.is_stated]


def _if_any(sides: Sides, telling: str, leaves: list[Leaf]) -> Iterator[Change]:
    if leaves:
        yield _change(sides, telling, leaves)


def _change(
    sides: Sides, telling: str, leaves: list[Leaf], before: tuple[Value, ...] = (), after: tuple[Value, ...] = ()
) -> Change:
    places, fields = (tuple(dict.fromkeys(map(of, leaves))) for of in (place, _label))
    return Change(Nature.TEXT, telling, sides.subject, sides.path, places, fields, before, after)


def _label(leaf: Leaf) -> str:
    """Return what the place of a text is called; an item that came or went goes by its name."""
    name = leaf.fields[-1][1] if leaf.value is None else ""
    return f"{label(leaf)} {name}".strip()


def _figures(leaves: Iterable[Leaf]) -> tuple[str, ...]:
    """Return the numbers that stand in some texts, each once: a new one may be another fact, or not."""
    found = (figure for leaf in leaves if leaf.is_prose for figure in FIGURE.findall(leaf.bare))
    return tuple(dict.fromkeys(found))


def _values(leaves: Iterable[Leaf]) -> tuple[Value, ...]:
    shown = (leaf.shown for leaf in leaves if leaf.shown and leaf.shown.text)
    return tuple(dict.fromkeys(shown))
