"""The published contract: an intervention, who does what in it, and what it is connected with."""

from pydantic import Field

from schema.choices import Basis, Role, StatedIn
from schema.vocabulary import CategoryId, Number
from site_builder.export.contract.succession import Succeeds
from site_builder.export.contract.values import URL, Address, Id, InForce, Published, ReferenceNumber, Sources, When

BASIS = (
    "stated om en källa säger det, mentioned om källan bara nämner den andra åtgärden, worked_out om redaktionen har "
    "bedömt det."
)
CARRIES_OUT = (
    "Åtgärder i andra planer som {} genomför, nämner eller hör ihop med, skrivna plan-id/nummer. Vilket det är står i "
    "basis i carries_out_details."
)
DETAILS = "Hur vi vet om åtgärderna i carries_out, i samma ordning."


class CarriesOutDetail(Published):
    """How we know that a measure of another plan is carried out."""

    reference: ReferenceNumber = Field(title="Åtgärd", description="plan-id/nummer, som i carries_out.")
    basis: Basis = Field(title="Hur vi vet det", description=BASIS)
    note: str | None = Field(title="Kommentar", description="Vad källan säger, eller vad redaktionen bygger på.")
    sources: Sources


class CarriedOutBy(Published):
    """An area or an intervention of another plan that carries this intervention out."""

    plan: Id = Field(title="Plan", description="Id för den andra planen.")
    area: int | None = Field(title="Område", description="Områdets nummer, null om det är en enskild åtgärd.")
    number: Number | None = Field(title="Nummer", description="Åtgärdens nummer, null om det är ett helt område.")
    basis: Basis = Field(title="Hur vi vet det", description=BASIS)


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
    validity: When


class Cost(Published):
    """What a source thinks that an intervention costs."""

    sek_per_year: int = Field(ge=0, title="Kronor per år", description="Som i cost_sek_per_year.")
    text: str = Field(title="Text", description="Vad kostnaden gäller och vem som bedömt den, i redaktionens ord.")
    sources: Sources


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
        title="Ansvar",
        description="De uppgifter som gäller: en post för varje organisation. En grupps uppgift står en gång för varje "
        "medlem.",
    )
    references: tuple[ReferenceNumber, ...] = Field(
        title="Kopplas till", description="Åtgärder som planens egen text kopplar till. Annan plan: plan-id/nummer."
    )
    referenced_by: tuple[ReferenceNumber, ...] = Field(
        title="Nämns av", description="Åtgärder som anger en koppling hit. Uträknat från references."
    )
    carries_out: tuple[ReferenceNumber, ...] = Field(
        title="Genomför", description=f"{CARRIES_OUT.format('den här')} Bara åtgärdens egna, inte områdets."
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
    official_title: str | None = Field(
        title="Ordalydelse", description="Hela ordalydelsen, om planen inte ger åtgärden någon rubrik. Annars null."
    )
    unknown_responsibility: str | None = Field(
        title="Okänt ansvar", description="Vad källorna säger, där de inte säger vilka som ansvarar. Annars null."
    )
    cost: Cost | None = Field(title="Kostnad", description="Om kostnaden i cost_sek_per_year, null om den är det.")
    carries_out_details: tuple[CarriesOutDetail, ...] = Field(title="Om genomförandet", description=DETAILS)
    carried_out_by: tuple[CarriedOutBy, ...] = Field(
        title="Genomförs av", description="Områden och åtgärder som har den här i carries_out. Uträknat; läs basis."
    )
    short_title: str | None = Field(
        title="Korttitel", description="Vad som görs, för vem, i redaktionens ord. null om titeln själv är kort."
    )
    succeeds: tuple[Succeeds, ...] = Field(
        title="Kommer från", description="Vad åtgärden är till planen före. Tomt om ingen vet."
    )
    validity: When
    in_force: InForce
    replaces: tuple[ReferenceNumber, ...] = Field(
        title="Ersätter", description="Åtgärder som den här trädde i stället för. Annan plan: plan-id/nummer."
    )
    replaced_by: tuple[ReferenceNumber, ...] = Field(
        title="Ersatt av", description="Åtgärder som trädde i stället för den här. Uträknat från replaces."
    )
    other_responsibilities: tuple[Responsibility, ...] = Field(
        title="Ansvar i annan tid", description="Uppgifter som har upphört eller inte har börjat. Läs validity."
    )
    indicators: tuple[Id, ...] = Field(
        title="Indikatorer", description="Id för indikatorer som enligt planen mäter just den här åtgärden."
    )
    when: str | None = Field(title="När", description="När det ska vara gjort, null om planen inte anger någon tid.")
