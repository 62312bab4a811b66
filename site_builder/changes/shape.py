"""What the schema says of a field, as the comparison needs it: one value or many, and what kind of value."""

from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel

from schema.vocabulary import Prose, Reference
from site_builder.foundation.language.field_words import title_of
from site_builder.foundation.language.spoken import spoken

# Fields that tell a thing in a list from the others, the first that it has.
IDENTIFYING = (
    "id", "number", "measure", "intervention", "document", "body",
    "name", "title", "year", "date", "language", "source",
)  # fmt: skip
# What a field was called in the content before, where its name has changed.
FORMER_NAMES = {"intervention": "measure"}

NULLS = ("~", "null")


class FieldShape(Struct, frozen=True):
    """A field: its name and title, whether it holds many, and the model or the kind of text of what it holds."""

    name: str
    title: str
    is_many: bool
    model: type[BaseModel] | None
    is_prose: bool
    is_choice: bool
    reference: str

    def in_data(self, data: Any) -> Any:
        """Return what plain data says in this field; None where it says nothing."""
        value = data.get(self.name)
        if value is None and self.name in FORMER_NAMES:
            value = data.get(FORMER_NAMES[self.name])
        return None if not value or value in NULLS else value


def shape_of(model: type[BaseModel]) -> tuple[FieldShape, ...]:
    """Return the fields of a model in their order."""
    return _shape_of(model, spoken().code)


@cache
def _shape_of(model: type[BaseModel], _: str) -> tuple[FieldShape, ...]:
    return tuple(_field(name, title_of(name, info), info.annotation) for name, info in model.model_fields.items())


def identifying(model: type[BaseModel]) -> tuple[FieldShape, ...]:
    """Return the fields that may tell one from the others, the best first."""
    return _identifying(model, spoken().code)


@cache
def _identifying(model: type[BaseModel], _: str) -> tuple[FieldShape, ...]:
    fields = {shape.name: shape for shape in shape_of(model)}
    return tuple(fields[name] for name in IDENTIFYING if name in fields)


def _field(name: str, title: str, annotation: Any) -> FieldShape:
    bare = _bare(annotation)
    is_many = get_origin(bare) is tuple
    inner = _bare(get_args(bare)[0]) if is_many else bare
    kind = inner if isinstance(inner, type) else object
    return FieldShape(
        name=name,
        title=title,
        is_many=is_many,
        model=kind if issubclass(kind, BaseModel) else None,
        is_prose=issubclass(kind, Prose),
        is_choice=issubclass(kind, (StrEnum, bool)),
        reference=kind.kind if issubclass(kind, Reference) else "",
    )


def _bare(annotation: Any) -> Any:
    """Return a type without what may stand around it: `Annotated`, and `None` beside it."""
    while True:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            annotation = inner[0]
        elif origin in (Union, UnionType):
            annotation = next(item for item in inner if item is not type(None))
        else:
            return annotation
