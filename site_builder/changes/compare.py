"""Two states of the content → the changes between them, by fact."""

import re
from collections.abc import Iterator, Mapping
from operator import eq

from site_builder.changes.change import Change, Nature, Value
from site_builder.changes.contents import Contents, categories
from site_builder.changes.facts import changed_facts
from site_builder.changes.leaves import NOTHING, Leaf, Same, Way, leaves_of
from site_builder.changes.matching import Matched, match, strings_in
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
    same = _same(renames)
    for one, other in found.pairs:
        changes += _of_thing(one, other, old, new, renames, same)
    return tuple(sorted(changes, key=lambda change: (ORDER.index(change.nature), _place(change))))


def _renames(found: Matched) -> Iterator[tuple[str, str]]:
    """Yield what is called otherwise now, as references mean it: things, and the categories of a plan."""
    for one, other in found.pairs:
        if one.identity != other.identity:
            yield one.target, other.target
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


def _of_thing(
    one: Thing, other: Thing, old: Contents, new: Contents, renames: Mapping[str, str], same: Same
) -> Iterator[Change]:
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
    before, after = _leaves(
        one, other, Names(old, one.identity.plan, renames), Names(new, other.identity.plan, {}), same
    )
    sides = Sides(subject, path, before, after)
    yield from changed_facts(sides)
    yield from changed_sources(sides)
    yield from changed_texts(sides)


def _leaves(one: Thing, other: Thing, before: Names, after: Names, same: Same) -> Iterator[dict[Way, Leaf]]:
    """Yield what a thing said, and what it says; what is the same need not be taken apart where it means the same."""
    plans = ((names.plan, names.contents.current_plan) for names in (before, after))
    there = (other.data, one.data) if len(set(plans)) == 1 else (NOTHING, NOTHING)
    ids = {one.identity.id, other.identity.id}
    yield _but_own_names(leaves_of(one, before, there[0], after, same), ids)
    yield _but_own_names(leaves_of(other, after, there[1], before, same), ids)


def _but_own_names(leaves: dict[Way, Leaf], ids: set[str]) -> dict[Way, Leaf]:
    """Return what is said, but for the names of the two states among the former ones: the renaming tells them."""
    return {way: leaf for way, leaf in leaves.items() if way[0][0] != FORMERLY or way[0][1] not in ids}


def _same(renames: Mapping[str, str]) -> Same:
    """Return what tells whether two values say the same: equal ones, but for one that may name what was renamed."""
    if not renames:
        return eq
    names = {re.split(r"[\s/]", target.partition(":")[2])[-1] for target in renames}
    return lambda one, other: one == other and not any(name in text for text in strings_in(one) for name in names)
