"""From one plan to the next: what became of the measures of the plan before."""

from pydantic import Field

from schema.base import Model, Sources
from schema.choices import Basis, Continuation
from schema.vocabulary import InterventionRef, Prose

BASIS = "stated om en källa säger det, worked_out om redaktionen har jämfört planerna."


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
    basis: Basis = Field(default=Basis.STATED, title="Hur vi vet det", description=BASIS)
    note: Prose | None = Field(default=None, title="Kommentar", description="Vad som ändras, i en mening eller två.")
    sources: Sources = Field(min_length=1, title="Källor", description="Var det står, eller vad vi har jämfört.")


class Dropped(Model):
    """A measure of the plan before that the new plan does not have."""

    measure: InterventionRef = Field(title="Åtgärd", description="Till exempel handlingsplan-2023-2026/2:4.")
    basis: Basis = Field(default=Basis.STATED, title="Hur vi vet det", description=BASIS)
    note: Prose | None = Field(default=None, title="Kommentar", description="Vad källan säger om det, kort.")
    sources: Sources = Field(min_length=1, title="Källor", description="Var det står, eller vad vi har jämfört.")
