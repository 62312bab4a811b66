"""The way from draft to decision: the measures of earlier versions of a plan, and what became of them."""

from pydantic import Field

from schema.base import Model, Sources
from schema.choices import Basis, Outcome
from schema.vocabulary import DraftRef, InterventionRef, Label, Number, Prose, Slug, Version


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
