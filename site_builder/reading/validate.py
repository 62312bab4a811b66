"""Parsed data to models: one diagnostic for each field that is wrong, at the place of the fault."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from msgspec import Struct
from pydantic import BaseModel, ValidationError, create_model

from schema.base import MeansPlan
from site_builder.foundation.diagnostic import Diagnostic, error
from site_builder.foundation.language.likeness import nearest
from site_builder.foundation.source import KeyPath, Record, SourceFile
from site_builder.reading.field_faults import about, about_field, diagnostic, meant_field
from site_builder.reading.layout import FileKind, Location

Found = Record[BaseModel] | None
PLAN_KEY = "plan"


class Identity(Struct, frozen=True):
    """What a thing is called inside the content: its kind, its plan (empty outside plans) and its id."""

    kind: str
    plan: str
    id: str


Known = tuple[Identity, Record[BaseModel]]  # a thing with what it is known by


class Entry(Struct, frozen=True):
    """A thing in the content.

    The record is None where the thing exists but is not valid; `remains` then holds the fields that are, so that what
    they say can be checked in the same run.
    """

    identity: Identity
    record: Record[BaseModel] | None
    remains: Record[BaseModel] | None = None


def validate(source: SourceFile, location: Location) -> tuple[list[Entry], list[Diagnostic]]:
    """Return every thing in a file, valid or not, and one diagnostic for each field that is wrong."""
    if not location.kind.list_key:
        record, remains, faults = _record(source, location, ())
        return [Entry(Identity(location.kind.kind, location.plan, location.id), record, remains)], faults
    entries, diagnostics = [], list(_list_faults(source, location.kind))
    for number, item in enumerate(_items(source.data, location.kind.list_key)):
        record, remains, faults = _record(source, location, (location.kind.list_key, number))
        identity = item.get(location.kind.id_field) if isinstance(item, Mapping) else None
        entries.append(Entry(Identity(location.kind.kind, location.plan, str(identity or "")), record, remains))
        diagnostics += faults
    return entries, diagnostics


def _record(source: SourceFile, location: Location, at: KeyPath) -> tuple[Found, Found, list[Diagnostic]]:
    """Return the record if it is valid, else what remains of it and its faults."""
    data: Any = source.data
    for key in at:
        data = data[key]
    root, plan_meant = location.kind.model, _meant_plan(source, location.kind)
    try:
        model = root.model_validate(data)
    except ValidationError as faults:
        found: list[dict[str, Any]] = [dict(fault) for fault in faults.errors(include_url=False)]
        told = [(fault, diagnostic(source, at, root, fault)) for fault in found]
        meant = {
            (*fault["loc"][:-1], item.values["suggestion"]) for fault, item in told if item.code == "unknown-field"
        }
        remains = _remains(root, data, {str(fault["loc"][0]) for fault in found if fault["loc"]})
        kept = Record(remains, source, at, location.plan, plan_meant) if remains else None
        faults_told = [item for fault, item in told if not _follows_on(fault, meant)]
        places = {item.span for item in faults_told}
        return (
            None,
            kept,
            [*faults_told, *(item for item in _empties(source, at, root) if item.span not in places)],
        )
    return Record(model, source, at, location.plan, plan_meant), None, list(_empties(source, at, root))


def _empties(source: SourceFile, at: KeyPath, root: type[BaseModel]) -> Iterator[Diagnostic]:
    """Find fields that are there with nothing in them, also where they may be left out: somebody meant to fill them."""
    for keys in source.empty:
        if keys[: len(at)] == at and keys != at:
            place = source.place(keys)
            yield error("empty-value", place.key or place.value, **about_field(root, keys[len(at) :]), value="")


def _meant_plan(source: SourceFile, kind: FileKind) -> str:
    """Return the plan that a file outside the plans says that its bare numbers mean."""
    given = source.data.get(PLAN_KEY) if kind.may_mean_plan and isinstance(source.data, Mapping) else None
    return given if isinstance(given, str) else ""


def _remains(root: type[BaseModel], data: object, broken: set[str]) -> BaseModel | None:
    """Return the model with every field that is right; those that are not, are None."""
    if not isinstance(data, Mapping):
        return None
    absent: dict[str, Any] = {name: (object, None) for name in root.model_fields if name in broken}
    loose = create_model(root.__name__, __base__=root, **absent)
    return loose.model_validate({key: value for key, value in data.items() if key not in broken})


def _follows_on(fault: Mapping[str, Any], meant: Collection[KeyPath]) -> bool:
    """Tell whether a fault only follows from another that is told.

    A misspelt key is missing under its right name; a list is called too short because its items are wrong.
    """
    if fault["type"] == "missing":
        return tuple(fault["loc"]) in meant
    return bool(fault["type"] == "too_short" and len(fault["input"]) >= fault["ctx"]["min_length"])


def _items(data: object, key: str) -> list[Any]:
    items = data.get(key) if isinstance(data, Mapping) else None
    return items if isinstance(items, list) else []


def _list_faults(source: SourceFile, kind: FileKind) -> Iterator[Diagnostic]:
    place, key, value = source.place(()), kind.list_key, source.data
    if not isinstance(value, Mapping):
        yield error("expected-mapping", place.value, field=key, known=key)
        return
    known = (key, PLAN_KEY) if kind.may_mean_plan else (key,)
    for unknown in [name for name in value if name not in known]:
        at = source.place((unknown,))
        words = {"suggestion": _meant_key(kind, str(unknown), known), "known": ", ".join(known)}
        yield error("unknown-field", at.key or at.value, field=str(unknown), **words)
    if PLAN_KEY in value and PLAN_KEY in known:
        yield from _plan_faults(source)
    words = about(kind.list_model, key)
    if not value:
        yield error("missing-field", place.value, **words)
    elif key not in value:
        return
    elif value[key] is None:
        yield error("empty-value", source.place((key,)).key or place.value, **words)
    elif not isinstance(value[key], list):
        yield error("expected-list", source.place((key,)).value, **words)


def _meant_key(kind: FileKind, written: str, known: Collection[str]) -> str:
    near = meant_field(kind.list_model, written) if kind.list_model else ""
    return near or nearest(written, known) or kind.list_key


def _plan_faults(source: SourceFile) -> Iterator[Diagnostic]:
    """Find what is wrong with the plan that a list file says that it means; no model has such a file as a whole."""
    given = source.data.get(PLAN_KEY) if isinstance(source.data, Mapping) else None
    try:
        MeansPlan.model_validate({PLAN_KEY: given})
    except ValidationError as faults:
        yield from (diagnostic(source, (), MeansPlan, dict(fault)) for fault in faults.errors(include_url=False))
