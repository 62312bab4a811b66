"""What a name without a plan means: inside a plan's folder its own plan, elsewhere the one that the file names.

Nowhere does it mean the plan that is current today: then one line in `site.yaml` would change what all texts say.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel

from schema.plan import Plan
from schema.site import Site
from schema.vocabulary import InterventionRef, Prose, Reference, TargetRef
from site_builder.foundation.inline import PLAN_KINDS, inline_references, parse_target, with_name
from site_builder.foundation.source import KeyPath, Record
from site_builder.meaning import urls
from site_builder.meaning.names.former import FormerNames
from site_builder.meaning.pages.table import PLAN_PAGES

Value = TypeVar("Value")


class Scope(Struct, frozen=True):
    """The plan that a bare name means at a place, the names of pages that plans have, and former names.

    Where no plan is `told`, `plan` is a guess: enough to say what could be written instead.
    """

    plan: str
    pages: frozenset[str]
    told: bool = True
    former: FormerNames = FormerNames()

    def is_bare(self, kind: str, name: str) -> bool:
        """Tell whether a name is that of a thing inside a plan and does not say which plan."""
        return "/" not in name and (kind in PLAN_KINDS or (kind == "page" and name in self.pages))

    def key(self, kind: str, name: str) -> str:
        """Return what a name means, as the index names it: things inside a plan have the plan before them.

        The name may be a former one; what it means has today's.
        """
        return self.former.today(kind, self.written(kind, name))

    def written(self, kind: str, name: str) -> str:
        """Return a name with its plan before it, where it is that of something inside one."""
        return f"{self.plan}/{name}" if self.is_bare(kind, name) else name

    def of(self, record: Record[BaseModel]) -> "Scope":
        """Return the scope inside a record."""
        plan = record.plan or self.former.today("plan", record.meant_plan)
        return replace(self, plan=plan, told=True) if plan else self


def guessed_scope(values: Iterable[BaseModel], former: FormerNames) -> Scope:
    """Return the scope where nothing tells a plan: the current one is the likeliest. `values` are all that is valid."""
    found = tuple(values)
    plans = (value for value in found if isinstance(value, Plan))
    current = next((str(value.current_plan) for value in found if isinstance(value, Site)), "")
    own_words = (word.slug for plan in plans for row in PLAN_PAGES if (word := row.word(plan)))
    names = (urls.named(row.name) for row in PLAN_PAGES if row.name and not row.noun)
    return Scope(former.today("plan", current), frozenset((*names, *own_words)), told=False, former=former)


def spelt_out(record: Record[BaseModel], scope: Scope) -> Record[BaseModel]:
    """Return a record whose texts name the plan of whatever they refer to, so that they mean the same on any page.

    Former names become today's. Fields inside a plan that hold the number of a measure of its own name no plan.
    """
    own, inside = scope.of(record), bool(record.plan)
    texts = (item for item in record.strings if type(item[1]) is not str)  # a bare string names nothing
    named = {keys: new for keys, text in texts if (new := _named(text, own, inside)) is not text}
    return replace(record, value=_with(record.value, named)) if named else record


def _named(text: str, scope: Scope, inside: bool) -> str:
    """Return a text with its plans named; the same one where there is nothing to name."""
    if isinstance(text, Prose):
        return Prose(spelt_out_text(text, scope)) if "[[" in text else text
    if isinstance(text, TargetRef):
        named = _target(text, *parse_target(text), scope)
        return text if named is text else TargetRef(named)
    if isinstance(text, Reference):
        return _field(text, scope, is_bare=inside or not isinstance(text, InterventionRef))
    return text


def _with(value: Value, texts: Mapping[KeyPath, str]) -> Value:
    """Return a value with other texts at some keys in it."""
    if () in texts:
        return cast("Value", texts[()])
    below = defaultdict[str | int, dict[KeyPath, str]](dict)
    for keys, text in texts.items():
        below[keys[0]][keys[1:]] = text
    made: object = value
    if isinstance(value, tuple):
        made = tuple(_with(item, below[place]) if place in below else item for place, item in enumerate(value))
    elif isinstance(value, BaseModel):
        made_of = {str(name): _with(getattr(value, str(name)), those) for name, those in below.items()}
        made = value.model_copy(update=made_of)
    return cast("Value", made)  # of the class that came in


def spelt_out_text(text: str, scope: Scope) -> str:
    """Return running text whose references name their plan and have today's names."""
    pieces, end = [], 0
    for item in inline_references(text):
        target, bar, label = item.written[2:-2].partition("|")
        named = _target(target, item.kind, item.name, scope)
        if named is not target:
            pieces += [text[end : item.start], f"[[{named}{bar}{label}]]"]
            end = item.start + len(item.written)
    return "".join([*pieces, text[end:]])


def _target(written: str, kind: str, name: str, scope: Scope) -> str:
    key = scope.key(kind, name)
    return written if key == name else with_name(written, key)


def _field(value: Reference, scope: Scope, *, is_bare: bool) -> Reference:
    """Return a field that names a thing of one kind; with `is_bare` a name inside a plan is left without its plan."""
    key = scope.key(value.kind, value)
    if is_bare and scope.is_bare(value.kind, value):
        key = key.removeprefix(f"{scope.plan}/")
    return value if key == value else type(value)(key)
