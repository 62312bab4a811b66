"""The published contract: a plan's areas, indicators, drafts, goals and target categories."""

from pydantic import Field

from schema.choices import Basis, Outcome
from schema.vocabulary import CategoryId, Number, Version, Year
from site_builder.export.contract.intervention import BASIS, CARRIES_OUT, DETAILS, CarriesOutDetail
from site_builder.export.contract.values import URL, Address, Id, Published, ReferenceNumber, Sources, Value


class Terms(Published):
    """The plan's own words."""

    area: str = Field(title="Område", description="Planens ord för ett område, till exempel fokusområde.")
    measure: str = Field(title="Åtgärd", description="Planens ord för en åtgärd, till exempel insats.")


class Area(Published):
    """An area of the plan."""

    number: int = Field(ge=1, title="Nummer", description="Områdets nummer i planen.")
    title: str | None = Field(title="Titel", description="Områdets rubrik i planen, null om källorna inte anger den.")
    url: Address = Field(title="Adress", description=URL)
    list_title: str | None = Field(
        title="Titel i listan", description="Titeln i planens uppräkning, om den skiljer sig från rubriken."
    )
    lead: str = Field(title="Ingress", description="Området i ett stycke, i redaktionens ord.")
    sources: Sources
    carries_out: tuple[ReferenceNumber, ...] = Field(title="Genomför", description=CARRIES_OUT.format("området"))
    carries_out_details: tuple[CarriesOutDetail, ...] = Field(title="Om genomförandet", description=DETAILS)
    text: str | None = Field(
        title="Text", description="Varför området finns, i redaktionens ord. null om källorna inte säger något."
    )
    short_title: str | None = Field(
        title="Korttitel", description="Vad som görs, för vem, i redaktionens ord. null om titeln själv är kort."
    )


class Measurement(Published):
    """A value in a year."""

    year: Year = Field(title="År", description="Året värdet gäller.")
    value: Value = Field(title="Värde", description="Talet. Noll är ett värde.")


class Indicator(Published):
    """What is measured to see whether a goal is reached."""

    id: Id = Field(title="Id", description="Indikatorns id inom planen.")
    goal: str = Field(title="Mål", description="Målet som indikatorn mäter, som planen anger det.")
    name: str = Field(title="Namn", description="Så som planen benämner indikatorn.")
    baseline: Measurement | None = Field(title="Utgångsvärde", description="null om planen inte anger något.")
    target: Measurement | None = Field(title="Målvärde", description="null om planen inte anger något.")
    values: tuple[Measurement, ...] = Field(
        title="Uppmätta värden", description="Värden efter utgångsvärdet, tom om inga har redovisats."
    )
    unit: str = Field(title="Enhet", description="Vad som räknas, till exempel områden.")
    text: str | None = Field(title="Text", description="Vad indikatorn mäter, i redaktionens ord.")
    url: Address = Field(title="Adress", description=URL)
    sources: Sources
    short_title: str | None = Field(
        title="Korttitel", description="Vad som mäts, i redaktionens ord. null om namnet själv är kort."
    )


class Draft(Published):
    """A draft intervention of an earlier version of the plan."""

    version: Version = Field(title="Version", description="Datum för förslaget, så noga som källan anger det.")
    number: Number | None = Field(title="Nummer", description="Numret i förslaget, null om källan inte anger det.")
    title: str = Field(title="Titel", description="Titeln i förslaget.")
    became: tuple[ReferenceNumber, ...] = Field(title="Blev", description="Numren i den beslutade planen.")
    outcome: Outcome = Field(
        title="Utfall",
        description="kept (kvar), moved (flyttat), split (delat), merged (sammanfört), removed (borttaget), new (nytt) "
        "eller unknown (okänt).",
    )
    note: str | None = Field(title="Kommentar", description="Vad som hände, i redaktionens ord.")
    sources: Sources
    id: Id = Field(title="Id", description="Förslagets id inom planen.")
    continues: tuple[Id, ...] = Field(title="Fortsätter", description="Id för tidigare förslag som det kommer från.")
    basis: Basis = Field(title="Hur vi vet det", description=BASIS)
    views: str | None = Field(title="Synpunkter", description="Vad som sades i remissen, i redaktionens ord.")
    change: str | None = Field(title="Ändring", description="Vad som ändrades efter remissen, i redaktionens ord.")
    url: Address = Field(title="Adress", description=URL)


class Goal(Published):
    """What the plan is to reach."""

    id: Id = Field(title="Id", description="Målets id inom planen.")
    title: str = Field(title="Rubrik", description="Målet i en rad.")
    horizon: str = Field(title="Tidshorisont", description="Till exempel: på lång sikt.")
    text: str = Field(title="Text", description="Målet i redaktionens ord.")
    sources: Sources


class TargetCategory(Published):
    """A category of the people that interventions are aimed at."""

    id: CategoryId = Field(title="Id", description="Kategorins bokstav eller nummer.")
    name: str = Field(title="Namn", description="Kategorins namn.")
    lead: str = Field(title="Ingress", description="Vilka kategorin gäller, i en mening.")
    text: str = Field(title="Text", description="Beskrivning i redaktionens ord.")
    url: Address = Field(title="Adress", description=URL)
    sources: Sources
