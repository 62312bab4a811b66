"""Files, ids and official numbers agree with each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import BaseModel

from site_builder.checks.names.file_names import is_plain
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.language.slugs import slug
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex
from site_builder.reading.layout import FILE_KINDS, kind_named, name_of
from site_builder.reading.validate import Identity

# Kinds of which one file is one thing, named by its id, and the field that the id stands in.
ID_FIELDS = {kind.kind: kind.id_field for kind in FILE_KINDS if kind.id_field and not kind.list_key}
NUMBERED = ("area", "intervention")


def ensure_file_names_are_ids(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a file is named by the id in it, so that whoever knows the number finds the file."""
    first = _first_by_identity(index)
    for identity, record, written in _misnamed(index):
        if _named(identity, written) not in first and is_plain(record.source.path.rpartition("/")[2]):
            kind = kind_named(identity.kind)
            file = name_of(kind, written) + (".yaml" if identity.kind != "plan" else "/")
            yield Finding(record.span(ID_FIELDS[identity.kind]), {"written": written, "file": file, "id": identity.id})


def ensure_numbers_are_used_once(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no two areas or measures of a plan have the same number: it is what everybody calls them."""
    return _taken(index, numbered=True)


def ensure_ids_are_used_once(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no two things share an id, since it is their address; groups and organizations share theirs."""
    yield from _taken(index, numbered=False)
    yield from _repeated_things(index)
    for _identity, record in index.records:
        for name, items in vars(record.value).items():
            if isinstance(items, tuple) and len(items) > 1:
                yield from _repeated_items(record, name, items)


def ensure_numbers_are_in_an_area(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that the area of every measure exists: the number before the colon is the area's."""
    for identity, record in index.records:
        if identity.kind == "intervention" and _written(identity, record) == identity.id:
            area = identity.id.partition(":")[0]
            if not index.targets.get_known("area", f"{identity.plan}/{area}"):
                yield Finding(record.span("number"), {"number": identity.id, "area": area})


def ensure_numbering_has_no_gaps(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that numbers follow each other from 1 on: after a gap somebody wonders what was left out.

    A number that something has had is no gap: it says itself what became of it.
    """
    series: dict[tuple[str, str, str], dict[int, Record[BaseModel]]] = defaultdict(dict)
    for identity, record in index.records:
        if identity.kind in NUMBERED and _written(identity, record) == identity.id:
            area, colon, serial = identity.id.rpartition(":")
            series[identity.kind, identity.plan, area + colon][int(serial)] = record
    for (kind, plan, prefix), records in series.items():
        if not index.targets.is_unreadable(kind, plan):
            yield from _gaps(index, (kind, plan, prefix), records)


def _gaps(index: PlanIndex, series: tuple[str, str, str], records: dict[int, Record[BaseModel]]) -> Iterator[Finding]:
    """Yield the first missing number of every gap. An area that measures have is missing to them, not here."""
    kind, plan, prefix = series
    used = {key.partition(":")[0] for key in index.targets.keys_of("intervention")} if kind == "area" else set()
    previous = 0
    for serial in sorted(records):
        for missing in range(previous + 1, serial):
            key = f"{plan}/{prefix}{missing}"
            explained = (kind, key) in index.scope.former.by_key
            if not explained and not index.targets.get_known(kind, key) and key not in used:
                yield Finding(
                    records[serial].span("number"), {"missing": f"{prefix}{missing}", "next": f"{prefix}{serial}"}
                )
                break
        previous = serial


def _written(identity: Identity, record: Record[BaseModel]) -> str:
    return str(getattr(record.value, ID_FIELDS[identity.kind]))


def _named(identity: Identity, name: str) -> Identity:
    return Identity(identity.kind, name if identity.kind == "plan" else identity.plan, name)


def _misnamed(index: PlanIndex) -> Iterator[tuple[Identity, Record[BaseModel], str]]:
    for identity, record in index.records:
        if identity.kind in ID_FIELDS and (written := _written(identity, record)) != identity.id:
            yield identity, record, written


def _first_by_identity(index: PlanIndex) -> dict[Identity, Record[BaseModel]]:
    return dict(reversed(index.records))


def _taken(index: PlanIndex, *, numbered: bool) -> Iterator[Finding]:
    """Find files whose id is the name of another file: the other one has the better right to it."""
    first = _first_by_identity(index)
    for identity, record, written in _misnamed(index):
        owner = first.get(_named(identity, written))
        if owner and (identity.kind in NUMBERED) == numbered:
            field = ID_FIELDS[identity.kind]
            yield Finding(record.span(field), {"id": written}, (owner.span(field),))


def _repeated_things(index: PlanIndex) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], Record[BaseModel]] = {}
    for identity, record in index.records:
        kind = "body" if identity.kind in ("organization", "group") else identity.kind
        first = seen.setdefault((kind, identity.plan, identity.id), record)
        if first is not record:
            yield Finding(record.span("id"), {"id": identity.id}, (first.span("id"),))


def _repeated_items(record: Record[BaseModel], name: str, items: Iterable[object]) -> Iterator[Finding]:
    """Find sections, goals, categories and appendices with the same id: they would have the same address."""
    seen: dict[str, tuple[int, str]] = {}
    for position, (field, identity) in enumerate(_ids(items)):
        first, _ = seen.setdefault(slug(identity), (position, identity))
        if first != position:
            yield Finding(record.span(name, position, field), {"id": identity}, (record.span(name, first, field),))


def _ids(items: Iterable[object]) -> Iterator[tuple[str, str]]:
    for item in items:
        if isinstance(item, BaseModel):
            fields = vars(item)
            field = "id" if "id" in fields else "number"
            if field in fields:
                yield field, fields[field]
