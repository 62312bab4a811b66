"""What came instead of what, and what a decision did to a plan."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from schema.intervention import Intervention
from schema.organization import Organization, OrganizationGroup
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.succession import Key, replaced, ring

Newer = Organization | OrganizationGroup | Intervention


def ensure_nothing_replaces_itself(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that what came instead of something is not what it was before, be it by way of others."""
    found = index.succession.replaces
    for own, record, position, old in _replacing(index):
        if old == own or (ring(found, own) and ring(found, old)):
            yield Finding(record.span("replaces", position), {"name": _name(index, own)})


def ensure_what_was_replaced_has_ended(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that what something came instead of has an end: else both are shown as if they were there side by side."""
    ends = dict(_ends(index))
    for own, record, position, old in _replacing(index):
        if old != own and old in ends and not ends[old]:
            yield Finding(record.span("replaces", position), {"name": _name(index, old), "new": _name(index, own)})


def ensure_revisions_change_what_was_there(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a decision that changed a plan is not also said to have led to it."""
    for record in index.decisions.values():
        decided = record.value
        for position, plan in enumerate(decided.revises):
            content = index.plans.get(plan)
            if plan in decided.plans or (content and content.plan.value.decision == decided.id):
                title = content.plan.value.short_title if content else plan
                yield Finding(record.span("revises", position), {"plan": title})


def _replacing(index: PlanIndex) -> Iterator[tuple[Key, Record[BaseModel], int, Key]]:
    """Yield everything that replaces something: its key, its record, and the place and the key of what it replaces."""
    for identity, record in index.records:
        if isinstance(record.value, (Organization, OrganizationGroup, Intervention)):
            own = _key(identity.plan, record.value)
            for position, old in enumerate(replaced(identity.plan, record.value)):
                yield own, record, position, old


def _ends(index: PlanIndex) -> Iterator[tuple[Key, bool]]:
    """Yield whether each thing has an end."""
    for identity, record in index.records:
        if isinstance(record.value, (Organization, OrganizationGroup, Intervention)):
            yield _key(identity.plan, record.value), record.value.valid_to is not None


def _key(plan: str, thing: Newer) -> Key:
    return ("intervention", f"{plan}/{thing.number}") if isinstance(thing, Intervention) else ("body", thing.id)


def _name(index: PlanIndex, key: Key) -> str:
    target = index.targets.get(key)
    return (target.title if target else "") or key[1]
