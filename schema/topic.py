"""Pages of their own at the root of the site: a topic, which several plans touch, and a summary of a whole plan."""

from pydantic import Field

from schema.base import Model, Section, SourceReference, Sources
from schema.vocabulary import (
    DecisionRef,
    DocumentRef,
    IsoDate,
    Label,
    LanguageCode,
    PlanRef,
    Prose,
    ShortLabel,
    Slug,
    TargetRef,
    Year,
)


class Figure(Model):
    """A number that a source gives."""

    name: Label = Field(title="Vad som räknas", description="Till exempel: påbörjade ärenden.")
    value: Label = Field(title="Värde", description="Som det ska stå, med enhet, till exempel 25 år.")
    year: Year | None = Field(default=None, title="År", description="Året som värdet gäller, om källan anger det.")
    note: Prose | None = Field(default=None, title="Kommentar", description="Hur siffran ska förstås, om det behövs.")
    source: SourceReference = Field(title="Källa", description="Var siffran står.")


class Topic(Model):
    """One file in `topics/`: a page about something that several plans touch, such as the exit programme."""

    id: Slug = Field(title="Id", description="Filens namn utan .yaml; blir sidans adress.")
    formerly: tuple[Slug, ...] = Field(
        default=(), title="Förr", description="Id som temat har haft. Gamla adresser leder hit."
    )
    title: Label = Field(title="Titel", description="Sidans rubrik.")
    lead: Prose = Field(title="Ingress", description="Det viktigaste i ett stycke.")
    sections: tuple[Section, ...] = Field(min_length=1, title="Avsnitt", description="Sidans avsnitt.")
    figures_title: Label | None = Field(
        default=None, title="Siffrornas rubrik", description="Till exempel: Verksamheten i siffror 2020."
    )
    figures: tuple[Figure, ...] = Field(default=(), title="Siffror", description="Nyckeltal som en källa anger.")
    related: tuple[TargetRef, ...] = Field(
        default=(), title="Hör ihop med", description="Skrivet som mellan [[ och ]], till exempel 2:1."
    )
    documents: tuple[DocumentRef, ...] = Field(default=(), title="Dokument", description="Id för dokument om ämnet.")
    decisions: tuple[DecisionRef, ...] = Field(default=(), title="Beslut", description="Id för beslut i ämnet.")
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")


class SummarySection(Model):
    """A headed piece of a summary, which may tell of one of the plan's areas."""

    id: Slug = Field(title="Id", description="Blir ankare på sidan.")
    heading: Label = Field(title="Rubrik", description="Avsnittets rubrik, på sammanfattningens språk.")
    text: Prose = Field(title="Text", description="Texten i egna ord. På lättläst: en mening på varje rad, efter |-.")
    about: TargetRef | None = Field(
        default=None,
        title="Handlar om",
        description="Sidan som avsnittet handlar om, till exempel område:1. Skrivs som mellan [[ och ]].",
    )


class SummaryWords(Model):
    """The words that stand around the text of a summary, in its own language."""

    more: Label = Field(
        title="Läs mer", description="Före länken till sidan som ett avsnitt handlar om, till exempel: Läs mer:"
    )
    about: Label = Field(title="Om texten", description="Rubriken över vilken plan texten handlar om, och när.")
    plan: Label = Field(title="Planen", description="Före planens namn, till exempel: Planen")
    decided: Label = Field(title="Beslutad", description="Före dagen då planen beslutades.")
    as_of: Label = Field(title="Avstämd", description="Före dagen då texten stämdes av mot planen.")
    sources: Label = Field(title="Källor", description="Rubriken över källorna.")
    over: Label = Field(title="Planen är slut", description="Mening som sidan visar när planen har löpt ut.")


class Summary(Model):
    """One file in `summaries/`: a page at the root of the site, linked from the head of every page."""

    id: Slug = Field(title="Id", description="Filens namn utan .yaml; blir sidans adress, till exempel lattlast.")
    formerly: tuple[Slug, ...] = Field(
        default=(), title="Förr", description="Id som sammanfattningen har haft. Gamla adresser leder hit."
    )
    lang: LanguageCode = Field(title="Språk", description="Textens språk: sv, en, fi, so …")
    easy: bool = Field(
        default=False, title="Lättläst", description="true om texten är lättläst: korta meningar, en på varje rad."
    )
    name: ShortLabel = Field(title="Länk", description="Orden i sidhuvudet som leder hit, på textens eget språk.")
    title: Label = Field(title="Titel", description="Sidans rubrik, på textens språk.")
    description: Label = Field(title="Beskrivning", description="En mening om sidan, för sökmotorer och delning.")
    plan: PlanRef = Field(title="Plan", description="Id för planen som texten handlar om.")
    as_of: IsoDate = Field(title="Avstämd", description="Dagen då texten senast stämdes av mot planen, ÅÅÅÅ-MM-DD.")
    lead: Prose = Field(title="Ingress", description="Det viktigaste. På lättläst: en mening på varje rad, efter |-.")
    sections: tuple[SummarySection, ...] = Field(
        min_length=1, title="Avsnitt", description="Textens delar. Varje område i planen ska ha ett avsnitt."
    )
    words: SummaryWords = Field(title="Ord", description="Orden runt texten, på dess språk.")
    everyday: tuple[Label, ...] = Field(
        default=(),
        title="Vardagsord",
        description="Vad folk söker efter, till exempel lätt svenska. Bara för sökningen.",
    )
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")
