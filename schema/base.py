"""The base of every model: frozen, and refusing keys that it does not know."""

from pydantic import BaseModel, ConfigDict, Field

from schema.choices import Basis, Continuation
from schema.vocabulary import DocumentRef, InterventionRef, Label, PlanRef, Prose, Slug

COMPARED = "stated om en källa säger det, worked_out om redaktionen har jämfört planerna."


class Model(BaseModel):
    """A part of the content. Instances never change; an unknown key is an error, not a comment."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class MeansPlan(Model):
    """A file outside the plans in which a number without a plan is one of the plan that the file names."""

    plan: PlanRef | None = Field(
        default=None,
        title="Plan",
        description="Id för den plan som ett nummer utan plan hör till i filen. Utan plan skrivs planen ut varje gång.",
    )


class SourceReference(Model):
    """Where a fact stands: a document of ours, and the heading (and page) inside it."""

    document: DocumentRef = Field(title="Dokument", description="Id för dokumentet i documents.yaml.")
    section: Label = Field(title="Avsnitt", description="Rubriken i dokumentet där uppgiften står.")
    page: int | None = Field(default=None, ge=1, title="Sida", description="Sidnummer, om dokumentet har sidnummer.")


Sources = tuple[SourceReference, ...]


class Section(Model):
    """A headed piece of running text."""

    id: Slug = Field(title="Id", description="Blir ankare på sidan.")
    heading: Label = Field(title="Rubrik", description="Avsnittets rubrik.")
    text: Prose = Field(title="Text", description="Löpande text i egna ord.")
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")


class CarriesOut(Model):
    """A measure of another plan that an area or a measure carries out, mentions or belongs together with."""

    measure: InterventionRef = Field(title="Åtgärd", description="Till exempel program-2022-2026/4:2.")
    basis: Basis = Field(
        title="Hur vi vet det",
        description=(
            "stated (genomför) om en källa säger att åtgärden blir konkret här, mentioned (nämner) om källan bara "
            "nämner den, worked_out (hänger ihop med) om redaktionen har bedömt det."
        ),
    )
    note: Prose | None = Field(default=None, title="Kommentar", description="Vad källan säger, eller vad vi bygger på.")
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")


class Succeeds(Model):
    """What a measure is to one of the plan before, or that it has none before it."""

    measure: InterventionRef | None = Field(
        default=None,
        title="Åtgärd",
        description="Åtgärden i planen före, till exempel handlingsplan-2023-2026/2:3. Utelämnas om kind är new.",
    )
    kind: Continuation = Field(
        title="Hur",
        description="kept (finns kvar), changed (ändrad), merged (en av flera som slogs ihop), split (en av flera "
        "som den delades i) eller new (har ingen motsvarighet i planen före).",
    )
    basis: Basis = Field(default=Basis.STATED, title="Hur vi vet det", description=COMPARED)
    note: Prose | None = Field(default=None, title="Kommentar", description="Vad som ändras, i en mening eller två.")
    sources: Sources = Field(min_length=1, title="Källor", description="Var det står, eller vad vi har jämfört.")


class Dropped(Model):
    """A measure of the plan before that the new plan does not have."""

    measure: InterventionRef = Field(title="Åtgärd", description="Till exempel handlingsplan-2023-2026/2:4.")
    basis: Basis = Field(default=Basis.STATED, title="Hur vi vet det", description=COMPARED)
    note: Prose | None = Field(default=None, title="Kommentar", description="Vad källan säger om det, kort.")
    sources: Sources = Field(min_length=1, title="Källor", description="Var det står, eller vad vi har jämfört.")


def ordered_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a model in order: its own, and what it shares with others before the sources."""
    own = [name for name in model.model_fields if name in model.__annotations__]
    shared = [name for name in model.model_fields if name not in own]
    place = own.index("sources") if "sources" in own else len(own)
    return (*own[:place], *shared, *own[place:])
