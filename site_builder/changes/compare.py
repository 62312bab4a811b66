"""Two states of the content → the changes between them, by fact."""

from collections.abc import Iterator, Mapping

from site_builder.changes.change import Change, Nature, Value
from site_builder.changes.contents import Contents, categories, target_key
from site_builder.changes.facts import changed_facts
from site_builder.changes.leaves import Leaf, Way, leaves_of
from site_builder.changes.matching import Matched, match
from site_builder.changes.names import Names
from site_builder.changes.natures import nature_of_thing
from site_builder.changes.sides import Sides
from site_builder.changes.wording import changed_sources, changed_texts
from site_builder.reading.things import Thing

NUMBERED = ("intervention", "area")
ORDER = tuple(Nature)
FORMERLY = "formerly"


def compare(old: Contents, new: Contents) -> tuple[Change, ...]:
    """Return every change from one state to another: facts first, then sources, then words, each by its thing.

    A thing that was renumbered or renamed is one thing, and so is everything that refers to it. A thing that came or
    went is told as one change, whatever it says.
    """
    found = match(old, new)
    renames = dict(_renames(found))
    changes = [_whole("removed", thing, old) for thing in found.gone]
    changes += [_whole("added", thing, new) for thing in found.new]
    for one, other in found.pairs:
        changes += _of_thing(one, other, old, new, renames)
    return tuple(sorted(changes, key=lambda change: (ORDER.index(change.nature), _place(change))))


def _renames(found: Matched) -> Iterator[tuple[str, str]]:
    """Yield what is called otherwise now, as references mean it: things, and the categories of a plan."""
    for one, other in found.pairs:
        if one.identity != other.identity:
            yield target_key(one.identity), target_key(other.identity)
            for category in categories(one):
                yield f"category:{one.identity.id}/{category}", f"category:{other.identity.id}/{category}"


def _place(change: Change) -> tuple[str, str, tuple[tuple[int, str], ...]]:
    """Return where a change stands among others of its nature: by kind, plan and number."""
    parts = change.subject.id.replace(":", "-").split("-")
    number = tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)
    return change.subject.kind, change.subject.plan, number


def _whole(telling: str, thing: Thing, contents: Contents) -> Change:
    """Return the change that a thing came or went, with its title where its name is only a number."""
    title = str(thing.data.get("title", "")).strip() if thing.identity.kind in NUMBERED else ""
    titles = (Value(title),) if title else ()
    subject = contents.subject(thing)
    return Change(
        nature_of_thing(thing.identity.kind),
        f"{telling}-titled" if title else telling,
        subject,
        thing.path,
        after=titles,
    )


def _of_thing(one: Thing, other: Thing, old: Contents, new: Contents, renames: Mapping[str, str]) -> Iterator[Change]:
    subject, path = new.subject(other), other.path
    if one.identity.id != other.identity.id and one.identity.kind != "background":  # that one goes by its plan's id
        is_number = one.identity.kind in NUMBERED
        yield Change(
            Nature.FACT if is_number else Nature.TEXT,
            "renumbered" if is_number else "moved",
            subject,
            path,
            before=(Value(one.identity.id),),
            after=(Value(other.identity.id),),
        )
    names = Names(old, one.identity.plan, renames), Names(new, other.identity.plan, {})
    same = () if renames or old.current_plan != new.current_plan else _same(one, other)
    ids = {one.identity.id, other.identity.id}
    before, after = (_but_own_names(leaves_of(*side, same), ids) for side in ((one, names[0]), (other, names[1])))
    sides = Sides(subject, path, before, after)
    yield from changed_facts(sides)
    yield from changed_sources(sides)
    yield from changed_texts(sides)


def _but_own_names(leaves: dict[Way, Leaf], ids: set[str]) -> dict[Way, Leaf]:
    """Return what is said, but for the names of the two states among the former ones: the renaming tells them."""
    return {way: leaf for way, leaf in leaves.items() if way[0][0] != FORMERLY or way[0][1] not in ids}


def _same(one: Thing, other: Thing) -> frozenset[str]:
    """Return the fields that say the very same, so that they need not be taken apart."""
    return frozenset(name for name, value in one.data.items() if other.data.get(name) == value)
