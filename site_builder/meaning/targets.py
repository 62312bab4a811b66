"""Everything that can be referred to, by kind and key: what it is called, and its address if it is valid."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel

from schema.plan import Plan
from site_builder.foundation.inline import PLAN_KINDS
from site_builder.foundation.language.phrases import capital
from site_builder.meaning import urls
from site_builder.meaning.names.target_facts import TargetFacts, facts_in_plan, facts_of_site
from site_builder.meaning.pages import table
from site_builder.meaning.pages.rows import PlanPage
from site_builder.reading.load import Loaded
from site_builder.reading.validate import Entry

Pages = Sequence[tuple[Plan, Sequence[PlanPage]]]  # each plan with the pages that it has


class Target(Struct, frozen=True):
    """Something to refer to. `name` is a link's text, `title` says more; a broken thing has neither.

    `official` is the source's title of what the site calls something shorter, else empty. A page that the program
    makes has no name in the content: `words` is the key of its name in the catalogue.
    """

    kind: str
    key: str
    name: str = ""
    title: str = ""
    address: str = ""
    words: str = ""
    official: str = ""

    @property
    def whole_title(self) -> str:
        """The title that leaves nothing out."""
        return self.official or self.title


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


def targets_of(loaded: Loaded, plans: Pages) -> Targets:
    """Return everything that can be referred to."""
    by_id = {plan.id: plan for plan, _ in plans}
    governing = {str(item.document) for plan in by_id.values() for item in plan.governing_documents}
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
    if ("plan", "") in unreadable:
        unreadable.add(("page", ""))
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
    facts = _facts(entry.record.value, plan, identity, governing)
    for found in kinds:
        yield Target(found, prefix + identity, facts.name, facts.title, facts.address, official=facts.official)
    if isinstance(entry.record.value, Plan):
        for category in entry.record.value.target_categories:
            place = urls.category(entry.record.value, category.id)
            yield Target("category", f"{plan_id}/{category.id}", category.name, category.name, place)


def _facts(value: BaseModel, plan: Plan | None, identity: str, governing: set[str]) -> TargetFacts:
    """Return what a valid thing is called and where it stands; what has neither is called by its id."""
    inside = facts_in_plan(value, plan) if plan else None
    return inside or facts_of_site(value, identity in governing) or TargetFacts(identity, identity)


def _page_targets(loaded: Loaded, plans: Pages) -> Iterator[Target]:
    for plan, rows in plans:
        for target in (_plan_page(plan, row) for row in rows if row.name):
            yield replace(target, key=f"{plan.id}/{target.key}")
    for page in table.SITE_PAGES:
        if page.maker:
            name = page.name or table.START
            yield Target("page", urls.named(name), address=page.address, words=_page_words(name))
    for source in loaded.documents:
        address = urls.hand_written(source.path)
        title = next((line[2:].strip() for line in source.text.split("\n") if line.startswith("# ")), "")
        yield Target("page", address.rstrip("/"), title, title, address)


def _plan_page(plan: Plan, row: PlanPage) -> Target:
    """Return a page of a plan by its bare name; a list of its parts is called what the plan calls them."""
    if word := row.word(plan):
        return Target("page", word.slug, capital(word.plural), address=row.address(plan))
    return Target("page", urls.named(row.name), address=row.address(plan), words=_page_words(row.name))


def _page_words(name: str) -> str:
    """Return the key in the catalogue of the name of a page that the program makes."""
    return f"site.pages.{name.rpartition('/')[2]}"
