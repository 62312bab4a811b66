"""The miniature with hostile words in every kind of text field: which fields those are is told by the models alone."""

import types
from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from schema.vocabulary import Reference
from site_builder.reading.layout import locate_file
from site_builder.reading.yaml_reader import parse
from tests.miniature import texts

Field = tuple[str, str]  # the name of a model and of its field
Hostile = Callable[[Any, str], str | None]


def hostile_texts(hostile: Hostile) -> tuple[dict[str, str], set[Field]]:
    """Return the content with what `hostile` makes of every text, and the fields that were reached.

    `hostile` gets the type of a field and its text, and returns another text, or None where none fits.
    """
    walk, made = _Walk(hostile), {}
    for path, text in texts().items():
        location = locate_file(path)
        source = parse(path, text)[0] if location else None
        if location and source:
            model = location.kind.list_model or location.kind.model
            made[path] = yaml.safe_dump(
                walk.model(model, source.data), allow_unicode=True, sort_keys=False, width=10**6
            )
        else:
            made[path] = text
    return made, walk.reached


def fields_of(model: type[BaseModel], hostile: Hostile) -> Iterator[Field]:
    """Yield every field of a model, and of all that it holds, that takes a hostile text."""
    for name, field in model.model_fields.items():
        kind = _kind(field.annotation, field.metadata)
        for leaf in _leaves(kind):
            if isinstance(leaf, type) and issubclass(leaf, BaseModel):
                yield from fields_of(leaf, hostile)
            elif hostile(leaf, "x") is not None:
                yield model.__name__, name


def takes(kind: Any, text: str) -> bool:
    """Tell whether a type is one of texts that somebody writes, and takes this one."""
    plain = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if not (isinstance(plain, type) and issubclass(plain, str)) or issubclass(plain, Reference):
        return False
    try:
        return bool(_adapter(kind).validate_python(text) == text.strip())
    except ValidationError:
        return False


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


class _Walk:
    """A walk through data and its models side by side."""

    def __init__(self, hostile: Hostile) -> None:
        self.hostile, self.reached = hostile, set[Field]()

    def model(self, model: type[BaseModel], data: Any) -> Any:
        """Return the data of a model with other texts."""
        if not isinstance(data, dict):
            return data
        made = dict(data)
        for name, field in model.model_fields.items():
            key = field.alias or name
            if key in made:
                made[key] = self._value(_kind(field.annotation, field.metadata), made[key], (model.__name__, name))
            elif not field.is_required() and (text := self._of_its_own(_kind(field.annotation, field.metadata))):
                self.reached.add((model.__name__, name))
                made[key] = text
        return made

    def _of_its_own(self, kind: Any) -> Any:
        """Return a text, or a list of one, for a field that the miniature leaves out."""
        found = next((text for leaf in _leaves(kind) if (text := self.hostile(leaf, "Ord")) is not None), None)
        return [found] if found and get_origin(kind) is tuple else found

    def _value(self, kind: Any, data: Any, field: Field) -> Any:
        if isinstance(data, list):
            return [self._value(kind, item, field) for item in data]
        for leaf in _leaves(kind):
            if isinstance(leaf, type) and issubclass(leaf, BaseModel) and isinstance(data, dict):
                return self.model(leaf, data)
            if isinstance(data, str) and (text := self.hostile(leaf, data)) is not None:
                self.reached.add(field)
                return text
        if isinstance(data, dict):  # a mapping of names to texts
            return {key: self._value(kind, value, field) for key, value in data.items()}
        return data


def _kind(annotation: Any, metadata: list[Any]) -> Any:
    """Return the type of a field with what narrows it, where that is said of the whole field."""
    return Annotated[annotation, *metadata] if metadata and annotation is str else annotation


def _leaves(kind: Any) -> Iterator[Any]:
    """Yield the types that a type is made of: those in a union, a tuple or a mapping."""
    if get_origin(kind) in (Union, types.UnionType, tuple, list, dict, frozenset):
        for part in get_args(kind):
            if part is not Ellipsis:
                yield from _leaves(part)
    elif get_origin(kind) is Annotated and not (isinstance(get_args(kind)[0], type)):
        yield from _leaves(get_args(kind)[0])
    else:
        yield kind
