"""Former names: what uses one means what the thing became, and nothing new may take one."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from schema.follow_up import FollowUp
from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.inline import parse_target, with_name
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.names.former import KINDS
from site_builder.meaning.references import Reference


def ensure_names_are_todays(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that whoever edits a file knows which names in it are former ones. Its pages are right all the same.

    Of a locked report nothing is said: it goes on saying what it said, and means what it meant.
    """
    locked = {
        record.source.path for _, record in index.records if isinstance(record.value, FollowUp) and record.value.lock
    }
    for reference in index.references:
        if reference.is_former and reference.source.path not in locked:
            written = _written(reference)
            yield Finding(reference.span, {"name": written, "mend": _mend(reference, written)})


def ensure_former_names_are_not_taken(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a former name is not the name of something else: nobody could tell what older texts mean."""
    for span, name, owner in taken(index):
        yield Finding(span, {"name": name}, (owner,))


def taken(index: PlanIndex) -> Iterator[tuple[Span, str, Span]]:
    """Yield every former name that is the name of something else, where it is written and where that thing is."""
    named = {
        (kind, identity.plan if identity.kind != "plan" else "", identity.id): record
        for identity, record in index.records
        for kind in KINDS.get(identity.kind, (identity.kind,))
    }
    for identity, record in index.records:
        kind = KINDS.get(identity.kind, (identity.kind,))[-1]
        for position, name in enumerate(vars(record.value).get("formerly", ())):
            owner = named.get((kind, identity.plan if identity.kind != "plan" else "", name))
            if owner is not None and owner is not record:
                yield (
                    record.span("formerly", position),
                    name,
                    owner.span("id" if hasattr(owner.value, "id") else "number"),
                )


def _written(reference: Reference) -> str:
    """Return a reference as its file has it."""
    if reference.written:
        return reference.written
    found: Any = reference.source.data
    for key in reference.keys:
        found = found[key]
    return str(found)


def _mend(reference: Reference, written: str) -> str:
    """Return what to write instead, with as much of the plan as is written now."""
    name = reference.key.removeprefix(f"{reference.plan}/") if reference.is_bare else reference.key
    if reference.written:
        target, bar, label = written[2:-2].partition("|")
        return f"[[{with_name(target, name)}{bar}{label}]]"
    return with_name(written, name) if parse_target(written)[0] else name
