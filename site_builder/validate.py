"""Parsed data to models: one diagnostic for each field that is wrong, at the place of the fault."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from site_builder.diagnostic import Diagnostic, error
from site_builder.layout import Location
from site_builder.source import KeyPath, Record, SourceFile
from site_builder.swedish import nearest

# pydantic's names for faults -> our code. What is not here becomes `bad-value`.
CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "enum": "unknown-choice",
    "string_pattern_mismatch": "bad-format",
    "string_too_short": "empty-value",
    "too_short": "too-few",
    "int_parsing": "bad-number",
    "int_from_float": "bad-number",
    "decimal_parsing": "bad-number",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "date_format": "bad-date",
    "date_parsing": "bad-date",
    "date_from_datetime_parsing": "bad-date",
    "date_from_datetime_inexact": "bad-date",
}
SHAPES = {
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "tuple_type": "list",
    "list_type": "list",
    "string_type": "text",
    "int_type": "text",
    "decimal_type": "text",
    "date_type": "text",
    "enum_type": "text",
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
    entries, diagnostics = [], list(_list_faults(source, location.kind.list_key))
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
    try:
        model = location.kind.model.model_validate(data)
    except ValidationError as faults:
        root = location.kind.model
        found = [dict(fault) for fault in faults.errors(include_url=False)]
        return None, [_diagnostic(source, at, root, fault) for fault in found if not _follows_on(fault)]
    return Record(model, source, at, location.plan), []


def _follows_on(fault: Mapping[str, Any]) -> bool:
    """Tell whether a list is called too short only because its items are wrong, which is told of each item."""
    return bool(fault["type"] == "too_short" and len(fault["input"]) >= fault["ctx"]["min_length"])


def _items(data: object, key: str) -> list[Any]:
    items = data.get(key) if isinstance(data, Mapping) else None
    return items if isinstance(items, list) else []


def _list_faults(source: SourceFile, key: str) -> Iterator[Diagnostic]:
    place = source.place(())
    if not isinstance(source.data, Mapping):
        yield error("wrong-shape", place.value, expected="mapping", field=key)
        return
    for unknown in [name for name in source.data if name != key]:
        at = source.place((unknown,))
        yield error("unknown-field", at.key or at.value, field=str(unknown), suggestion=key)
    if key not in source.data:
        yield error("missing-field", place.value, field=key)
    elif not isinstance(source.data[key], list):
        yield error("wrong-shape", source.place((key,)).value, expected="list", field=key)


def _diagnostic(source: SourceFile, at: KeyPath, root: type[BaseModel], fault: dict[str, Any]) -> Diagnostic:
    loc: KeyPath = tuple(fault["loc"])
    keys, kind, value = (*at, *loc), fault["type"], fault.get("input")
    model, field = _model_at(root, loc)
    code = CODES.get(kind, "wrong-shape" if kind in SHAPES else "bad-value")
    if value is None and kind != "missing":
        code = "empty-value"
    place = source.place(keys[:-1] if kind == "missing" else keys)
    span = place.key or place.value if code in ("unknown-field", "empty-value") else place.value
    values = {"field": field, "title": _title(model, field), "value": "" if value is None else str(value)[:80]}
    return error(code, span, **values, **_extra(code, kind, model, field, fault))


def _extra(code: str, kind: str, model: type[BaseModel], field: str, fault: dict[str, Any]) -> dict[str, str]:
    context = fault.get("ctx", {})
    if code == "unknown-field":
        return {"suggestion": nearest(field, model.model_fields) or "", "known": ", ".join(model.model_fields)}
    if code == "unknown-choice":
        choices = _choices(model.model_fields[field].annotation)
        return {"suggestion": nearest(str(fault["input"]), choices) or "", "known": ", ".join(choices)}
    if code == "wrong-shape":
        return {"expected": SHAPES[kind]}
    if code == "out-of-range":
        return {"limit": str(context.get("ge", context.get("le")))}
    return {"detail": str(fault["msg"])} if code == "bad-value" else {}


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


def _title(model: type[BaseModel], field: str) -> str:
    info = model.model_fields.get(field)
    return info.title or field if info else field
