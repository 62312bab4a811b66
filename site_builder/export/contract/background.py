"""The published contract: how a plan came to be, topics that several plans touch, and summaries of a whole plan."""

from pydantic import Field

from schema.vocabulary import Diarienummer, LanguageCode, Version, Year
from site_builder.export.contract.values import URL, Address, Day, Id, Published, Section, Source, Sources


class Consultation(Published):
    """A draft of the plan that was sent to others for their views."""

    id: Id = Field(title="Id", description="Remissens id inom planen.")
    title: str = Field(title="Rubrik", description="Till exempel: Remissen 2021–2022.")
    version: Version = Field(title="Version", description="Förslagets version, som i drafts.")
    decision: Id | None = Field(title="Beslut", description="Id för beslutet att skicka ut förslaget, i decisions.")
    asked: tuple[Id, ...] = Field(
        title="Tillfrågade", description="Id för dem som fick förslaget, i organizations eller organization_groups."
    )
    answer_by: Day | None = Field(title="Svar senast", description="Sista dag att svara, null om det inte är känt.")
    answers: int | None = Field(title="Antal svar", description="Hur många som svarade, null om det inte är känt.")
    text: str = Field(title="Text", description="Hur remissen gick till, i redaktionens ord.")
    sections: tuple[Section, ...] = Field(title="Avsnitt", description="Synpunkter på annat än enskilda åtgärder.")
    sources: Sources


class Assignment(Published):
    """An assignment or matter beside the plan."""

    id: Id = Field(title="Id", description="Uppdragets id inom planen.")
    title: str = Field(title="Rubrik", description="Uppdraget i en rad.")
    text: str = Field(title="Text", description="Vad uppdraget är, i redaktionens ord.")
    bodies: tuple[Id, ...] = Field(title="Ansvariga", description="Id för dem som har uppdraget.")
    diarienummer: tuple[Diarienummer, ...] = Field(title="Diarienummer", description="Ärendenas nummer.")
    decisions: tuple[Id, ...] = Field(title="Beslut", description="Id för beslut i uppdraget, i decisions.")
    sources: Sources


class Background(Published):
    """How a plan came to be."""

    lead: str = Field(title="Ingress", description="Hur planen kom till, i ett stycke.")
    consultations: tuple[Consultation, ...] = Field(title="Remisser", description="I tidsordning.")
    costs: str | None = Field(title="Kostnader", description="Vad källorna säger om kostnaderna för hela planen.")
    sections: tuple[Section, ...] = Field(title="Avsnitt", description="Till exempel juridiska förutsättningar.")
    assignments: tuple[Assignment, ...] = Field(
        title="Angränsande uppdrag", description="Uppdrag och ärenden bredvid planen."
    )
    sources: Sources


class Figure(Published):
    """A number that a source gives."""

    name: str = Field(title="Vad som räknas", description="Vad siffran gäller.")
    value: str = Field(title="Värde", description="Siffran med sin enhet, som text.")
    year: Year | None = Field(title="År", description="Året som värdet gäller, null om källan inte anger det.")
    note: str | None = Field(title="Kommentar", description="Hur siffran ska förstås.")
    source: Source = Field(title="Källa", description="Var siffran står.")


class Topic(Published):
    """A page of its own about something that several plans touch."""

    id: Id = Field(title="Id", description="Temats id.")
    title: str = Field(title="Titel", description="Sidans rubrik.")
    url: Address = Field(title="Adress", description=URL)
    lead: str = Field(title="Ingress", description="Det viktigaste, i redaktionens ord.")
    sections: tuple[Section, ...] = Field(title="Avsnitt", description="Sidans avsnitt.")
    figures_title: str | None = Field(title="Siffrornas rubrik", description="Rubriken över figures, om det finns en.")
    figures: tuple[Figure, ...] = Field(title="Siffror", description="Nyckeltal som en källa anger.")
    related: tuple[Address, ...] = Field(title="Hör ihop med", description="Adresser till det som temat hör ihop med.")
    documents: tuple[Id, ...] = Field(title="Dokument", description="Id för dokument om ämnet, i documents.")
    decisions: tuple[Id, ...] = Field(title="Beslut", description="Id för beslut i ämnet, i decisions.")
    sources: Sources


class SummarySection(Published):
    """A headed piece of a summary."""

    id: Id = Field(title="Id", description="Avsnittets id inom sammanfattningen.")
    heading: str = Field(title="Rubrik", description="Avsnittets rubrik.")
    text: str = Field(title="Text", description="Avsnittets text.")
    about: Address | None = Field(title="Handlar om", description="Adress till det som avsnittet handlar om.")


class Summary(Published):
    """A whole plan on one page, in easy Swedish or in another language."""

    id: Id = Field(title="Id", description="Sammanfattningens id.")
    lang: LanguageCode = Field(title="Språk", description="Textens språk.")
    easy: bool = Field(title="Lättläst", description="Sant om texten är lättläst.")
    title: str = Field(title="Titel", description="Sidans rubrik.")
    description: str = Field(title="Beskrivning", description="En mening om sidan.")
    url: Address = Field(title="Adress", description=URL)
    plan: Id = Field(title="Plan", description="Id för planen som texten handlar om, i plans.")
    as_of: Day = Field(title="Avstämd", description="Dagen då texten stämdes av mot planen.")
    lead: str = Field(title="Ingress", description="Det viktigaste.")
    sections: tuple[SummarySection, ...] = Field(title="Avsnitt", description="Textens delar.")
    sources: Sources
