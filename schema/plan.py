"""A plan: its decision, period, words, goals and target categories, and the pages that explain its starting points."""

from pydantic import Field

from schema.base import Model, Sources
from schema.vocabulary import (
    AreaNumber,
    BodyRef,
    CategoryId,
    DecisionRef,
    Diarienummer,
    DocumentRef,
    InterventionRef,
    IsoDate,
    Label,
    Number,
    Outcome,
    PlanKind,
    Prose,
    Slug,
    TargetRef,
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


class Section(Model):
    """A headed piece of running text."""

    id: Slug = Field(title="Id", description="Blir ankare på sidan.")
    heading: Label = Field(title="Rubrik", description="Avsnittets rubrik.")
    text: Prose = Field(title="Text", description="Löpande text i egna ord.")
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


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


class DocumentConnection(Model):
    """A governing document and how the plan says that it is connected with it."""

    document: DocumentRef = Field(title="Dokument", description="Id för dokumentet i documents.yaml.")
    connection: Prose = Field(title="Koppling", description="Kopplingen till planen, i egna ord.")
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class Appendix(Model):
    """An appendix of the plan, and where on this site its content is found."""

    number: AreaNumber = Field(title="Nummer", description="Bilagans nummer.")
    title: Label = Field(title="Titel", description="Bilagans titel.")
    text: Prose = Field(title="Text", description="Vad bilagan innehåller, i egna ord.")
    page: TargetRef | None = Field(
        default=None, title="Sida", description="Sidan där innehållet finns, skriven som mellan [[ och ]]."
    )
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class Plan(Model):
    """The file `plan.yaml` in a plan's folder."""

    id: Slug = Field(title="Id", description="Namnet på planens mapp; blir planens adress.")
    title: Label = Field(title="Titel", description="Planens fullständiga titel.")
    short_title: Label = Field(title="Kort titel", description="Till exempel: Handlingsplan 2023–2026.")
    kind: PlanKind = Field(title="Dokumentsort", description="plan eller programme.")
    terms: Terms = Field(title="Planens ord", description="Vad planen kallar sina områden och åtgärder.")
    document: DocumentRef = Field(title="Dokument", description="Id för det beslutade dokumentet.")
    decision: DecisionRef = Field(title="Beslut", description="Id för beslutet i decisions.yaml.")
    diarienummer: Diarienummer = Field(title="Diarienummer", description="Ärendets nummer.")
    valid_from: IsoDate = Field(title="Gäller från", description="Första dagen, ÅÅÅÅ-MM-DD.")
    valid_to: IsoDate = Field(title="Gäller till", description="Sista dagen, ÅÅÅÅ-MM-DD.")
    owner: Label | None = Field(
        default=None, title="Dokumentansvarig", description="Avdelning och roll som ansvarar. Inget personnamn."
    )
    follow_up_body: BodyRef | None = Field(
        default=None, title="Följer upp", description="Id för organisationen som samlar uppföljningen."
    )
    lead: Prose = Field(title="Ingress", description="Planen i ett stycke, i klarspråk.")
    sections: tuple[Section, ...] = Field(
        min_length=1, title="Avsnitt", description="Syfte, vilka den gäller med mera."
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
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class FocusArea(Model):
    """One of the plan's areas: a file in `focus_areas/`, named by its number."""

    number: AreaNumber = Field(title="Nummer", description="Områdets nummer; också filens namn.")
    title: Label = Field(title="Titel", description="Så som områdets rubrik lyder i planen.")
    list_title: Label | None = Field(
        default=None,
        title="Titel i listan",
        description="Titeln i planens uppräkning, om den skiljer sig från rubriken.",
    )
    lead: Prose = Field(title="Ingress", description="Området i ett stycke, i klarspråk.")
    text: Prose = Field(title="Text", description="Varför området finns och vad åtgärderna syftar till.")
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class StartingPoint(Model):
    """A definition or starting point of the plan, a page of its own: a file in `starting_points/`."""

    id: Slug = Field(title="Id", description="Filens namn utan .yaml; blir sidans adress.")
    order: int = Field(ge=1, title="Ordning", description="Sidans plats bland utgångspunkterna.")
    title: Label = Field(title="Titel", description="Sidans rubrik.")
    lead: Prose = Field(title="Ingress", description="Det viktigaste i ett stycke.")
    sections: tuple[Section, ...] = Field(default=(), title="Avsnitt", description="Sidans avsnitt.")
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class Draft(Model):
    """A draft intervention of an earlier version of the plan, and what became of it."""

    version: IsoDate = Field(title="Version", description="Datum för förslaget, ÅÅÅÅ-MM-DD.")
    number: Number = Field(title="Nummer", description="Numret i förslaget.")
    title: Label = Field(title="Titel", description="Titeln i förslaget.")
    outcome: Outcome = Field(title="Utfall", description="kept, moved, split, merged, removed, new eller unknown.")
    became: tuple[InterventionRef, ...] = Field(
        default=(), title="Blev", description="Numren i den beslutade planen som förslaget blev."
    )
    note: Prose | None = Field(default=None, title="Kommentar", description="Vad som hände, i en mening eller två.")
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class DraftFile(Model):
    """The file `drafts.yaml` in a plan's folder."""

    drafts: tuple[Draft, ...] = Field(title="Förslag", description="Vägen från förslag till beslut.")
