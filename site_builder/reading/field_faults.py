"""A fault in a field as pydantic tells it becomes a diagnostic: our code, its place, and what its message needs."""

import re
from enum import Enum
from typing import Any, get_args

from pydantic import BaseModel

from schema.base import ordered_fields
from schema.vocabulary import SLUG, Reference
from site_builder.foundation.diagnostic import Diagnostic, error
from site_builder.foundation.language.field_words import explained, help_of, title_of
from site_builder.foundation.language.likeness import nearest
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.source import KeyPath, SourceFile
from site_builder.reading.mending.mended import mended

# pydantic's names for faults -> our code. What is not here becomes `bad-format`.
CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "string_pattern_mismatch": "bad-format",
    "string_too_short": "empty-value",
    "string_too_long": "too-long",
    "too_short": "too-few",
    "bool_parsing": "unknown-choice",
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
IN_A_ROW = re.compile(r"[a-z0-9],\s*[a-z0-9]")  # several ids where a list has one
COLON_IN_VALUE = "mapping values are not allowed in this context"  # the parser's own words, which the catalogue has
MENDED = ("bad-format", "bad-number", "bad-date")
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


def diagnostic(source: SourceFile, at: KeyPath, root: type[BaseModel], fault: dict[str, Any]) -> Diagnostic:
    """Return the diagnostic for one fault in a model of the class `root` that stands at `at` in a file."""
    loc: KeyPath = tuple(fault["loc"])
    keys, kind, value = (*at, *loc), fault["type"], fault["input"]
    model, field = _model_at(root, loc)
    code = _code(kind, value)
    if code == "expected-text" and isinstance(value, dict) and len(value) == 1 and _is_one_line(source, keys):
        return error("yaml-syntax", source.place(keys).value, problem=COLON_IN_VALUE)
    if code == "bad-format" and isinstance(loc[-1], int) and IN_A_ROW.search(str(value)):
        code = "expected-list"
    place = source.place(keys[:-1] if kind == "missing" else keys)
    span = place.key or place.value if code in ("unknown-field", "empty-value") else place.value
    values = {**about(model, field), "value": value[:80] if isinstance(value, str) else ""}
    return error(code, span, **values, **_extra(code, model, field, fault))


def _code(kind: str, value: object) -> str:
    if value is None and kind != "extra_forbidden":
        return "empty-value"
    if kind == "enum" and isinstance(value, str):
        return "unknown-choice"
    return SHAPES.get(kind) or CODES.get(kind, "bad-format")


def _is_one_line(source: SourceFile, keys: KeyPath) -> bool:
    """Tell whether one value stands after the only key of a mapping, on the same line: the colon is meant as text."""
    span = source.place(keys).value
    rest = source.lines[span.line - 1][span.column - 1 :].partition(": ")[2].strip()
    return bool(rest) and not rest.startswith((">", "|", "[", "{"))


def about(model: type[BaseModel] | None, field: str) -> dict[str, str]:
    """Return what a message may say of a field: its name, its title and what it is for."""
    info = model.model_fields.get(field) if model else None
    title, description = (title_of(field, info), help_of(info)) if info else (field, "")
    return {"field": field, "title": title, "help": description}


def about_field(root: type[BaseModel], keys: KeyPath) -> dict[str, str]:
    """Return the same of the field that keys lead to, from a model of the class `root`."""
    return about(*_model_at(root, keys))


def _extra(code: str, model: type[BaseModel], field: str, fault: dict[str, Any]) -> dict[str, str]:
    if code == "unknown-field":
        return {"suggestion": meant_field(model, field), "known": ", ".join(ordered_fields(model))}
    if code == "unknown-choice":
        return _of_choices(model, field, fault["input"])
    if code == "expected-mapping":
        inner = _inner_model(model.model_fields[field].annotation) if field in model.model_fields else model
        return {"known": ", ".join(ordered_fields(inner or model))}
    if code in MENDED and isinstance(fault["input"], str):
        info = model.model_fields[field]
        return {"suggestion": mended(info, fault["input"]), "names": _kind_named(info.annotation)}
    return _limit(code, fault)


def _limit(code: str, fault: dict[str, Any]) -> dict[str, str]:
    if code == "out-of-range":
        return {"limit": str(fault["ctx"].get("ge", fault["ctx"].get("le")))}
    if code == "too-long":
        return {"limit": str(fault["ctx"]["max_length"])}
    return {}


def meant_field(model: type[BaseModel], written: str) -> str:
    """Return the field that a misspelt name means, or its title: `målgrupp` is what `target_group` is called."""
    titles = {title_of(name, info): name for name, info in model.model_fields.items()}
    names = titles | {name: name for name in model.model_fields}
    near = nearest(written, names)
    return names[near] if near else ""


def _of_choices(model: type[BaseModel], field: str, written: str) -> dict[str, str]:
    """Return what a choice may be, in the words of the field's help, and the one that is meant: in those words too."""
    info = model.model_fields[field]
    choices = _choices(info.annotation)
    if not choices:
        return _of_truth(written)
    told = {value: words for value, words in explained(help_of(info)).items() if value in choices}
    meant = {words: value for value, words in told.items()} | {value: value for value in choices}
    near = nearest(written, meant)
    known = (f"{value} ({told[value]})" if told.get(value, value) != value else value for value in choices)
    return {"suggestion": meant[near] if near else "", "known": ", ".join(known)}


def _of_truth(written: str) -> dict[str, str]:
    """Return what stands for yes and no, and which of them is meant."""
    words = {value: spoken().list_of(f"words-for-{value}") for value in ("true", "false")}
    meant = next((value for value, known in words.items() if written.casefold() in known), "")
    return {"suggestion": meant, "known": ", ".join(f"{value} ({known[0]})" for value, known in words.items())}


def _kind_named(annotation: object) -> str:
    """Return what kind of thing a field names by its id, empty where it names none."""
    if isinstance(annotation, type) and issubclass(annotation, Reference):
        return annotation.kind if annotation.pattern == SLUG else ""
    return next((found for part in get_args(annotation) if (found := _kind_named(part))), "")


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
