"""What was copied to be written over, and was not: two things with one name, a list with the same text twice."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.source import KeyPath, Record
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import ContentText
from site_builder.reading.layout import kind_named

# What readers tell things of a kind apart by. Decisions and documents may have the same title as an older one.
NAMES = {
    "organization": "name",
    "group": "name",
    "intervention": "title",
    "area": "title",
    "indicator": "name",
    "starting_point": "title",
    "topic": "title",
    "term": "term",
}


def ensure_names_tell_things_apart(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no two things of a kind have the same name, in the same plan: one was copied and not written over.

    One that has ended may have left its name to another.
    """
    seen: dict[tuple[str, str, str], tuple[str, Record[BaseModel]]] = {}
    for identity, record in index.records:
        field = NAMES.get(identity.kind, "")
        name = str(getattr(record.value, field, None) or "")
        if not name or getattr(record.value, "valid_to", None):
            continue
        own = str(getattr(record.value, kind_named(identity.kind).id_field, ""))
        kind = "body" if identity.kind in ("organization", "group") else identity.kind
        other, first = seen.setdefault((kind, identity.plan, name.casefold()), (own, record))
        if first is not record and own != other:  # the same id is told as such
            yield Finding(record.span(field), {"name": name}, (first.span(field),))


def ensure_lists_say_a_thing_once(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no list has the same text twice."""
    seen: dict[tuple[str, KeyPath, str], ContentText] = {}
    for item in index.content_texts:
        if item.keys and isinstance(item.keys[-1], int):
            text = " ".join(item.text.split())
            first = seen.setdefault((item.source.path, item.keys[:-1], text.casefold()), item)
            if first is not item:
                place = item.source.place(item.keys).value
                yield Finding(place, {"text": text[:80]}, (first.source.place(first.keys).value,))
