"""Indicators: what is measured to see whether the goals are reached. A value that nobody has given is unknown."""

from decimal import Decimal

from pydantic import Field

from schema.base import Model, Sources
from schema.vocabulary import Label, Prose, Slug, Year


class Measurement(Model):
    """A value in a year. Zero is a value; what is unknown is left out."""

    year: Year = Field(title="År", description="Året värdet gäller.")
    value: Decimal = Field(
        max_digits=15, title="Värde", description="Talet, med punkt som decimaltecken. Noll är ett värde."
    )


class Indicator(Model):
    """One file in `indicators/`."""

    id: Slug = Field(title="Id", description="Filens namn utan .yaml; blir ankare på sidan.")
    formerly: tuple[Slug, ...] = Field(
        default=(), title="Förr", description="Id som indikatorn har haft. Hänvisningar till dem gäller den här."
    )
    order: int = Field(ge=1, title="Ordning", description="Indikatorns plats i planens tabell.")
    name: Label = Field(title="Namn", description="Så som planen benämner indikatorn.")
    short_title: Label | None = Field(default=None, title="Korttitel", description="5–8 ord i klarspråk: vad som mäts.")
    goal: Label = Field(title="Mål", description="Målet som indikatorn mäter, så som tabellen anger det.")
    unit: Label = Field(title="Enhet", description="Vad som räknas, till exempel områden.")
    baseline: Measurement | None = Field(
        default=None, title="Utgångsvärde", description="Utelämnas om planen inte anger något."
    )
    target: Measurement | None = Field(
        default=None, title="Målvärde", description="Utelämnas om planen inte anger något."
    )
    values: tuple[Measurement, ...] = Field(
        default=(), title="Uppmätta värden", description="Värden som har redovisats efter utgångsvärdet."
    )
    text: Prose | None = Field(
        default=None, title="Text", description="Vad indikatorn mäter och var siffrorna kommer från."
    )
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")
