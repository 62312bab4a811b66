"""The order of the fields, as the schema gives them."""

from typing import get_args

from pydantic import BaseModel

from schema.base import ordered_fields
from site_builder.foundation.source import KeyPath
from site_builder.reading.layout import locate_file
from site_builder.reading.validate import PLAN_KEY


def field_order(path: str, keys: KeyPath = ()) -> tuple[str, ...]:
    """Return the fields of the mapping that keys lead to in a content file, in order; none where nobody can tell."""
    location = locate_file(path)
    if location and location.kind.list_key and not keys:
        return (PLAN_KEY, location.kind.list_key)
    model = model_at(path, keys)
    return ordered_fields(model) if model else ()


def model_at(path: str, keys: KeyPath) -> type[BaseModel] | None:
    """Return the model of what keys lead to in a content file; None where there is none."""
    location = locate_file(path)
    if location is None:
        return None
    kind = location.kind
    if not kind.list_key:
        return _model_at(kind.model, keys)
    return _model_at(kind.model, keys[2:]) if keys else kind.list_model


def _model_at(model: type[BaseModel], keys: KeyPath) -> type[BaseModel] | None:
    found: type[BaseModel] | None = model
    for key in keys:
        if isinstance(key, str):
            field = found.model_fields.get(key) if found else None
            found = _model_in(field.annotation) if field else None
    return found


def _model_in(annotation: object) -> type[BaseModel] | None:
    """Return the model in an annotation such as `tuple[Model, ...]` or `Model | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
