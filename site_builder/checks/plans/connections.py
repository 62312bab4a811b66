"""References that say nothing: to oneself, or the same one twice in a list."""

from collections.abc import Iterator
from datetime import date

from site_builder.checks.names.references import is_source
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.source import KeyPath
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.names.own_keys import own_keys
from site_builder.meaning.references import Reference

# Fields that are part of the items of a list, and make one item the same as another.
NAMING_FIELDS = {("references", "intervention"), ("governing_documents", "document"), ("carries_out", "measure")}


def ensure_nothing_refers_to_itself(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that nothing refers to itself: the link would lead to the page where the reader already is.

    A plan may name itself, since its file makes several pages, and a document may be its own source. That something
    replaces itself is said by a check of its own.
    """
    for reference in index.references:
        if reference.key in own_keys(reference) and not (is_source(reference) or "replaces" in reference.keys):
            yield Finding(reference.span, {"name": reference.written or reference.name})


def ensure_references_are_not_repeated(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a list names each thing once: twice is a slip, and often another thing was meant."""
    seen: dict[tuple[str, KeyPath, str, str], Reference] = {}
    for reference in index.references:
        if (place := _list_of(reference)) is not None:
            key = (reference.source.path, place, reference.kind, reference.key)
            first = seen.setdefault(key, reference)
            if first is not reference:
                yield Finding(reference.span, {"name": reference.name}, (first.span,))


def ensure_other_plans_are_carried_out(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that what an area or a measure carries out is in another plan: inside a plan there are connections."""
    for reference in index.references:
        if reference.keys[-1:] == ("measure",) and reference.keys[-3:-2] == ("carries_out",):
            inside = reference.key.startswith(f"{reference.origin.plan}/") and reference.key not in own_keys(reference)
            if inside and index.targets.get_known("intervention", reference.key):
                yield Finding(reference.span, {"name": reference.name})


def _list_of(reference: Reference) -> KeyPath | None:
    """Return the keys of the list that a reference is an item of, None where it is something else.

    Bodies have a rule of their own, and a text may well name the same thing twice.
    """
    keys = reference.keys
    if reference.written or "bodies" in keys:
        return None
    if keys and isinstance(keys[-1], int):
        return keys[:-1]
    return keys[:-2] if len(keys) > 2 and (keys[-3], keys[-1]) in NAMING_FIELDS else None
