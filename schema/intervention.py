"""An intervention: what is to be done, who does it, for whom, and what it is connected with."""

from pydantic import Field

from schema.base import CarriesOut, Model, Sources, Succeeds
from schema.choices import Role, StatedIn
from schema.validity import Validity
from schema.vocabulary import (
    BodyRef,
    CategoryRef,
    DecisionRef,
    DocumentRef,
    IndicatorRef,
    InterventionRef,
    Label,
    Number,
    Prose,
)


class Responsibility(Validity):
    """What some bodies do in the intervention, and what exactly, if the plan says so."""

    role: Role = Field(
        title="Roll", description="coordinating (samordnar), responsible (ansvarar) eller contributing (bidrar)."
    )
    bodies: tuple[BodyRef, ...] = Field(
        default=(), title="Organisationer", description="Id för organisationer eller grupper med rollen."
    )
    scope: Prose | None = Field(
        default=None, title="Omfattning", description="Vad rollen gäller, om planen säger det. I egna ord."
    )


class CrossReference(Model):
    """A connection to another intervention that the plan itself states."""

    intervention: InterventionRef = Field(title="Åtgärd", description="Numret, till exempel 2:3.")
    stated_in: StatedIn = Field(
        default=StatedIn.CONNECTION,
        title="Var det står",
        description="connection (koppling) om planen anger den som koppling, text (löpande text) om den bara nämns.",
    )


class CostEstimate(Model):
    """What a source thinks that the measure costs."""

    sek_per_year: int = Field(ge=0, title="Kronor per år", description="Hela kronor.")
    text: Prose = Field(title="Text", description="Vad kostnaden gäller och vem som har bedömt den, i egna ord.")
    sources: Sources = Field(min_length=1, title="Källor", description="Var bedömningen står.")


class Intervention(Validity):
    """One file in `interventions/`, named by its number with a hyphen: 1:4 is `1-4.yaml`."""

    number: Number = Field(title="Nummer", description="Officiellt nummer, till exempel 1:4.")
    formerly: tuple[Number, ...] = Field(
        default=(), title="Förr", description="Nummer som åtgärden har haft. Gamla adresser leder hit."
    )
    replaces: tuple[InterventionRef, ...] = Field(
        default=(), title="Ersätter", description="Numren på den eller de åtgärder som den här trädde i stället för."
    )
    title: Label = Field(title="Titel", description="Så som rubriken lyder i planen.")
    short_title: Label | None = Field(
        default=None, title="Korttitel", description="5–8 ord i klarspråk: vad som görs, för vem."
    )
    official_title: Label | None = Field(
        default=None,
        title="Ordalydelse",
        description="Hela ordalydelsen, om planen inte ger åtgärden någon rubrik och title är redaktionens kortform.",
    )
    table_title: Label | None = Field(
        default=None, title="Titel i faktatabellen", description="Titeln i planens faktatabell, om den skiljer sig."
    )
    lead: Prose = Field(title="Ingress", description="Vad staden ska göra, i ett stycke klarspråk.")
    expected_result: Prose | None = Field(
        default=None, title="Förväntat resultat", description="I egna ord. Utelämnas om planen inte anger något."
    )
    when: Label | None = Field(
        default=None,
        title="När",
        description="När det ska vara gjort, om planen säger det. Utelämnas om planen inte anger någon tid.",
    )
    target_group: Prose | None = Field(
        default=None, title="Målgrupp", description="I egna ord. Utelämnas om planen inte anger någon."
    )
    target_categories: tuple[CategoryRef, ...] = Field(
        default=(), title="Målgruppskategorier", description="Kategorier som planen anger, till exempel A."
    )
    responsibilities: tuple[Responsibility, ...] = Field(
        default=(), title="Ansvar", description="Vilka som samordnar, ansvarar och bidrar."
    )
    unknown_responsibility: Prose | None = Field(
        default=None,
        title="Okänt ansvar",
        description="Om källorna inte säger vilka som ansvarar: vad de säger i stället.",
    )
    background: Prose | None = Field(default=None, title="Varför", description="Varför åtgärden finns, i egna ord.")
    actions: tuple[Prose, ...] = Field(
        default=(), title="Vad som ska göras", description="En punkt för varje sak som ska göras, i egna ord."
    )
    indicators: tuple[IndicatorRef, ...] = Field(
        default=(),
        title="Indikatorer",
        description="Indikatorer som enligt planen mäter just den här åtgärden. Utelämnas om den inte har någon egen.",
    )
    references: tuple[CrossReference, ...] = Field(
        default=(), title="Kopplingar", description="Andra åtgärder som planens text kopplar till."
    )
    documents: tuple[DocumentRef, ...] = Field(
        default=(), title="Dokument", description="Dokument som åtgärdens text nämner."
    )
    decisions: tuple[DecisionRef, ...] = Field(
        default=(), title="Beslut", description="Beslut som åtgärdens text nämner."
    )
    cost: CostEstimate | None = Field(
        default=None, title="Kostnad", description="Uppskattad kostnad, om en källa anger den."
    )
    succeeds: tuple[Succeeds, ...] = Field(
        default=(),
        title="Kommer från",
        description="Åtgärder i planen före som den här för vidare, eller att den är ny. Utelämnas om ingen vet.",
    )
    carries_out: tuple[CarriesOut, ...] = Field(
        default=(), title="Genomför", description="Åtgärder i andra planer som den här genomför."
    )
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")
