"""A plan: its decision, period, words, goals and target categories, and the pages that explain its starting points."""

from pydantic import Field

from schema.base import CarriesOut, Dropped, Model, Section, Sources
from schema.choices import ModelPicture, PlanKind
from schema.document import Appendix, DocumentConnection
from schema.vocabulary import (
    AreaNumber,
    BodyRef,
    CategoryId,
    DecisionRef,
    Diarienummer,
    DocumentRef,
    Label,
    PlanRef,
    Prose,
    Slug,
    YearOrDay,
)

SOURCES = "Var uppgifterna är hämtade."


class Noun(Model):
    """A plan's own word for its areas or measures, in the forms that the site needs, and its part of the address."""

    indefinite: Label = Field(title="Obestämd form", description="Till exempel: fokusområde.")
    definite: Label = Field(title="Bestämd form", description="Till exempel: fokusområdet.")
    plural: Label = Field(title="Plural", description="Till exempel: fokusområden.")
    definite_plural: Label = Field(title="Bestämd plural", description="Till exempel: fokusområdena.")
    slug: Slug = Field(title="Adressdel", description="Till exempel: fokusomraden.")


class Terms(Model):
    """What this plan calls its areas and its measures: fokusområde/insats, målområde/strategi and so on."""

    area: Noun = Field(title="Område", description="Planens ord för sina områden.")
    measure: Noun = Field(title="Åtgärd", description="Planens ord för sina åtgärder.")


class Goal(Model):
    """What the plan is to reach, and when."""

    id: Slug = Field(title="Id", description="Blir ankare på sidan Mål.")
    title: Label = Field(title="Rubrik", description="Målet i en rad.")
    horizon: Label = Field(title="Tidshorisont", description="Till exempel: på lång sikt.")
    text: Prose = Field(title="Text", description="Målet i egna ord.")
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class TargetCategory(Model):
    """A category of the people that interventions are aimed at."""

    id: CategoryId = Field(title="Id", description="Kategorins bokstav eller nummer, till exempel A.")
    name: Label = Field(title="Namn", description="Kategorins namn, till exempel Kategori A.")
    lead: Prose = Field(title="Ingress", description="Vilka kategorin gäller, i en mening.")
    text: Prose = Field(title="Text", description="Beskrivning i egna ord.")
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class Plan(Model):
    """The file `plan.yaml` in a plan's folder."""

    id: Slug = Field(title="Id", description="Namnet på planens mapp; blir planens adress.")
    formerly: tuple[Slug, ...] = Field(
        default=(), title="Förr", description="Id som planen har haft. Gamla adresser leder hit."
    )
    title: Label = Field(title="Titel", description="Planens fullständiga titel.")
    short_title: Label = Field(title="Kort titel", description="Till exempel: Handlingsplan 2023–2026.")
    kind: PlanKind = Field(title="Dokumentsort", description="plan eller programme (program).")
    terms: Terms = Field(title="Planens ord", description="Vad planen kallar sina områden och åtgärder.")
    proposal: bool = Field(
        default=False,
        title="Förslag",
        description="true så länge planen är ett förslag som ingen har beslutat. Raden tas bort när den är beslutad.",
    )
    replaces: tuple[PlanRef, ...] = Field(
        default=(), title="Ersätter", description="Id för den eller de planer som den här kommer efter."
    )
    dropped: tuple[Dropped, ...] = Field(
        default=(), title="Finns inte kvar", description="Åtgärder i planen före som inte finns i den här."
    )
    document: DocumentRef | None = Field(
        default=None, title="Dokument", description="Id för det beslutade dokumentet. Bara ett förslag får sakna det."
    )
    decision: DecisionRef | None = Field(
        default=None, title="Beslut", description="Id för beslutet i decisions.yaml, om källorna berättar om det."
    )
    diarienummer: Diarienummer | None = Field(
        default=None, title="Diarienummer", description="Ärendets nummer, om källorna anger det."
    )
    valid_from: YearOrDay = Field(
        title="Gäller från", description="Första året, ÅÅÅÅ, eller första dagen, ÅÅÅÅ-MM-DD, om källan anger den."
    )
    valid_to: YearOrDay = Field(
        title="Gäller till", description="Sista året, ÅÅÅÅ, eller sista dagen, ÅÅÅÅ-MM-DD, om källan anger den."
    )
    owner: Label | None = Field(
        default=None, title="Dokumentansvarig", description="Avdelning och roll som ansvarar. Inget personnamn."
    )
    follow_up_body: BodyRef | None = Field(
        default=None, title="Följer upp", description="Id för organisationen som samlar uppföljningen."
    )
    lead: Prose = Field(title="Ingress", description="Planen i ett stycke, i klarspråk.")
    known_through: Prose | None = Field(
        default=None,
        title="Känd genom",
        description="Om planen själv inte är en av källorna: hur vi vet det som står här. Visas på planens sidor.",
    )
    sections: tuple[Section, ...] = Field(
        default=(),
        title="Avsnitt",
        description="Syfte, vilka den gäller med mera. Bara ett förslag får sakna avsnitt.",
    )
    goals: tuple[Goal, ...] = Field(default=(), title="Mål", description="Planens mål.")
    target_categories: tuple[TargetCategory, ...] = Field(
        default=(), title="Målgruppskategorier", description="Kategorier som åtgärderna riktar sig till."
    )
    governing_documents: tuple[DocumentConnection, ...] = Field(
        default=(), title="Styrande dokument", description="Styrande dokument som planen hör ihop med."
    )
    supporting_documents: tuple[DocumentRef, ...] = Field(
        default=(), title="Stödjande dokument", description="Id för dokument som planen bygger på."
    )
    appendices: tuple[Appendix, ...] = Field(default=(), title="Bilagor", description="Planens bilagor.")
    sources: Sources = Field(
        default=(), title="Källor", description="Var uppgifterna är hämtade. Bara ett förslag får sakna källor."
    )


class FocusArea(Model):
    """One of the plan's areas: a file in `focus_areas/`, named by its number."""

    number: AreaNumber = Field(title="Nummer", description="Områdets nummer; också filens namn.")
    formerly: tuple[AreaNumber, ...] = Field(
        default=(), title="Förr", description="Nummer som området har haft. Gamla adresser leder hit."
    )
    title: Label | None = Field(
        default=None,
        title="Titel",
        description="Så som områdets rubrik lyder i planen. Utelämnas om källorna inte anger den.",
    )
    short_title: Label | None = Field(
        default=None, title="Korttitel", description="5–8 ord i klarspråk: vad som görs, för vem."
    )
    list_title: Label | None = Field(
        default=None,
        title="Titel i listan",
        description="Titeln i planens uppräkning, om den skiljer sig från rubriken.",
    )
    lead: Prose = Field(title="Ingress", description="Området i ett stycke, i klarspråk.")
    text: Prose | None = Field(
        default=None, title="Text", description="Varför området finns och vad åtgärderna syftar till."
    )
    carries_out: tuple[CarriesOut, ...] = Field(
        default=(), title="Genomför", description="Åtgärder i andra planer som området genomför."
    )
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class Level(Model):
    """A level of a model that a starting point describes, such as those of a pyramid."""

    title: Label = Field(title="Rubrik", description="Nivåns namn.")
    text: Label = Field(title="Text", description="Vad nivån är eller vem den gäller, i en kort mening.")
    mark: Label | None = Field(
        default=None, title="Märkning", description="Vad som utmärker nivån i planen, till exempel: planens fokus."
    )


class StartingPoint(Model):
    """A definition or starting point of the plan, a page of its own: a file in `starting_points/`."""

    id: Slug = Field(title="Id", description="Filens namn utan .yaml; blir sidans adress.")
    formerly: tuple[Slug, ...] = Field(
        default=(), title="Förr", description="Id som utgångspunkten har haft. Gamla adresser leder hit."
    )
    order: int = Field(ge=1, title="Ordning", description="Sidans plats bland utgångspunkterna.")
    title: Label = Field(title="Titel", description="Sidans rubrik.")
    lead: Prose = Field(title="Ingress", description="Det viktigaste i ett stycke.")
    sections: tuple[Section, ...] = Field(default=(), title="Avsnitt", description="Sidans avsnitt.")
    picture: ModelPicture | None = Field(
        default=None,
        title="Bild",
        description="cylinder visar planens målgruppskategorier med deras åtgärder, här och på sidan om "
        "målgrupper. pyramid visar nivåerna i levels.",
    )
    levels: tuple[Level, ...] = Field(
        default=(), title="Nivåer", description="Modellens nivåer, nedifrån och upp. Visas i bilden och som lista."
    )
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)
