"""Did you mean …? The thing of the right kind that is most like what was written, with its title."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from site_builder.foundation.diagnostic import Diagnostic
from site_builder.foundation.inline import PLAN_KINDS, parse_target, qualified, word_of
from site_builder.foundation.language.likeness import is_one_slip, nearest
from site_builder.foundation.language.order import number_key
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.source import KeyPath
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.names.own_keys import own_keys
from site_builder.meaning.references import Reference
from site_builder.meaning.targets import Target

MAX_TITLE = 60
NUMBER = re.compile(r"[0-9]{1,4}(:[0-9]{1,4})?")
OTHERWISE = re.compile(r"(?:\w+\s+)?(?P<area>[1-9][0-9]{0,3})\s*[.:;,–-]\s*(?P<serial>[1-9][0-9]{0,3})")


class Suggestions:
    """Finds what was meant. What is like what is worked out once for each kind and name."""

    def __init__(self, index: PlanIndex) -> None:
        self._index = index
        self._names: dict[tuple[str, str], dict[str, str]] = {}
        self._numbers: dict[tuple[str, str], Numbers] = {}
        self._found: dict[tuple[str, str, str], str] = {}
        self._lists: defaultdict[tuple[str, KeyPath], set[str]] | None = None

    def of(self, reference: Reference) -> str:
        """Return what to write instead of an unknown reference and what that is, empty where nothing is like it."""
        if not reference.kind:
            return self._without_kind(reference)
        if reference.kind == "page" and (page := self._page(reference)):
            return page
        plan, _, name = reference.key.rpartition("/") if reference.kind in PLAN_KINDS else ("", "", reference.key)
        found = self.of_kind(reference.kind, name, plan)
        meant = found.partition(" (")[0]
        if (f"{plan}/{meant}" if plan else meant) in (*own_keys(reference), *self._beside(reference)):
            return ""
        if plan and plan != reference.plan and found:
            return f"{plan}/{found}"
        return found or (self._of_another_kind(reference) if reference.written else "")

    def _beside(self, reference: Reference) -> frozenset[str]:
        """Return what else the same list names: nobody means a thing that stands on the next line already."""
        if self._lists is None:
            self._lists = defaultdict(set)
            for other in self._index.references:
                if (place := list_around(other)) is not None:
                    self._lists[other.source.path, place].add(other.key)
        place = list_around(reference)
        return frozenset(self._lists[reference.source.path, place] if place is not None else ())

    def _page(self, reference: Reference) -> str:
        """Return a page of a plan that is like what is meant: of the reference's own plan bare, else with its plan."""
        named, _, name = reference.key.rpartition("/")
        plans = [named] if named in self._index.plans else [reference.plan] if reference.plan else self._index.plans
        for plan in plans:
            if plan and (found := self.of_kind("page", name, plan)):
                return found if plan == reference.plan else f"{plan}/{found}"
        return ""

    def of_kind(self, kind: str, name: str, plan: str = "") -> str:
        """Return what to write instead of `name`, a thing of this kind (in this plan), and what that is."""
        key = (kind, name, plan)
        if key not in self._found:
            names = self._names_of(kind, plan)
            found = self._numbers[kind, plan].nearest(name) if NUMBER.fullmatch(name) else nearest(name, names)
            self._found[key] = self._described(kind, names[found], plan) if found else ""
        return self._found[key]

    def _names_of(self, kind: str, plan: str) -> dict[str, str]:
        """Return every word for a thing of this kind, and the name to write for it."""
        if (kind, plan) not in self._names:
            prefix = f"{plan}/" if plan else ""
            targets = [target for target in self._index.targets.values() if target.kind == kind]
            names = {target.key.removeprefix(prefix): target for target in targets if target.key.startswith(prefix)}
            words = {word: name for name, target in names.items() for word in _words(target) if word}
            words |= {word: name for name in names for word in self._other_words(kind, name)}
            self._names[kind, plan] = words | {name: name for name in names}
            self._numbers[kind, plan] = Numbers(names)
        return self._names[kind, plan]

    def _other_words(self, kind: str, name: str) -> Iterator[str]:
        if kind in ("body", "organization") and (record := self._index.organizations.get(name)):
            yield from record.value.aliases

    def _described(self, kind: str, name: str, plan: str) -> str:
        title = _title(self._index.targets[kind, f"{plan}/{name}" if plan else name], name)
        return f"{name} ({_shortened(title)})" if title and title != name else name

    def _of_another_kind(self, reference: Reference) -> str:
        """Return the same name with another prefix, where such a thing exists."""
        for target in self._named(reference.name, reference.plan):
            described = self._described(target.kind, reference.name, reference.plan if "/" in target.key else "")
            return described if target.kind == "intervention" else f"{word_of(target.kind)}:{described}"
        return ""

    def _named(self, name: str, plan: str) -> Iterable[Target]:
        for kind in spoken().prefixes.values():
            for key in (name, f"{plan}/{name}"):
                if ((kind, key) in self._index.targets) and (kind in PLAN_KINDS) == ("/" in key):
                    yield self._index.targets[kind, key]

    def _without_kind(self, reference: Reference) -> str:
        if number := _number(reference.name):
            return self._with_title(number, reference.plan)
        prefix, colon, name = reference.name.partition(":")
        if colon and parse_target(name)[0] == "intervention":
            return self._with_title(name.strip(), reference.plan)
        word = nearest(prefix, spoken().prefixes) if colon else None
        return self._with_title(f"{word}:{name.strip()}", reference.plan) if word else self._of_another_kind(reference)

    def _with_title(self, written: str, plan: str) -> str:
        kind, name = parse_target(written)
        target = self._index.targets.get((kind, qualified(kind, name, plan)))
        return f"{written} ({_shortened(_title(target, name))})" if target and target.title else written


def with_known_names(diagnostics: Iterable[Diagnostic], index: PlanIndex) -> Iterator[Diagnostic]:
    """Yield diagnostics; of a value that is no id, what is suggested is one that exists, found by its name too.

    Whoever validates a field knows how an id is written, and not which there are.
    """
    suggestions = Suggestions(index)
    for item in diagnostics:
        if kind := item.values.get("names"):
            meant = suggestions.of_kind(kind, item.values["value"])
            yield replace(item, values={**item.values, "suggestion": meant})
        else:
            yield item


class Numbers:
    """Official numbers, by their parts: those of areas have one, those of measures two."""

    def __init__(self, names: Iterable[str]) -> None:
        self._sharing: dict[tuple[int, int], list[tuple[int, ...]]] = defaultdict(list)
        for key in (number_key(name) for name in names if NUMBER.fullmatch(name)):
            for place, part in enumerate(key):
                self._sharing[place, part if len(key) == 2 else 0].append(key)

    def nearest(self, wanted: str) -> str | None:
        """Return the number that one slip makes into the wanted one; None where there are several, or none."""
        key = number_key(wanted)
        groups = ((0, key[0]), (1, key[-1]), (0, key[-1])) if len(key) == 2 else ((0, 0),)
        others = {other for group in groups for other in self._sharing[group]}
        likely = {other: rank for other in others if (rank := _slip(key, other))}
        best = [other for other, rank in likely.items() if rank == min(likely.values())]
        return ":".join(map(str, best[0])) if len(best) == 1 else None


def _slip(wanted: tuple[int, ...], number: tuple[int, ...]) -> int:
    """Return how unlikely the slip is, 0 where it is none: a digit too many or few, parts swapped, the next number."""
    written, meant = ":".join(map(str, wanted)), ":".join(map(str, number))
    if len(written) != len(meant) and is_one_slip(written, meant):
        return 1
    if wanted == number[::-1]:
        return 2
    return 3 if len(wanted) == 2 and wanted[0] == number[0] and abs(wanted[1] - number[1]) == 1 else 0


def _number(written: str) -> str:
    """Return the number that somebody has written with another sign than a colon, or with a word or spaces."""
    found = OTHERWISE.fullmatch(written)
    return f"{found['area']}:{found['serial']}" if found else ""


def list_around(reference: Reference) -> KeyPath | None:
    """Return the keys of the innermost list that a field stands in, None for a reference in running text."""
    keys = reference.keys
    place = next((place for place in range(len(keys) - 1, -1, -1) if isinstance(keys[place], int)), None)
    return None if reference.written or place is None or "sources" in keys else keys[:place]


def _title(target: Target, name: str) -> str:
    """Return the title alone, without the number that the thing is named by."""
    return target.title.removeprefix(f"{target.name}: ").removeprefix(f"{name} ")


def _words(target: Target) -> tuple[str, ...]:
    return target.official, target.title, target.name


def _shortened(title: str) -> str:
    if len(title) <= MAX_TITLE:
        return title
    return f"{title[:MAX_TITLE].rsplit(' ', 1)[0].rstrip(',;:–')} …"
