"""Documents that the content builds on or refers to, the decisions behind them, and where they disagree."""

from pydantic import Field

from schema.base import MeansPlan, Model, SourceReference, Sources
from schema.choices import DifferenceWeight, DocumentKind, DocumentStatus
from schema.vocabulary import (
    AreaNumber,
    BodyRef,
    DecisionRef,
    Diarienummer,
    DocumentRef,
    IsoDate,
    Label,
    PlanRef,
    Prose,
    Slug,
    TargetRef,
    Url,
    Year,
)


class Document(Model):
    """A text outside this site, or one that a plan on this site renders."""

    id: Slug = Field(title="Id", description="Dokumentets id; blir sidans adress om dokumentet har en egen sida.")
    formerly: tuple[Slug, ...] = Field(
        default=(), title="Förr", description="Id som dokumentet har haft. Gamla adresser leder hit."
    )
    title: Label = Field(title="Titel", description="Dokumentets fullständiga titel.")
    short_title: Label | None = Field(
        default=None, title="Kort titel", description="Så som dokumentet kallas bland källor, om titeln är lång."
    )
    kind: DocumentKind = Field(
        title="Dokumentsort",
        description=(
            "plan, programme (program), guideline (riktlinje), agreement (överenskommelse), declaration "
            "(avsiktsförklaring), report (rapport), follow_up (uppföljning), proposal (förslag), research (forskning), "
            "guidance (vägledning), strategy (strategi) eller law (lag)."
        ),
    )
    issuer: Label | None = Field(
        default=None, title="Utgivare", description="Organisationen som gett ut dokumentet. Inga personnamn."
    )
    year: Year | None = Field(default=None, title="År", description="Utgivningsår, om källan anger det.")
    diarienummer: Diarienummer | None = Field(
        default=None, title="Diarienummer", description="Ärendets nummer, till exempel 1668/20."
    )
    status: DocumentStatus | None = Field(
        default=None,
        title="Status",
        description="decided (beslutat), proposed (förslag) eller under_revision (revideras), när källan skrevs.",
    )
    decision: DecisionRef | None = Field(
        default=None, title="Beslut", description="Id för beslutet som antog dokumentet, i decisions.yaml."
    )
    summary: Prose | None = Field(default=None, title="Sammanfattning", description="Vad dokumentet handlar om.")
    how_to_get: Prose | None = Field(default=None, title="Så får du dokumentet", description="Hur man får dokumentet.")
    url: Url | None = Field(default=None, title="Länk", description="Dokumentets adress, om den är känd och varaktig.")
    plan: PlanRef | None = Field(
        default=None, title="Plan här", description="Id för planen på webbplatsen, om dokumentet återges här."
    )
    headings: tuple[Label, ...] = Field(
        default=(),
        title="Rubriker",
        description="Dokumentets rubriker så som källhänvisningar skriver dem. Finns listan prövas de mot den.",
    )
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")


class DocumentFile(Model):
    """The file `documents.yaml`."""

    documents: tuple[Document, ...] = Field(title="Dokument", description="Alla dokument som innehållet hänvisar till.")


class Decision(Model):
    """A decision by a political body. What the sources do not give stays unknown."""

    id: Slug = Field(title="Id", description="Till exempel 2023-06-08-kommunfullmaktige-7.")
    formerly: tuple[Slug, ...] = Field(
        default=(), title="Förr", description="Id som beslutet har haft. Hänvisningar till dem gäller det här."
    )
    title: Label = Field(title="Rubrik", description="Vad beslutet gällde, i en rad.")
    body: BodyRef = Field(title="Beslutande organ", description="Id för organisationen som fattade beslutet.")
    date: IsoDate | None = Field(default=None, title="Datum", description="Beslutsdatum, ÅÅÅÅ-MM-DD.")
    year: Year | None = Field(default=None, title="År", description="Året, om källan inte anger dagen.")
    paragraph: int | None = Field(default=None, ge=1, title="Paragraf", description="Paragrafens nummer.")
    diarienummer: Diarienummer | None = Field(
        default=None, title="Diarienummer", description="Ärendets nummer, till exempel 1668/20."
    )
    plans: tuple[PlanRef, ...] = Field(
        default=(), title="Planer", description="Id för planerna som beslutet hör till vägen fram till."
    )
    named_in: tuple[PlanRef, ...] = Field(
        default=(),
        title="Nämns i",
        description="Id för planer vars text nämner beslutet utan att det ledde fram till dem.",
    )
    revises: tuple[PlanRef, ...] = Field(
        default=(),
        title="Ändrar",
        description="Id för planer som redan gällde och som beslutet ändrade. De står då inte under plans.",
    )
    summary: Prose | None = Field(default=None, title="Sammanfattning", description="Vad som beslutades.")
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")


class DecisionFile(Model):
    """The file `decisions.yaml`."""

    decisions: tuple[Decision, ...] = Field(title="Beslut", description="Alla beslut som innehållet hänvisar till.")


class Reading(Model):
    """One of several readings that the sources give of the same thing."""

    text: Prose = Field(title="Uppgift", description="Vad som står.")
    source: SourceReference = Field(title="Källa", description="Var det står.")


class Difference(Model):
    """A place where the sources disagree or err. The site shows all readings instead of silently choosing one."""

    id: Slug = Field(title="Id", description="Avvikelsens id; blir ankare på sidan.")
    title: Label = Field(title="Rubrik", description="Vad avvikelsen gäller, i en rad.")
    weight: DifferenceWeight = Field(
        title="Vikt",
        description="who_does_what (påverkar vem som gör vad), facts (påverkar fakta) eller editorial (redaktionell).",
    )
    affects: tuple[TargetRef, ...] = Field(
        min_length=1, title="Berör", description="Sidor som berörs, skrivna som mellan [[ och ]]."
    )
    readings: tuple[Reading, ...] = Field(min_length=1, title="Uppgifter", description="Vad som står, och var.")
    handling: Prose = Field(title="Så gör vi", description="Hur webbplatsen hanterar avvikelsen.")


class DifferenceFile(MeansPlan):
    """The file `differences.yaml`."""

    differences: tuple[Difference, ...] = Field(
        title="Avvikelser", description="Där källorna skiljer sig eller har fel."
    )


class DocumentConnection(Model):
    """A governing document and how the plan says that it is connected with it."""

    document: DocumentRef = Field(title="Dokument", description="Id för dokumentet i documents.yaml.")
    connection: Prose = Field(title="Koppling", description="Kopplingen till planen, i egna ord.")
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")


class Appendix(Model):
    """An appendix of the plan, and where on this site its content is found."""

    number: AreaNumber = Field(title="Nummer", description="Bilagans nummer.")
    title: Label = Field(title="Titel", description="Bilagans titel.")
    text: Prose = Field(title="Text", description="Vad bilagan innehåller, i egna ord.")
    page: TargetRef | None = Field(
        default=None, title="Sida", description="Sidan där innehållet finns, skriven som mellan [[ och ]]."
    )
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")
