"""The published contract: decisions, documents, the glossary, and where the sources differ."""

from pydantic import Field

from schema.choices import DifferenceWeight, DocumentKind, DocumentStatus
from schema.vocabulary import Diarienummer, Year
from site_builder.export.contract.values import GENERAL, URL, Address, Day, Id, Published, Source, Sources


class Decision(Published):
    """A decision by a political body."""

    date: Day | None = Field(title="Datum", description="null om källorna inte anger dagen.")
    body: Id = Field(title="Beslutande organ", description="Id för organisationen som beslutade.")
    paragraph: int | None = Field(title="Paragraf", description="null om källorna inte anger den.")
    diarienummer: Diarienummer | None = Field(title="Diarienummer", description="null om källorna inte anger det.")
    title: str = Field(title="Rubrik", description="Vad beslutet gällde, i en rad.")
    id: Id = Field(title="Id", description="Beslutets id.")
    year: Year | None = Field(title="År", description="Beslutsåret, null om källorna inte anger det.")
    url: Address = Field(title="Adress", description=URL)
    summary: str | None = Field(title="Sammanfattning", description="Vad som beslutades, i redaktionens ord.")
    sources: Sources
    plans: tuple[Id, ...] = Field(title="Planer", description="Id för planer som beslutet hör till vägen fram till.")
    named_in: tuple[Id, ...] = Field(
        title="Nämns i", description="Id för planer vars text nämner beslutet utan att det ledde fram till dem."
    )
    revises: tuple[Id, ...] = Field(
        title="Ändrar", description="Id för planer som redan gällde och som beslutet ändrade."
    )


class Document(Published):
    """A text that the content builds on or refers to."""

    id: Id = Field(title="Id", description="Dokumentets id.")
    title: str = Field(title="Titel", description="Dokumentets fullständiga titel.")
    kind: DocumentKind = Field(title="Dokumentsort", description="Vilken sorts dokument det är.")
    issuer: str | None = Field(title="Utgivare", description="null om källorna inte anger någon.")
    year: Year | None = Field(title="År", description="Utgivningsår, null om källorna inte anger det.")
    diarienummer: Diarienummer | None = Field(title="Diarienummer", description="null om källorna inte anger det.")
    status: DocumentStatus | None = Field(
        title="Status", description="decided (beslutat), proposed (förslag) eller under_revision (revideras)."
    )
    decision: Id | None = Field(title="Beslut", description="Id för beslutet som antog dokumentet, i decisions.")
    plan: Id | None = Field(title="Plan", description="Id för planen i plans, om dokumentet återges där.")
    url: Address = Field(title="Adress", description=URL)
    original_url: str | None = Field(title="Länk", description="Dokumentets egen adress, om den är känd.")
    short_title: str | None = Field(title="Kort titel", description="Så som dokumentet kallas bland källorna.")
    summary: str | None = Field(title="Sammanfattning", description="Vad dokumentet handlar om, i redaktionens ord.")
    how_to_get: str | None = Field(title="Så får du dokumentet", description="Hur man får dokumentet.")
    sources: Sources


class GlossaryTerm(Published):
    """A word, and the abbreviation for it if there is one."""

    id: Id = Field(title="Id", description="Ordets id.")
    term: str = Field(title="Ord", description="Ordet utskrivet.")
    abbreviation: str | None = Field(title="Förkortning", description="null om ordet inte har någon.")
    definition: str = Field(title="Förklaring", description="Vad ordet betyder, i redaktionens ord.")
    see_also: tuple[Id, ...] = Field(title="Se även", description="Id för andra ord i ordlistan.")
    url: Address = Field(title="Adress", description=URL)
    sources: Sources
    general_explanation: bool = Field(title="Allmän förklaring", description=GENERAL)


class Reading(Published):
    """What one source says."""

    text: str = Field(title="Uppgift", description="Vad som står.")
    source: Source = Field(title="Källa", description="Var det står.")


class Difference(Published):
    """A place where the sources disagree or err."""

    id: Id = Field(title="Id", description="Avvikelsens id.")
    title: str = Field(title="Rubrik", description="Vad avvikelsen gäller, i en rad.")
    affects: tuple[Address, ...] = Field(title="Berör", description="Adresser till det som avvikelsen berör.")
    readings: tuple[Reading, ...] = Field(title="Uppgifter", description="Vad som står, och var.")
    handling: str = Field(title="Så gör vi", description="Hur webbplatsen hanterar avvikelsen.")
    url: Address = Field(title="Adress", description=URL)
    weight: DifferenceWeight = Field(
        title="Vikt",
        description="who_does_what (påverkar vem som gör vad), facts (påverkar fakta) eller editorial (redaktionell).",
    )
