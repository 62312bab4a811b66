"""What the fields of the content's files are called, what each is for, and which must be there: from the schema."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, get_args, get_origin

from markupsafe import Markup, escape
from msgspec import Struct
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from schema.vocabulary import Prose, Reference
from site_builder.foundation.language.field_words import help_of, title_of
from site_builder.foundation.language.slugs import slug
from site_builder.meaning import urls
from site_builder.reading.layout import CONTENT, FILE_KINDS, FileKind

BRACKETS = ("[[", "]]")
SPLIT = re.compile(r"(\[\[|\]\])").split


class Field(Struct, frozen=True):
    """A field: its key, its Swedish name and help, what kind of value it has, and the part that stands in it.

    `form` is the key of the words for its kind of value; `choices` are what it may say, where they are few.
    """

    name: str
    title: str
    help: Markup
    form: str
    needed: bool
    part: str = ""
    choices: tuple[str, ...] = ()


class FieldGroup(Struct, frozen=True):
    """The fields of a kind of file, or of a part that stands in several kinds."""

    id: str
    name: str
    title: str
    fields: tuple[Field, ...]


def file_groups(parts: "Parts") -> Iterator[FieldGroup]:
    """Yield the fields of every kind of file, in the order of the table of files; what is met on the way is noted."""
    for kind in FILE_KINDS:
        fields = parts.fields(kind.list_model or kind.model)
        yield FieldGroup(urls.anchor("fil", slug(kind.kind)), path_of(kind), kind.kind, tuple(fields))


def path_of(kind: FileKind) -> str:
    """Return where files of a kind stand, with dots for what differs."""
    return CONTENT + kind.pattern.replace("{plan}", "…").replace("{name}", "…")


class Parts:
    """The models inside the files, each once, called by the first field that it stands in."""

    def __init__(self) -> None:
        self._groups: dict[type[BaseModel], FieldGroup] = {}

    def fields(self, model: type[BaseModel]) -> Iterator[Field]:
        """Yield the fields of a model."""
        for name, info in model.model_fields.items():
            parts = tuple(_types(info.annotation))
            inner = next((part for part in parts if issubclass(part, BaseModel)), None)
            chosen = next((part for part in parts if issubclass(part, Enum)), None)
            yield Field(
                name=name,
                title=title_of(name, info),
                help=_with_brackets(help_of(info)),
                form=_form(info, parts),
                needed=info.is_required(),
                part=self._noted(inner, name, info) if inner else "",
                choices=tuple(str(value.value) for value in chosen) if chosen else (),
            )

    def groups(self) -> tuple[FieldGroup, ...]:
        """Return the parts by their names."""
        return tuple(sorted(self._groups.values(), key=lambda group: (group.name, group.id)))

    def _noted(self, model: type[BaseModel], name: str, info: FieldInfo) -> str:
        """Return the id of a part; one that is new is noted before its own fields are, so that rings end."""
        if model not in self._groups:
            same = sum(group.name == name for group in self._groups.values())
            identity = urls.anchor("del", f"{slug(name)}{f'-{same + 1}' if same else ''}")
            self._groups[model] = FieldGroup(identity, name, title_of(name, info), ())
            self._groups[model] = FieldGroup(identity, name, title_of(name, info), tuple(self.fields(model)))
        return self._groups[model].id


def _types(annotation: Any) -> Iterator[type]:
    """Yield the classes that an annotation is made of."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _types(argument)


def _with_brackets(text: str) -> Markup:
    """Return a text in which the brackets of a reference are shown as what is written."""
    pieces = (Markup("<code>{}</code>").format(piece) if piece in BRACKETS else escape(piece) for piece in SPLIT(text))
    return Markup("").join(pieces)


def _form(info: FieldInfo, parts: tuple[type, ...]) -> str:
    """Return what kind of value a field has, as the key of its words."""
    kinds = (
        (BaseModel, "part"),
        (Reference, "id"),
        (Prose, "prose"),
        (Enum, "choice"),
        (bool, "yes-or-no"),
        (date, "date"),
        ((int, Decimal), "number"),
    )
    name = next((words for kind, words in kinds if any(issubclass(part, kind) for part in parts)), "text")
    return f"{name}s" if get_origin(info.annotation) is tuple and name in ("part", "id", "prose", "text") else name
