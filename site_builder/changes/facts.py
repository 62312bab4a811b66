"""What a thing says of the plan, before and after: roles, connections, values, and what it states at all."""

from collections.abc import Iterator, Mapping

from site_builder.changes.change import Change, Form, Nature, Value
from site_builder.changes.leaves import Leaf, Way
from site_builder.changes.sides import Sides, label, of_nature, place

ROLES = "responsibilities"


def changed_facts(sides: Sides) -> Iterator[Change]:
    """Yield every change of a fact in one thing."""
    gone, new = (list(_facts(leaves, sides)) for leaves in (sides.gone, sides.new))
    yield from _roles(sides, gone, new)
    for one, other in sides.other:
        if one.nature is Nature.FACT and not _is_role(one):
            yield _change(sides, "value-changed", one, (_shown(one),), (_shown(other),))
    yield from (_one_sided(sides, leaf, is_new=False) for leaf in gone if not _is_role(leaf))
    yield from (_one_sided(sides, leaf, is_new=True) for leaf in new if not _is_role(leaf))


def _facts(leaves: tuple[Leaf, ...], sides: Sides) -> Iterator[Leaf]:
    for leaf in leaves:
        if leaf.nature is Nature.FACT or (leaf.is_stated and leaf.value not in sides.moved):
            yield leaf


def _is_role(leaf: Leaf) -> bool:
    return leaf.way[0][0] == ROLES and len(leaf.way) == 1


def _roles(sides: Sides, gone: list[Leaf], new: list[Leaf]) -> Iterator[Change]:
    """Yield the roles that bodies got and lost; one role in exchange for another is one change."""
    lost, got = (_by_body(leaves) for leaves in (gone, new))
    for body in dict.fromkeys([*lost, *got]):
        before, after = lost.get(body, []), got.get(body, [])
        if len(before) == len(after) == 1:
            name = after[0].shown or Value("")
            yield _change(sides, "role-changed", after[0], (name, _role(before[0])), (name, _role(after[0])))
            continue
        for leaf in before:
            yield _change(sides, "role-removed", leaf, (leaf.shown or Value(""), _role(leaf)), ())
        for leaf in after:
            role = Value(leaf.value or "", Form.ROLE, _parts(sides, leaf, sides.after))
            yield _change(sides, "role-added", leaf, (), (leaf.shown or Value(""), role))


def _by_body(leaves: list[Leaf]) -> Mapping[str, list[Leaf]]:
    found: dict[str, list[Leaf]] = {}
    for leaf in leaves:
        if _is_role(leaf):
            found.setdefault(leaf.way[0][1].partition(" ")[2], []).append(leaf)
    return found


def _role(leaf: Leaf) -> Value:
    return Value(leaf.value or "", Form.ROLE)


def _one_sided(sides: Sides, leaf: Leaf, is_new: bool) -> Change:
    """Return the change that something is said which was not, or the other way round."""
    if is_new and (change := _limit(sides, leaf)):
        return change
    if leaf.is_prose:
        return _change(sides, "stated" if is_new else "unstated", leaf, (), ())
    kind = "item" if leaf.value is None else "value"
    side = sides.after if is_new else sides.before
    shown = (_whole(sides, leaf, side),)
    telling = f"{kind}-{'added' if is_new else 'removed'}"
    return _change(sides, telling, leaf, () if is_new else shown, shown if is_new else ())


def _whole(sides: Sides, leaf: Leaf, side: Mapping[Way, Leaf]) -> Value:
    """Return an item with the facts that stand inside it, or the value of a leaf."""
    shown = _shown(leaf)
    return shown if leaf.value is not None else Value(shown.text, shown.form, _parts(sides, leaf, side))


def _parts(sides: Sides, leaf: Leaf, side: Mapping[Way, Leaf]) -> tuple[tuple[str, Value], ...]:
    """Return the facts that stand inside an item, by their titles, but for what it goes by."""
    inside = of_nature(sides.inside(leaf, side), Nature.FACT)
    said = ((item.fields[-1][0], _shown(item)) for item in inside if item.value is not None)
    return tuple((title, value) for title, value in said if value.text != _shown(leaf).text)


def _limit(sides: Sides, leaf: Leaf) -> Change | None:
    """Return the change that a thing, or a role in it, got a beginning or an end."""
    way = {"valid_from": "from", "valid_to": "to"}.get(leaf.way[-1][0])
    if not way:
        return None
    if len(leaf.way) == 1:
        verb = "exists" if sides.subject.kind in ("organization", "group") else "holds"
        return _change(sides, f"{verb}-{way}", leaf, (), (_shown(leaf),))
    role = sides.after.get(leaf.way[:1])
    if len(leaf.way) != 2 or role is None or not _is_role(role):
        return None
    return _change(sides, f"role-{way}", leaf, (), (_shown(role), _shown(leaf), _role(role)))


def _shown(leaf: Leaf) -> Value:
    return leaf.shown or Value(leaf.value or "")


def _change(sides: Sides, telling: str, leaf: Leaf, before: tuple[Value, ...], after: tuple[Value, ...]) -> Change:
    return Change(Nature.FACT, telling, sides.subject, sides.path, (place(leaf),), (label(leaf),), before, after)
