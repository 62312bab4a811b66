"""How a plan came to be: consultations, drafts of its measures, the assignments beside it, what had to be weighed."""

from pydantic import Field

from schema.base import Model, Section, Sources
from schema.choices import Basis, Outcome
from schema.vocabulary import (
    BodyRef,
    DecisionRef,
    Diarienummer,
    DraftRef,
    InterventionRef,
    IsoDate,
    Label,
    Number,
    Prose,
    Slug,
    Version,
)

SOURCES = "Var uppgifterna är hämtade."


class Consultation(Model):
    """A draft of the plan that was sent to others for their views."""

    id: Slug = Field(title="Id", description="Blir ankare på sidan.")
    title: Label = Field(title="Rubrik", description="Till exempel: Remissen 2021–2022.")
    version: Version = Field(title="Version", description="Förslagets version, som i drafts.yaml.")
    decision: DecisionRef | None = Field(
        default=None, title="Beslut", description="Id för beslutet att skicka ut förslaget, om det är känt."
    )
    asked: tuple[BodyRef, ...] = Field(min_length=1, title="Tillfrågade", description="Id för dem som fick förslaget.")
    answer_by: IsoDate | None = Field(default=None, title="Svar senast", description="Sista dag att svara, ÅÅÅÅ-MM-DD.")
    answers: int | None = Field(default=None, ge=0, title="Antal svar", description="Hur många som svarade, om känt.")
    text: Prose = Field(title="Text", description="Hur remissen gick till och vad de tillfrågade tyckte om helheten.")
    sections: tuple[Section, ...] = Field(
        default=(), title="Avsnitt", description="Synpunkter på annat än enskilda åtgärder, och vad som ändrades."
    )
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class Assignment(Model):
    """An assignment or matter beside the plan."""

    id: Slug = Field(title="Id", description="Blir ankare på sidan.")
    title: Label = Field(title="Rubrik", description="Uppdraget i en rad.")
    text: Prose = Field(title="Text", description="Vad uppdraget är och hur långt det hade kommit, i egna ord.")
    bodies: tuple[BodyRef, ...] = Field(default=(), title="Ansvariga", description="Id för dem som har uppdraget.")
    diarienummer: tuple[Diarienummer, ...] = Field(
        default=(), title="Diarienummer", description="Ärendenas nummer, till exempel 1370/21."
    )
    decisions: tuple[DecisionRef, ...] = Field(default=(), title="Beslut", description="Id för beslut i uppdraget.")
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class Background(Model):
    """The file `background.yaml` in a plan's folder."""

    lead: Prose = Field(title="Ingress", description="Hur planen kom till, i ett stycke.")
    consultations: tuple[Consultation, ...] = Field(
        default=(), title="Remisser", description="Remisser av förslaget, i tidsordning."
    )
    costs: Prose | None = Field(
        default=None, title="Kostnader", description="Vad källorna säger om kostnaderna för planen som helhet."
    )
    sections: tuple[Section, ...] = Field(
        default=(), title="Avsnitt", description="Till exempel juridiska förutsättningar."
    )
    assignments: tuple[Assignment, ...] = Field(
        default=(), title="Angränsande uppdrag", description="Uppdrag och ärenden bredvid planen."
    )
    sources: Sources = Field(min_length=1, title="Källor", description=SOURCES)


class Draft(Model):
    """A measure in an earlier version of the plan, and what became of it in the decided one."""

    id: Slug = Field(title="Id", description="Till exempel 2021-2-6; blir ankare på sidan.")
    version: Version = Field(
        title="Version", description="Förslagets datum, så noga som källan anger det: ÅÅÅÅ-MM-DD, ÅÅÅÅ-MM eller ÅÅÅÅ."
    )
    number: Number | None = Field(default=None, title="Nummer", description="Numret i förslaget, om källan anger det.")
    title: Label = Field(title="Titel", description="Titeln i förslaget; utan känd titel vad åtgärden gällde.")
    continues: tuple[DraftRef, ...] = Field(
        default=(), title="Fortsätter", description="Id för åtgärder i ett tidigare förslag som den här kommer från."
    )
    outcome: Outcome = Field(
        title="Utfall",
        description=(
            "kept (behölls), moved (flyttades), split (delades), merged (slogs ihop), removed (ströks), new (ny) eller "
            "unknown (okänt)."
        ),
    )
    became: tuple[InterventionRef, ...] = Field(
        default=(), title="Blev", description="Numren i den beslutade planen som åtgärden blev."
    )
    basis: Basis = Field(
        default=Basis.STATED,
        title="Hur vi vet det",
        description="stated (sägs) om en källa säger vad det blev, worked_out (bedömt) om redaktionen har jämfört.",
    )
    note: Prose | None = Field(default=None, title="Kommentar", description="Vad som hände, i en mening eller två.")
    views: Prose | None = Field(
        default=None, title="Synpunkter", description="Vad som sades i remissen, i en mening eller två."
    )
    change: Prose | None = Field(
        default=None, title="Ändring", description="Vad som ändrades efter remissen, i en mening eller två."
    )
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")


class DraftFile(Model):
    """The file `drafts.yaml` in a plan's folder."""

    drafts: tuple[Draft, ...] = Field(title="Förslag", description="Vägen från förslag till beslut.")
