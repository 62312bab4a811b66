"""Parsed data to models: one diagnostic for each field that is wrong, at the place of the fault."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from site_builder.diagnostic import Diagnostic, error
from site_builder.layout import FileKind, Location
from site_builder.source import KeyPath, Record, SourceFile
from site_builder.swedish import nearest

# pydantic's names for faults -> our code. What is not here becomes `bad-format`.
CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "string_pattern_mismatch": "bad-format",
    "string_too_short": "empty-value",
    "too_short": "too-few",
    "int_parsing": "bad-number",
    "int_parsing_size": "bad-number",
    "decimal_parsing": "bad-number",
    "decimal_max_digits": "bad-number",
    "finite_number": "bad-number",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "date_format": "bad-date",
    "date_from_datetime_parsing": "bad-date",
}
# pydantic's names for a list, a mapping or a text where another of them belongs -> our code.
SHAPES = {
    "model_type": "expected-mapping",
    "tuple_type": "expected-list",
    "string_type": "expected-text",
    "int_type": "expected-text",
    "decimal_type": "expected-text",
    "date_type": "expected-text",
    "enum": "expected-text",
}


@dataclass(frozen=True)
class Identity:
    """What a thing is called inside the content: its kind, its plan (empty outside plans) and its id."""

    kind: str
    plan: str
    id: str


@dataclass(frozen=True)
class Entry:
    """A thing in the content. The record is None where the thing exists but is not valid."""

    identity: Identity
    record: Record[BaseModel] | None


def validate(source: SourceFile, location: Location) -> tuple[list[Entry], list[Diagnostic]]:
    """Return every thing in a file, valid or not, and one diagnostic for each field that is wrong."""
    if not location.kind.list_key:
        record, faults = _record(source, location, ())
        return [Entry(Identity(location.kind.kind, location.plan, location.id), record)], faults
    entries, diagnostics = [], list(_list_faults(source, location.kind))
    for number, item in enumerate(_items(source.data, location.kind.list_key)):
        record, faults = _record(source, location, (location.kind.list_key, number))
        identity = item.get(location.kind.id_field) if isinstance(item, Mapping) else None
        entries.append(Entry(Identity(location.kind.kind, location.plan, str(identity or "")), record))
        diagnostics += faults
    return entries, diagnostics


def _record(source: SourceFile, location: Location, at: KeyPath) -> tuple[Record[BaseModel] | None, list[Diagnostic]]:
    data: Any = source.data
    for key in at:
        data = data[key]
    root = location.kind.model
    try:
        model = root.model_validate(data)
    except ValidationError as faults:
        found: list[dict[str, Any]] = [dict(fault) for fault in faults.errors(include_url=False)]
        told = [(fault, _diagnostic(source, at, root, fault)) for fault in found]
        meant = {
            (*fault["loc"][:-1], item.values["suggestion"]) for fault, item in told if item.code == "unknown-field"
        }
        return None, [item for fault, item in told if not _follows_on(fault, meant)]
    return Record(model, source, at, location.plan), []


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
        yield error("expected-mapping", place.value, field=key)
        return
    for unknown in [name for name in value if name != key]:
        at = source.place((unknown,))
        yield error("unknown-field", at.key or at.value, field=str(unknown), suggestion=key, known=key)
    about = _about(kind.list_model, key)
    if not value:
        yield error("missing-field", place.value, **about)
    elif key not in value:
        return
    elif value[key] is None:
        yield error("empty-value", source.place((key,)).key or place.value, **about)
    elif not isinstance(value[key], list):
        yield error("expected-list", source.place((key,)).value, **about)


def _diagnostic(source: SourceFile, at: KeyPath, root: type[BaseModel], fault: dict[str, Any]) -> Diagnostic:
    loc: KeyPath = tuple(fault["loc"])
    keys, kind, value = (*at, *loc), fault["type"], fault["input"]
    model, field = _model_at(root, loc)
    code = _code(kind, value)
    place = source.place(keys[:-1] if kind == "missing" else keys)
    span = place.key or place.value if code in ("unknown-field", "empty-value") else place.value
    values = {**_about(model, field), "value": value[:80] if isinstance(value, str) else ""}
    return error(code, span, **values, **_extra(code, model, field, fault))


def _code(kind: str, value: object) -> str:
    if value is None and kind != "extra_forbidden":
        return "empty-value"
    if kind == "enum" and isinstance(value, str):
        return "unknown-choice"
    return SHAPES.get(kind) or CODES.get(kind, "bad-format")


def _about(model: type[BaseModel] | None, field: str) -> dict[str, str]:
    """Return what a message may say of a field: its name, its Swedish title and what it is for."""
    info = model.model_fields.get(field) if model else None
    title, description = (info.title, info.description) if info else (field, "")
    return {"field": field, "title": title or field, "help": description or ""}


def _extra(code: str, model: type[BaseModel], field: str, fault: dict[str, Any]) -> dict[str, str]:
    if code == "unknown-field":
        return {"suggestion": nearest(field, model.model_fields) or "", "known": ", ".join(model.model_fields)}
    if code == "unknown-choice":
        choices = _choices(model.model_fields[field].annotation)
        return {"suggestion": nearest(fault["input"], choices) or "", "known": ", ".join(choices)}
    if code == "out-of-range":
        return {"limit": str(fault["ctx"].get("ge", fault["ctx"].get("le")))}
    return {}


def _model_at(root: type[BaseModel], loc: KeyPath) -> tuple[type[BaseModel], str]:
    """Return the innermost model that `loc` leads into and the name of the field there."""
    model, field = root, ""
    for key in loc:
        if not isinstance(key, str):
            continue
        if field and (inner := _inner_model(model.model_fields[field].annotation)):
            model = inner
        field = key
        if field not in model.model_fields:
            break
    return model, field


def _inner_model(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner_model(part))), None)


def _choices(annotation: object) -> list[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(member.value) for member in annotation]
    return next((found for part in get_args(annotation) if (found := _choices(part))), [])
