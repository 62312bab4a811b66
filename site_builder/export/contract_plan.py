"""The published contract: a plan with its areas, interventions, indicators and drafts."""

from pydantic import Field

from schema.choices import Outcome, Role, StatedIn
from schema.vocabulary import CategoryId, Number, Version, Year
from site_builder.export.contract_values import URL, Address, Id, Published, ReferenceNumber, Sources, Value


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


class Responsibility(Published):
    """What one organization does in an intervention."""

    organization: Id = Field(title="Organisation", description="Id för organisationen, i organizations.")
    role: Role = Field(
        title="Roll", description="coordinating (samordnar), responsible (ansvarar) eller contributing (bidrar)."
    )
    scope: str | None = Field(title="Omfattning", description="Vad rollen gäller, null om planen inte säger det.")
    via: Id | None = Field(
        title="Genom gruppen",
        description="Id för gruppen som uppgiften kommer från, i organization_groups. null om planen nämner "
        "organisationen själv.",
    )


class ReferenceDetail(Published):
    """How the plan states a connection."""

    reference: ReferenceNumber = Field(title="Koppling", description="Numret, som i references.")
    stated_in: StatedIn = Field(
        title="Var det står", description="connection om planen anger en koppling, text om den nämns i löpande text."
    )
    mutual: bool = Field(title="Ömsesidig", description="Om planen anger kopplingen också i andra riktningen.")


class Intervention(Published):
    """An intervention: a measure of the plan, whatever the plan itself calls it."""

    number: Number = Field(title="Nummer", description="Officiellt nummer, till exempel 1:4. Alltid text.")
    title: str = Field(title="Titel", description="Rubriken i planen.")
    area: int = Field(ge=1, title="Område", description="Numret på området, i areas.")
    url: Address = Field(title="Adress", description=URL)
    expected_result: str | None = Field(
        title="Förväntat resultat", description="I redaktionens ord, null om planen inte anger något."
    )
    target_group: str | None = Field(
        title="Målgrupp", description="I redaktionens ord, null om planen inte anger någon."
    )
    target_categories: tuple[CategoryId, ...] = Field(
        title="Målgruppskategorier", description="Id för kategorier som planen anger, i planens target_categories."
    )
    responsibilities: tuple[Responsibility, ...] = Field(
        title="Ansvar", description="En post för varje organisation. En grupps uppgift står en gång för varje medlem."
    )
    references: tuple[ReferenceNumber, ...] = Field(
        title="Kopplas till", description="Åtgärder som planens egen text kopplar till. Annan plan: plan-id/nummer."
    )
    referenced_by: tuple[ReferenceNumber, ...] = Field(
        title="Nämns av", description="Åtgärder som anger en koppling hit. Uträknat från references."
    )
    carries_out: tuple[ReferenceNumber, ...] = Field(
        title="Genomför", description="Åtgärder i andra planer som den här genomför, skrivna plan-id/nummer."
    )
    cost_sek_per_year: int | None = Field(
        title="Kostnad per år", description="Uppskattad kostnad i kronor per år, null om källan inte anger den."
    )
    sources: Sources
    table_title: str | None = Field(
        title="Titel i faktatabellen", description="Titeln i planens faktatabell, om den skiljer sig från rubriken."
    )
    lead: str = Field(title="Ingress", description="Vad som ska göras, i ett stycke i redaktionens ord.")
    background: str | None = Field(title="Varför", description="Varför åtgärden finns, i redaktionens ord.")
    actions: tuple[str, ...] = Field(
        title="Vad som ska göras", description="En post för varje sak som ska göras, i redaktionens ord."
    )
    reference_details: tuple[ReferenceDetail, ...] = Field(
        title="Om kopplingarna", description="Hur planen anger var och en av kopplingarna i references."
    )
    documents: tuple[Id, ...] = Field(title="Dokument", description="Id för dokument som åtgärdens text nämner.")
    decisions: tuple[Id, ...] = Field(title="Beslut", description="Id för beslut som åtgärdens text nämner.")


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
