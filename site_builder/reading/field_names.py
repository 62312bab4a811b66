"""The name of every field that some kind of file has, and the Swedish title of each."""

from collections.abc import Iterator
from functools import lru_cache
from typing import get_args

from pydantic import BaseModel

from site_builder.reading.layout import FILE_KINDS


def models_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield a model and all that its fields hold, each perhaps more than once."""
    yield model
    for field in model.model_fields.values():
        yield from _models_of(field.annotation)


def _models_of(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from models_in(annotation)
    for part in get_args(annotation):
        yield from _models_of(part)


@lru_cache(maxsize=1)
def field_names() -> frozenset[str]:
    """Return the name of every field of every kind of file."""
    models = {found for kind in FILE_KINDS for found in models_in(kind.list_model or kind.model)}
    return frozenset(name for model in models for name in model.model_fields)
