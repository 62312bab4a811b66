"""What a name without a plan means: inside a plan's folder its own plan, elsewhere the one that the file names.

Nowhere does it mean the plan that is current today: then one line in `site.yaml` would change what all texts say.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from pydantic import BaseModel

from schema.plan import Plan
from schema.site import Site
from schema.vocabulary import InterventionRef, Prose, TargetRef
from site_builder.foundation.inline import PLAN_KINDS, inline_references, parse_target, with_plan
from site_builder.foundation.source import Record
from site_builder.meaning.pages.table import PLAN_PAGES

Value = TypeVar("Value")


@dataclass(frozen=True)
class Scope:
    """The plan that a bare name means at a place, and the names of the pages that plans have.

    Where no plan is `told`, `plan` is a guess: enough to say what could be written instead.
    """

    plan: str
    pages: frozenset[str]
    told: bool = True

    def is_bare(self, kind: str, name: str) -> bool:
        """Tell whether a name is that of a thing inside a plan and does not say which plan."""
        return "/" not in name and (kind in PLAN_KINDS or (kind == "page" and name in self.pages))

    def key(self, kind: str, name: str) -> str:
        """Return what a name means, as the index names it: things inside a plan have the plan before them."""
        return f"{self.plan}/{name}" if self.is_bare(kind, name) else name

    def of(self, record: Record[BaseModel]) -> "Scope":
        """Return the scope inside a record."""
        plan = record.plan or record.meant_plan
        return replace(self, plan=plan, told=True) if plan else self


def guessed_scope(values: Iterable[BaseModel]) -> Scope:
    """Return the scope where nothing tells a plan: the current one is the likeliest. `values` are all that is valid."""
    found = tuple(values)
    plans = (value for value in found if isinstance(value, Plan))
    current = next((str(value.current_plan) for value in found if isinstance(value, Site)), "")
    own_words = (word.slug for plan in plans for row in PLAN_PAGES if (word := row.word(plan)))
    names = (row.name for row in PLAN_PAGES if row.name and not row.noun)
    return Scope(current, frozenset((*names, *own_words)), told=False)


def spelt_out(record: Record[BaseModel], scope: Scope) -> Record[BaseModel]:
    """Return a record whose texts name the plan of whatever they refer to, so that they mean the same on any page.

    Fields inside a plan that hold the number of a measure of its own keep it.
    """
    value = _spelt_out(record.value, scope.of(record), inside=bool(record.plan))
    return record if value is record.value else replace(record, value=value)


def _spelt_out(value: Value, scope: Scope, inside: bool) -> Value:
    """Return a value with its plans named; the same one where there is nothing to name."""
    made: object = value
    if isinstance(value, Prose):
        made = Prose(_text(value, scope)) if "[[" in value else value
    elif isinstance(value, TargetRef) or (isinstance(value, InterventionRef) and not inside):
        named = _target(value, scope)
        made = value if named is value else type(value)(named)
    elif isinstance(value, tuple):
        items = tuple(_spelt_out(item, scope, inside) for item in value)
        made = items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    elif isinstance(value, BaseModel):
        fields = ((name, part, _spelt_out(part, scope, inside)) for name, part in value)
        changed = {name: new for name, old, new in fields if new is not old}
        made = value.model_copy(update=changed) if changed else value
    return cast("Value", made)  # of the class that came in


def _text(text: str, scope: Scope) -> str:
    pieces, end = [], 0
    for item in inline_references(text):
        if scope.is_bare(item.kind, item.name):
            target, bar, label = item.written[2:-2].partition("|")
            pieces += [text[end : item.start], f"[[{with_plan(target, scope.plan)}{bar}{label}]]"]
            end = item.start + len(item.written)
    return "".join([*pieces, text[end:]])


def _target(written: str, scope: Scope) -> str:
    return with_plan(written, scope.plan) if scope.is_bare(*parse_target(written)) else written
