"""A value in the wrong form as it was probably meant: nothing is suggested that the field would not take."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from site_builder.foundation.language.slugs import slug
from site_builder.foundation.language.spoken import spoken

DAY = re.compile(r"(?P<year>\d{4})\D?(?P<month>\d{1,2})\D?(?P<day>\d{1,2})")
DAY_FIRST = re.compile(r"(?P<day>\d{1,2})[/. -]+(?P<month>\d{1,2}|[^\W\d_]+)[/. -]+(?P<year>\d{4})", re.IGNORECASE)
DASH = re.compile("[\u2010-\u2015\u2212]")
QUOTES = re.compile("^[\"'\u00ab\u00bb\u2018-\u201f]+|[\"'\u00ab\u00bb\u2018-\u201f]+$")  # around the value
NUMBER = re.compile(r"-?\d{1,3}(?:[\s\u00a0]?\d{3})*(?:[.,]\d+)?|-?\d+(?:[.,]\d+)?")


def mended(field: FieldInfo, written: str) -> str:
    """Return what the field would take instead, the likeliest first; nothing where nobody can tell."""
    kind: Any = Annotated[field.annotation, field]
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    is_list = any(
        getattr(part, "__origin__", part) is tuple for part in (field.annotation, *get_args(field.annotation))
    )
    for value in _candidates(DASH.sub("-", QUOTES.sub("", " ".join(written.split())))):
        if value != written and _is_taken(adapter, (value,) if is_list else value):
            return value
    return ""


def _is_taken(adapter: TypeAdapter[Any], value: object) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def _candidates(written: str) -> Iterator[str]:
    """Yield ways to write a value: as a day, a number, an address, the number of a measure, a letter or an id."""
    yield from _days(written)
    if NUMBER.fullmatch(written):
        yield re.sub(r"\s", "", written).replace(",", ".")
    yield from _addresses(written)
    yield re.sub(r"(?<=\d)\s*+[.;,-]\s*+(?=\d++$)|(?<!\s)\s*+[:\u2236\uff1a]\s*+", ":", written)
    yield written.upper()
    plan, slash, name = written.rpartition("/")
    yield f"{slug(plan)}{slash}{name}"
    yield slug(written)


def _days(written: str) -> Iterator[str]:
    if match := DAY.fullmatch(written) or DAY_FIRST.fullmatch(written):
        month = match["month"].casefold()
        number = next((place for place, name in enumerate(spoken().months, 1) if name.casefold().startswith(month)), 0)
        yield f"{match['year']}-{int(month) if month.isdigit() else number:02}-{int(match['day']):02}"


def _addresses(written: str) -> Iterator[str]:
    if "." in written and " " not in written and "@" not in written:
        bare = re.sub(r"^(?:https?:)?/*", "", written, flags=re.IGNORECASE)
        yield f"https://{bare}"
        yield f"https://{bare.partition('?')[0].partition('#')[0].rstrip('/')}/"
