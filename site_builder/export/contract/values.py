"""The small parts of the published contract: its base, its kinds of value and the source of a fact.

The contract (docs: open data, version 1) is apart from `schema/`, which may change while v1 may not. Within v1 a key
may be added, never removed or renamed.
"""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

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


class Published(BaseModel):
    """A part of what is published: closed, never changed, every key always there."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
