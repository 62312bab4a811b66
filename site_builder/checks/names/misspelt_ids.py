"""An id that is misspelt where the thing is defined: told there, and not at every place that writes it rightly."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct
from pydantic import BaseModel

from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.language.likeness import nearest
from site_builder.foundation.later import kept
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.references import Reference
from site_builder.reading.validate import Identity

# Things in lists; what is alone in a file has a name of the file too, and the two are held against each other.
KINDS = {"document": "document", "decision": "decision", "term": "term", "group": "body", "draft": "draft"}
FEWEST = 2  # places that agree on another spelling


class Misspelt(Struct, frozen=True):
    """A thing that nothing refers to, and the references to a name like its own that does not exist."""

    record: Record[BaseModel]
    id: str
    references: tuple[Reference, ...]


def ensure_ids_are_spelt_as_they_are_used(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a thing has the id that others know it by: one that nobody uses, like one that many do, is a slip."""
    for found in misspelt_ids(index).values():
        first, places = found.references[0], tuple(reference.span for reference in found.references)
        values = {"id": found.id, "suggestion": first.name, "count": str(len(places))}
        yield Finding(found.record.span("id"), values, places)


@kept
def misspelt_ids(index: PlanIndex) -> Mapping[tuple[str, str], Misspelt]:
    """Return the misspelt ids by the kind and the key that the references to them mean."""
    unknown = defaultdict[tuple[str, str], list[Reference]](list)
    for kind in KINDS.values():
        for reference in index.references_to.get(kind, ()):
            if not index.targets.get_known(kind, reference.key):
                unknown[kind, reference.key].append(reference)
    many = {key: tuple(found) for key, found in unknown.items() if len(found) >= FEWEST}
    if not many:
        return {}
    unused = _unused(index)
    likely = ((key, nearest(key[1], unused[key[0]], 0.8), found) for key, found in many.items())
    return {key: Misspelt(*unused[key[0]][near], found) for key, near, found in likely if near}


def _unused(index: PlanIndex) -> Mapping[str, dict[str, tuple[Record[BaseModel], str]]]:
    """Return, for each kind of reference, the things that nothing refers to, by key."""
    used, unused = set(_used(index)), defaultdict[str, dict[str, tuple[Record[BaseModel], str]]](dict)
    for identity, record in index.records:
        kind, key = KINDS.get(identity.kind, ""), _key(identity)
        if kind and (kind, key) not in used:
            unused[kind][key] = (record, identity.id)
    return unused


def _key(identity: Identity) -> str:
    return f"{identity.plan}/{identity.id}" if identity.plan else identity.id


def _used(index: PlanIndex) -> Iterator[tuple[str, str]]:
    """Yield the kind and the key of everything that something else refers to, as the references say it."""
    for reference in index.references:
        own = "body" if reference.origin.kind in ("organization", "group") else reference.origin.kind
        if (own, reference.origin.id) != (reference.kind, reference.key.rpartition("/")[2]):
            yield reference.kind, reference.key
