"""The small words of the schema: kinds of text and kinds of reference.

Each kind of text is a `str` of its own class, so that whoever walks a record knows from the value alone what it is:
running text, a reference to something, or just a label.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import (
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    GetPydanticSchema,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST = 10_000  # signs of a text: four times the longest that a plan has needed
HOST = r"[\w-]+(\.[\w-]+)*(:[0-9]{1,5})?"
REST = r"""[^\s"<>\\^`{|}]"""  # what a browser would have to rewrite is written with percent signs
NUMBER = r"^[1-9][0-9]{0,3}:[1-9][0-9]{0,3}$"

Label = Annotated[str, StringConstraints(min_length=1, max_length=1_000, pattern=r"^[^\n]*$")]
ShortLabel = Annotated[str, StringConstraints(min_length=1, max_length=24, pattern=r"^[^\n]*$")]
JoinedWord = Annotated[str, StringConstraints(pattern=r"^[a-zåäöé]+(\|[a-zåäöé]+)*$")]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=100)]  # it becomes the name of a file or a folder
# Without quotes it is text to our reader and an integer to an editor's tools.
AreaNumber = Annotated[str, Field(pattern=r"^[1-9][0-9]{0,3}$", json_schema_extra={"type": ["string", "integer"]})]
Number = Annotated[str, StringConstraints(pattern=NUMBER)]
CategoryId = Annotated[str, StringConstraints(pattern=r"^[A-ZÅÄÖ0-9]+$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
Url = Annotated[str, StringConstraints(pattern=rf"^https://{HOST}([/?#]{REST}*)?$")]
SiteUrl = Annotated[str, StringConstraints(pattern=rf"^https://{HOST}/([\w.~%-]+/)*$")]
Year = Annotated[int, Field(ge=1900, le=2100)]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


def _iso_date(value: object) -> object:
    """Refuse what pydantic would read as seconds since 1970: a date is written YYYY-MM-DD."""
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise PydanticCustomError("date_format", "not YYYY-MM-DD")
    return value


IsoDate = Annotated[date, BeforeValidator(_iso_date)]


def _year_or(value: object, day: Callable[[object], date]) -> int | date:
    """Return a year as a year; anything else is to be a day, and what is wrong with it is said of it as a day."""
    return int(value) if isinstance(value, str) and re.fullmatch("(19|20)[0-9]{2}", value) else day(value)


# A year where the source gives no more than that. Not a union, whose faults would be told once for each of its parts.
YearOrDay = Annotated[
    int | date,
    GetPydanticSchema(lambda _, handler: core_schema.no_info_wrap_validator_function(_year_or, handler(IsoDate))),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1900}, {"type": "string", "format": "date"}]}),
]


class Text(str):
    """A string whose class says what kind of text it is; a subclass may narrow it with a `pattern`."""

    __slots__ = ()
    pattern: ClassVar[str | None] = None
    extra: ClassVar[dict[str, str]] = {}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.str_schema(min_length=1, max_length=LONGEST, pattern=cls.pattern, strip_whitespace=True)
        return core_schema.no_info_after_validator_function(cls, text)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), **cls.extra}


class Prose(Text):
    """Running text in Markdown without HTML; may hold references such as `[[2:3]]`."""

    extra: ClassVar[dict[str, str]] = {"format": "markdown"}


class Diarienummer(Text):
    """The number of a case. Its form is the municipality's own, so the settings of the site give it."""

    pattern = r"^[^\n]+$"


class Reference(Text):
    """A string that names something else in the content; `kind` says what kind of thing."""

    kind: ClassVar[str] = ""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**super().__get_pydantic_json_schema__(schema, handler), "x-reference": cls.kind}


class InterventionRef(Reference):
    """`2:3` inside a plan, `plan-id/2:3` across plans."""

    kind = "intervention"
    pattern = r"^([a-z0-9]+(-[a-z0-9]+)*/)?[1-9][0-9]{0,3}:[1-9][0-9]{0,3}$"


class BodyRef(Reference):
    """The id of an organization or of a group of organizations."""

    kind = "body"
    pattern = SLUG


class OrganizationRef(Reference):
    """The id of one organization (not a group)."""

    kind = "organization"
    pattern = SLUG


class DocumentRef(Reference):
    """The id of a document."""

    kind = "document"
    pattern = SLUG


class DecisionRef(Reference):
    """The id of a decision."""

    kind = "decision"
    pattern = SLUG


class PlanRef(Reference):
    """The id of a plan: the name of its folder."""

    kind = "plan"
    pattern = SLUG


class CategoryRef(Reference):
    """The id of a target category of the same plan, such as `A`."""

    kind = "category"
    pattern = r"^[A-ZÅÄÖ0-9]+$"


class IndicatorRef(Reference):
    """The id of an indicator of the same plan."""

    kind = "indicator"
    pattern = SLUG


class TermRef(Reference):
    """The id of a glossary term."""

    kind = "term"
    pattern = SLUG


class DraftRef(Reference):
    """The id of a draft of the same plan."""

    kind = "draft"
    pattern = SLUG


class TargetRef(Reference):
    """Anything that running text can refer to, written as between `[[` and `]]`: `1:4`, `dokument:barnrattsplan`."""

    kind = "target"
    pattern = r"^[^\[\]|\s][^\[\]|\n]*$"
