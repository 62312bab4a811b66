"""All that stood in the content at one time, and what each thing was called then."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from site_builder.changes.change import Form, Subject, Value
from site_builder.changes.natures import UNTOLD_KINDS
from site_builder.changes.shape import FORMER_NAMES
from site_builder.foundation.inline import parse_target, qualified
from site_builder.reading.things import BODIES, Pieces, Thing, name_of
from site_builder.reading.validate import Identity

QUOTED = ("document", "decision", "term", "difference", "topic", "indicator", "starting_point", "follow_up")


class Contents(Struct, frozen=True, dict=True):
    """The things of every file, by path."""

    by_path: Mapping[str, tuple[Thing, ...]]

    @cached_property
    def things(self) -> dict[Identity, Thing]:
        """Every thing by its identity."""
        return {thing.identity: thing for things in self.by_path.values() for thing in things}

    @cached_property
    def current_plan(self) -> str:
        """The plan that was the current one, if the content said so."""
        site = next((thing for thing in self.by_path.get("content/site.yaml", ())), None)
        return str(site.data.get("current_plan", "")) if site else ""

    @cached_property
    def _names(self) -> dict[str, str]:
        """What each thing is called, by what refers to it."""
        found = {thing.target: thing.name for thing in self.things.values()}
        for thing in self.things.values():
            if thing.identity.kind == "plan":
                found |= {f"category:{thing.identity.id}/{key}": name for key, name in categories(thing).items()}
        return found

    def reference(self, kind: str, written: str, plan: str) -> str:
        """Return what a reference means, as a thing's `target` has it; a bare number means one in `plan`."""
        name = written
        if kind == "target":
            kind, name = parse_target(written)
        kind = "body" if kind in BODIES else kind
        return f"{kind}:{qualified(kind, name, plan or self.current_plan)}"

    def called(self, target: str, plan: str) -> Value:
        """Return what a reference's target is called on the pages of a plan; its id where it does not exist."""
        kind, _, key = target.partition(":")
        owner, _, number = key.partition("/")
        if kind == "intervention":
            return Value(number if owner == plan else f"{self.plan_name(owner)} {number}")
        name = self._names.get(target, "")
        return Value(name or key, Form.QUOTED if kind in QUOTED and name else Form.PLAIN)

    def plan_name(self, plan: str) -> str:
        """Return the short title of a plan."""
        return self._names.get(f"plan:{plan}") or plan

    def subject(self, thing: Thing) -> Subject:
        """Return a thing as what a sentence is about."""
        identity = thing.identity
        name = thing.name
        if identity.kind in ("intervention", "area"):
            name = identity.id
        elif identity.kind == "background":
            name = self.plan_name(identity.plan)
        bare = identity.plan in ("", self.current_plan) or identity.kind in ("plan", "background")
        plan_name = "" if bare else self.plan_name(identity.plan)
        return Subject(identity.kind, identity.plan, identity.id, name or identity.id, self._noun(identity), plan_name)

    def _noun(self, identity: Identity) -> str:
        """Return a plan's own word for a kind of thing."""
        plan = self.things.get(Identity("plan", identity.plan, identity.plan))
        terms: Any = plan.data.get("terms") if plan else None
        if not isinstance(terms, Mapping):
            return ""
        noun = terms.get(identity.kind) or terms.get(FORMER_NAMES.get(identity.kind, ""))
        return str(noun.get("indefinite", "")) if isinstance(noun, Mapping) else ""


def new_pieces() -> Pieces:
    """Return what reads everything that is compared."""
    return Pieces(UNTOLD_KINDS)


def contents_of(texts: Mapping[str, str], pieces: Pieces) -> Contents:
    """Return the contents of some texts by path. `pieces` may have read other states of them."""
    return Contents({path: pieces.things(path, text) for path, text in texts.items()})


def categories(thing: Thing) -> dict[str, str]:
    """Return the names of the target categories of a plan, by id; nothing for any other thing."""
    items = thing.data.get("target_categories") if thing.identity.kind == "plan" else None
    found = (item for item in (items if isinstance(items, list) else ()) if isinstance(item, Mapping))
    return {str(item.get("id", "")): name_of(item) for item in found}
