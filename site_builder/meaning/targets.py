"""Everything that can be referred to, by kind and key: what it is called, and its address if it is valid."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from schema.plan import Plan
from site_builder.foundation.inline import PLAN_KINDS
from site_builder.foundation.source import Record
from site_builder.meaning import urls
from site_builder.reading.load import Loaded
from site_builder.reading.validate import Entry


@dataclass(frozen=True)
class Target:
    """Something to refer to. `name` is a link's text, `title` says more; a broken thing has neither."""

    kind: str
    key: str
    name: str = ""
    title: str = ""
    address: str = ""


class Targets(dict[tuple[str, str], Target]):
    """All targets by kind and key. Of a kind whose file could not be read, every key is known."""

    unreadable: frozenset[tuple[str, str]] = frozenset()
    misplaced: frozenset[str] = frozenset()

    def get_known(self, kind: str, key: str) -> bool:
        """Tell whether a thing exists, or whether nobody can tell."""
        plan, _, name = key.rpartition("/")
        return (kind, key) in self or self.is_unreadable(kind, plan) or name.replace(":", "-") in self.misplaced

    def is_unreadable(self, kind: str, plan: str = "") -> bool:
        """Tell whether nobody can say which things of a kind exist, in a plan or anywhere."""
        return (kind, plan) in self.unreadable or (kind, "") in self.unreadable

    def keys_of(self, kind: str) -> list[str]:
        """Return the keys of all things of a kind."""
        return [key for found, key in self if found == kind]


def targets_of(loaded: Loaded, plans: Sequence[Plan]) -> Targets:
    """Return everything that can be referred to."""
    by_id = {plan.id: plan for plan in plans}
    governing = {str(item.document) for plan in plans for item in plan.governing_documents}
    targets = Targets()
    for entry in loaded.entries:
        for target in _entry_targets(entry, by_id, governing):
            targets.setdefault((target.kind, target.key), target)
    for target in _page_targets(loaded, plans):
        targets[target.kind, target.key] = target
    targets.unreadable = _unreadable(loaded)
    targets.misplaced = loaded.misplaced
    return targets


def _unreadable(loaded: Loaded) -> frozenset[tuple[str, str]]:
    """Return the kinds of which nobody can tell what exists: a file that lists them is broken or missing."""
    unreadable = set(loaded.unreadable)
    for entry in loaded.entries:
        kind, identity = entry.identity.kind, entry.identity.id
        if entry.record is None and kind in ("plan", "site"):
            unreadable |= {("category", identity), ("page", "")}
        elif kind == "plan" and (written := _written_id(entry)) != identity:
            unreadable |= {(inside, name) for inside in (*PLAN_KINDS, "page") for name in (identity, written)}
    if unreadable & {("organization", ""), ("group", "")}:
        unreadable.add(("body", ""))
    return frozenset(unreadable)


def _written_id(entry: Entry) -> str:
    """Return the id that a file's text gives, which is another than its name's where one of them is wrong."""
    value = entry.record.value if entry.record else None
    return str(getattr(value, "id", "") or getattr(value, "number", "") or entry.identity.id)


def _entry_targets(entry: Entry, plans: Mapping[str, Plan], governing: set[str]) -> Iterator[Target]:
    kind, plan_id, identity = entry.identity.kind, entry.identity.plan, entry.identity.id
    plan = plans.get(plan_id)
    prefix = f"{plan_id}/" if plan_id and kind != "plan" else ""
    kinds = {"organization": ("organization", "body"), "group": ("body",)}.get(kind, (kind,))
    if (written := _written_id(entry)) != identity:
        yield from (Target(name, prefix + written) for name in kinds)
    if entry.record is None or (plan_id and plan is None):
        yield from (Target(name, prefix + identity) for name in kinds)
        return
    name, title, address = _facts(kind, entry.record, plan, identity, governing)
    yield from (Target(found, prefix + identity, name, title, address) for found in kinds)
    if kind == "plan" and plan:
        for category in plan.target_categories:
            place = urls.category(plan, category.id)
            yield Target("category", f"{plan.id}/{category.id}", category.name, category.name, place)


def _facts(
    kind: str, record: Record[BaseModel], plan: Plan | None, identity: str, governing: set[str]
) -> tuple[str, str, str]:
    """Return the name, the title and the address of a valid thing."""
    if plan is not None and kind in _IN_PLAN:
        return _IN_PLAN[kind](plan, record.value)
    if kind == "document":
        value: Any = record.value
        return value.title, value.title, urls.document(identity, identity in governing)
    return _ANYWHERE[kind](record.value) if kind in _ANYWHERE else (identity, identity, "")


def _area_facts(plan: Plan, value: Any) -> tuple[str, str, str]:
    name = f"{plan.terms.area.indefinite} {value.number}"
    return name, f"{name}: {value.title}" if value.title else name, urls.area(plan, value.number)


def _named(address: Callable[[str], str], name: str = "title") -> Callable[[Any], tuple[str, str, str]]:
    """Return what gives the facts of a thing that goes by one name everywhere."""
    return lambda value: (getattr(value, name), getattr(value, name), address(value.id))


_ANYWHERE: Mapping[str, Callable[[Any], tuple[str, str, str]]] = {
    "decision": _named(urls.decision),
    "term": lambda value: (value.abbreviation or value.term, value.term, urls.term(value.id)),
    "topic": _named(urls.topic),
    "follow_up": _named(urls.follow_up),
    "organization": _named(urls.body, "name"),
    "group": _named(urls.body, "name"),
}
_IN_PLAN: Mapping[str, Callable[[Plan, Any], tuple[str, str, str]]] = {
    "plan": lambda plan, value: (value.short_title, value.title, f"{plan.id}/"),
    "intervention": lambda plan, value: (
        value.number,
        f"{value.number} {value.title}",
        urls.measure(plan, value.number),
    ),
    "area": _area_facts,
    "draft": lambda plan, value: (value.title, value.title, urls.draft(plan, value.id)),
    "starting_point": lambda plan, value: (value.title, value.title, urls.starting_point(plan, value.id)),
    "indicator": lambda plan, value: (value.name, value.name, urls.indicator(plan, value.id)),
}


def _page_targets(loaded: Loaded, plans: Sequence[Plan]) -> Iterator[Target]:
    for plan in plans:
        missing = _missing_pages(loaded, plan)
        pages = {name: urls.plan_page(plan, name) for name in urls.PLAN_PAGES if name not in missing}
        pages[plan.terms.measure.slug] = urls.measure_list(plan)
        for name, address in pages.items():
            yield Target("page", f"{plan.id}/{name}", address=address)
    for name in urls.SITE_PAGES:
        yield Target("page", name, address=f"{name}/")
    for source in loaded.documents:
        address = urls.hand_written(source.path)
        title = next((line[2:].strip() for line in source.text.split("\n") if line.startswith("# ")), "")
        yield Target("page", address.rstrip("/"), title, title, address)


def _missing_pages(loaded: Loaded, plan: Plan) -> set[str]:
    """Return the pages that a plan does without, because nothing would stand on them. What is broken counts."""
    entries = [entry for entry in loaded.entries if entry.identity.plan == plan.id]
    kinds = {entry.identity.kind for entry in entries}
    found = {
        "mal": bool(plan.goals),
        "utgangspunkter": "starting_point" in kinds,
        "malgrupper": bool(plan.target_categories) or any(_states_a_target_group(entry) for entry in entries),
        "indikatorer": "indicator" in kinds,
        "uppfoljning": any(_follows_up(entry, plan.id) for entry in loaded.entries),
        "bakgrund": bool({"background", "draft"} & kinds),
    }
    return {name for name, exists in found.items() if not exists}


def _states_a_target_group(entry: Entry) -> bool:
    broken = entry.record is None and entry.identity.kind == "intervention"
    return broken or bool(entry.record and getattr(entry.record.value, "target_group", None))


def _follows_up(entry: Entry, plan: str) -> bool:
    """Tell whether this is a follow-up that answers for a plan; what is broken may do so."""
    if entry.identity.kind != "follow_up":
        return False
    return entry.record is None or any(plan in answer.measure for answer in getattr(entry.record.value, "answers", ()))
