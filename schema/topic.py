"""A topic: a page of its own about something that several plans touch, such as the exit programme."""

from pydantic import Field

from schema.base import Model, Section, SourceReference, Sources
from schema.vocabulary import DecisionRef, DocumentRef, Label, Prose, Slug, TargetRef, Year


class Figure(Model):
    """A number that a source gives."""

    name: Label = Field(title="Vad som räknas", description="Till exempel: påbörjade ärenden.")
    value: Label = Field(title="Värde", description="Som det ska stå, med enhet, till exempel 25 år.")
    year: Year | None = Field(default=None, title="År", description="Året som värdet gäller, om källan anger det.")
    note: Prose | None = Field(default=None, title="Kommentar", description="Hur siffran ska förstås, om det behövs.")
    source: SourceReference = Field(title="Källa", description="Var siffran står.")


class Topic(Model):
    """One file in `topics/`: a page at the root of the site."""

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
