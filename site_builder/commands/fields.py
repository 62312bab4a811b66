"""Options made of the fields of a model: `--short-title` is `short_title`; the schema has the words for its help."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar, get_args, get_origin

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_builder.commands.doing import words
from site_builder.editing.edit import Value
from site_builder.foundation.language.field_words import help_of, title_of

Function = TypeVar("Function", bound=Callable[..., object])
SINGLE = (str, int, date, Decimal, Enum)


def options(model: type[BaseModel], without: Collection[str] = ()) -> Callable[[Function], Function]:
    """Return a decorator that gives a command an option for each field without parts, and those of a source."""

    def decorated(function: Function) -> Function:
        for name, option in (("page", "--page"), ("section", "--section"), ("source", "--source")):
            function = click.option(option, f"source_{name}" if name != "source" else name, help=words(name))(function)
        for name, field in reversed(list(_simple(model, without))):
            many = get_origin(field.annotation) is tuple
            text = f"{title_of(name, field)}: {help_of(field)}"
            function = click.option(f"--{name.replace('_', '-')}", name, multiple=many, help=text)(function)
        return function

    return decorated


def given(model: type[BaseModel], found: Mapping[str, object]) -> dict[str, Value]:
    """Return the fields that were given on the command line, each as what the model takes it for."""
    fields: dict[str, Value] = {}
    for name, field in _simple(model, ()):
        value = found.get(name)
        if isinstance(value, str):
            fields[name] = _typed(value, field)
        elif isinstance(value, tuple) and value:
            fields[name] = [str(part) for part in value]
    document, section, page = (found.get(name) for name in ("source", "source_section", "source_page"))
    if isinstance(document, str) and isinstance(section, str):
        place: dict[str, Value] = {"document": document, "section": section}
        fields["sources"] = [{**place, "page": _number(page)} if isinstance(page, str) else place]
    return fields


def _simple(model: type[BaseModel], without: Collection[str]) -> Iterator[tuple[str, FieldInfo]]:
    for name, field in model.model_fields.items():
        if name not in without and _kinds(field.annotation):
            yield name, field


def _kinds(annotation: object) -> tuple[type, ...]:
    """Return the classes of a field of single values or of a list of them; none where it holds anything else."""
    if isinstance(annotation, type):
        return (annotation,) if issubclass(annotation, SINGLE) and annotation is not bool else ()
    parts = [part for part in get_args(annotation) if part not in (type(None), ...)]
    if get_origin(annotation) is not tuple and not isinstance(annotation, type):
        parts = [part for part in parts if isinstance(part, type) or get_args(part)]
    return tuple(kind for part in parts for kind in _kinds(part))


def _typed(value: str, field: FieldInfo) -> Value:
    return _number(value) if int in _kinds(field.annotation) else value


def _number(value: str) -> Value:
    return int(value) if value.isdecimal() else value
