"""What a form needs to know of a field of a model: which classes its values have, and the words of its choices."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import get_args

from pydantic.fields import FieldInfo

from site_builder.editing.edit import Value
from site_builder.foundation.language.field_words import explained, help_of


def classes_of(annotation: object) -> tuple[type, ...]:
    """Return the classes in an annotation, `None` aside."""
    return tuple(_classes(annotation))


def choices_of(field: FieldInfo) -> tuple[tuple[str, str], ...]:
    """Return what a choice may say, each with its word in the field's own help; nothing where it is no choice."""
    told = explained(help_of(field))
    kinds = classes_of(field.annotation)
    found = next((kind for kind in kinds if issubclass(kind, StrEnum)), None)
    return tuple((str(item.value), told.get(item.value, "")) for item in found) if found else ()


def is_yes_or_no(field: FieldInfo) -> bool:
    """Tell whether a field is true or false."""
    return bool in classes_of(field.annotation)


def typed(text: str, field: FieldInfo) -> Value:
    """Return what was written as the field takes it: a number or a day bare, anything else as text."""
    kinds = classes_of(field.annotation)
    if bool in kinds:
        return text == "true" if text in ("true", "false") else text
    if int in kinds and text.isascii() and str(text).isdecimal() and str(int(text)) == text:
        return int(text)
    if Decimal in kinds or float in kinds:
        return _decimal(text)
    return _day(text) if date in kinds else text


def _decimal(text: str) -> Value:
    try:
        found = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return text
    return found if found.is_finite() else text


def _day(text: str) -> Value:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text
    except ValueError:
        return text


def _classes(annotation: object) -> Iterator[type]:
    if isinstance(annotation, type) and not get_args(annotation):
        if annotation is not type(None):
            yield annotation
        return
    for part in get_args(annotation):
        yield from _classes(part)
