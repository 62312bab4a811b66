"""The published contract: the whole of `plans.json`, version 1.

`plans.json` is written from these models and `plans.schema.json` is made of them, so the two cannot drift apart. The
keys that the contract lists come first, in its order; what we have added to it follows.
"""

from typing import ClassVar, Literal

from pydantic import Field

from schema.choices import PlanKind, Precision
from schema.vocabulary import Diarienummer
from site_builder.export.contract.background import Background, Summary, Topic
from site_builder.export.contract.bodies import Organization, OrganizationGroup
from site_builder.export.contract.follow_up import FollowUp, FollowUpStanding
from site_builder.export.contract.intervention import Intervention
from site_builder.export.contract.plan import Area, Draft, Goal, Indicator, TargetCategory, Terms
from site_builder.export.contract.plan_texts import Appendix, GoverningDocument, StartingPoint
from site_builder.export.contract.public_versions import PublicVersion
from site_builder.export.contract.succession import PlanSuccession
from site_builder.export.contract.texts import Decision, Difference, Document, GlossaryTerm
from site_builder.export.contract.values import URL, Address, Day, Id, Published, Section, Sources

PRECISION = "day om källorna anger dagen, year om de bara anger året. Då är dagen årets {}, uträknad av oss."


class Plan(Published):
    """A plan or programme: decided, or proposed where `succession` says so."""

    id: Id = Field(title="Id", description="Planens id; första delen av dess adress.")
    title: str = Field(title="Titel", description="Planens fullständiga titel.")
    kind: PlanKind = Field(title="Dokumentsort", description="plan (plan) eller programme (program).")
    diarienummer: Diarienummer | None = Field(title="Diarienummer", description="null om källorna inte anger det.")
    decided_by: Id | None = Field(
        title="Beslutad av", description="Id för organisationen som beslutade, null om källorna inte anger det."
    )
    decided_on: Day | None = Field(title="Beslutsdatum", description="null om källorna inte anger dagen.")
    paragraph: int | None = Field(title="Paragraf", description="Beslutets paragraf, null om källorna inte anger den.")
    valid_from: Day = Field(title="Gäller från", description="Första dagen. Läs valid_from_precision.")
    valid_to: Day = Field(title="Gäller till", description="Sista dagen. Läs valid_to_precision.")
    terms: Terms = Field(title="Planens ord", description="Vad planen kallar sina områden och åtgärder.")
    areas: tuple[Area, ...] = Field(title="Områden", description="I nummerordning.")
    interventions: tuple[Intervention, ...] = Field(title="Åtgärder", description="I nummerordning.")
    indicators: tuple[Indicator, ...] = Field(title="Indikatorer", description="I planens ordning.")
    drafts: tuple[Draft, ...] = Field(title="Förslag", description="Tidigare förslag och vad det blev av dem.")
    short_title: str = Field(title="Kort titel", description="Till exempel: Handlingsplan 2023–2026.")
    url: Address = Field(title="Adress", description=URL)
    document: Id | None = Field(
        title="Dokument",
        description="Id för det beslutade dokumentet, i documents. null om ett förslag saknar det.",
    )
    decision: Id | None = Field(title="Beslut", description="Id för beslutet, i decisions. null om det inte är känt.")
    owner: str | None = Field(title="Dokumentansvarig", description="Avdelning och roll som ansvarar för planen.")
    follow_up_body: Id | None = Field(title="Följer upp", description="Id för organisationen som följer upp planen.")
    lead: str = Field(title="Ingress", description="Planen i ett stycke, i redaktionens ord.")
    goals: tuple[Goal, ...] = Field(title="Mål", description="Planens mål, i planens ordning.")
    target_categories: tuple[TargetCategory, ...] = Field(
        title="Målgruppskategorier", description="Kategorier som åtgärderna riktar sig till."
    )
    governing_documents: tuple[GoverningDocument, ...] = Field(
        title="Styrande dokument", description="Styrande dokument som planen hör ihop med."
    )
    supporting_documents: tuple[Id, ...] = Field(
        title="Stödjande dokument", description="Id för dokument som planen bygger på."
    )
    sources: Sources
    known_through: str | None = Field(
        title="Känd genom",
        description="Hur vi känner till planen om den själv inte är en av källorna, annars null. I redaktionens ord.",
    )
    background: Background | None = Field(
        title="Bakgrund", description="Hur planen kom till, null om webbplatsen inte berättar om det."
    )
    sections: tuple[Section, ...] = Field(
        title="Avsnitt", description="Planens text om sig själv, till exempel syftet, i redaktionens ord."
    )
    appendices: tuple[Appendix, ...] = Field(title="Bilagor", description="I planens ordning.")
    starting_points: tuple[StartingPoint, ...] = Field(
        title="Utgångspunkter", description="Planens begrepp och utgångspunkter, i den ordning de läses."
    )
    valid_from_precision: Precision = Field(title="Noggrannhet för början", description=PRECISION.format("första"))
    valid_to_precision: Precision = Field(title="Noggrannhet för slutet", description=PRECISION.format("sista"))
    succession: PlanSuccession = Field(
        title="Plan efter plan", description="Om den är ett förslag, och vad som var före."
    )


class PlansFile(Published):
    """The file `plans.json`."""

    FILE_TITLE: ClassVar[str] = "Planer som öppna data, version 1"

    version: Literal["1"] = Field(title="Version", description="Kontraktets version. Inom den tas inga nycklar bort.")
    plans: tuple[Plan, ...] = Field(title="Planer", description="Planer och program, efter id.")
    organizations: tuple[Organization, ...] = Field(title="Organisationer", description="Efter id.")
    organization_groups: tuple[OrganizationGroup, ...] = Field(title="Grupper", description="Efter id.")
    follow_ups: tuple[FollowUp, ...] = Field(
        title="Uppföljningar", description="Vad organisationer har svarat. Efter id."
    )
    decisions: tuple[Decision, ...] = Field(title="Beslut", description="I tidsordning, sist de som saknar datum.")
    documents: tuple[Document, ...] = Field(title="Dokument", description="Efter id.")
    glossary: tuple[GlossaryTerm, ...] = Field(title="Ordlista", description="Efter id.")
    differences: tuple[Difference, ...] = Field(
        title="Avvikelser", description="Där källorna skiljer sig eller har fel. Efter id."
    )
    topics: tuple[Topic, ...] = Field(title="Teman", description="Sidor om ett ämne som flera planer rör. Efter id.")
    follow_up_standings: tuple[FollowUpStanding, ...] = Field(
        title="Läget i uppföljningen",
        description="Vad vi vet om varje uppgift och år. Vad den som inte finns med för en åtgärd är: inte berörd.",
    )
    summaries: tuple[Summary, ...] = Field(title="Sammanfattningar", description="En plan på en sida. Efter id.")
    minor_version: Literal[3] = Field(
        title="Delversion", description="Ökar när fält har kommit till. Vad som är nytt står på sidan Öppna data."
    )
    public_versions: tuple[PublicVersion, ...] = Field(
        title="Publicerade versioner",
        description="Versioner av webbplatsen som står uppskrivna som publicerade, i tidsordning.",
    )
