"""The small parts of the published contract: its base, its kinds of value and the source of a fact.

The contract (docs: open data, version 1) is apart from `schema/`, which may change while v1 may not. Within v1 a key
may be added, never removed or renamed.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import new_class
from typing import Annotated, Any, ClassVar, cast, dataclass_transform

from msgspec import Struct, StructMeta
from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema

from schema.choices import Precision
from schema.vocabulary import NUMBER, SLUG

GENERAL = "true om redaktionen förklarar allmänt vad det är och källorna inte gör det."
PRECISION = "day om källorna anger dagen, year om de bara anger året. Då är dagen uträknad av oss. Annars null."
URL = "Adressen på webbplatsen, från dess rot."

Day = date  # a field may be called `date`, which would hide the type
Id = Annotated[str, StringConstraints(pattern=SLUG)]
Address = Annotated[
    str,
    StringConstraints(pattern=r"^/\S*$"),
    Field(json_schema_extra={"format": "uri-reference"}),
]
ReferenceNumber = Annotated[str, StringConstraints(pattern=rf"^([a-z0-9]+(-[a-z0-9]+)*/)?{NUMBER[1:]}")]
Value = Annotated[int | float, WithJsonSchema({"type": "number"})]


class _PublishedMeta(StructMeta):
    """Puts what the fields of a class say aside: to msgspec it would be their defaults, and they have none."""

    def __new__(cls, name: str, bases: tuple[type, ...], members: dict[str, Any], **_: bool) -> "_PublishedMeta":
        said = {field: value for field, value in members.items() if isinstance(value, FieldInfo)}
        left = {member: value for member, value in members.items() if member not in said}
        return super().__new__(cls, name, bases, {**left, "SAID": said}, frozen=True, kw_only=True)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class Published(Struct, metaclass=_PublishedMeta, frozen=True):  # which mypy has to read here
    """A part of what is published: never changed, every key always there.

    It is made of content that has been validated, and is not validated once more: what it may hold, its fields say to
    mypy and to the published schema, which tests hold what is published against.
    """

    SAID: ClassVar[Mapping[str, FieldInfo]]
    FILE_TITLE: ClassVar[str] = ""

    @classmethod
    def __get_pydantic_core_schema__(cls, _: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler(model_of(cls))


@cache
def model_of(part: type[Published]) -> type[BaseModel]:
    """Return a part of what is published as a model, of which its schema is made, with the same name and fields."""
    named = {name: getattr(part, name) for name in ("__module__", "__qualname__", "__annotations__")}
    members = {**named, **part.SAID, "model_config": ConfigDict(extra="forbid", title=part.FILE_TITLE or None)}
    return cast(type[BaseModel], new_class(part.__name__, (BaseModel,), exec_body=lambda body: body.update(members)))


class Source(Published):
    """Where a fact stands."""

    document: Id = Field(title="Dokument", description="Id för dokumentet, i documents.")
    section: str = Field(title="Avsnitt", description="Rubriken i dokumentet där uppgiften står.")
    page: int | None = Field(title="Sida", description="Sidnumret, null om dokumentet inte har något för rubriken.")


Sources = Annotated[
    tuple[Source, ...], Field(title="Källor", description="Dokument och avsnitt där uppgifterna är hämtade.")
]


class Validity(Published):
    """From and to when something holds, as far as the sources say, and by which decisions."""

    valid_from: Day | None = Field(title="Från", description="Första dagen, null om källorna inte säger något.")
    valid_from_precision: Precision | None = Field(title="Noggrannhet för början", description=PRECISION)
    valid_to: Day | None = Field(title="Till och med", description="Sista dagen, null om källorna inte säger något.")
    valid_to_precision: Precision | None = Field(title="Noggrannhet för slutet", description=PRECISION)
    added_by: Id | None = Field(title="Tillkom genom", description="Id för beslutet, i decisions. null om okänt.")
    ended_by: Id | None = Field(title="Upphörde genom", description="Id för beslutet, i decisions. null om okänt.")


When = Annotated[
    Validity | None, Field(title="Tid", description="Från och till när, null om källorna inte säger något om det.")
]
InForce = Annotated[
    bool,
    Field(
        title="Gäller",
        description="false om det har upphört, eller inte har börjat, den dag som filen är gjord för.",
    ),
]


class Section(Published):
    """A headed piece of running text."""

    id: Id = Field(title="Id", description="Avsnittets id på sidan.")
    heading: str = Field(title="Rubrik", description="Avsnittets rubrik.")
    text: str = Field(title="Text", description="Texten, i redaktionens ord.")
    sources: Sources
