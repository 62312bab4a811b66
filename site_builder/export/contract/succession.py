"""The published contract: what became of the measures of the plan before."""

from pydantic import Field

from schema.choices import Basis, Continuation
from site_builder.export.contract.values import Id, Published, ReferenceNumber, Sources

BASIS = "stated om en källa säger det, worked_out om redaktionen har jämfört planerna."


class Succeeds(Published):
    """What a measure is to one of the plan before, or that it has none before it."""

    measure: ReferenceNumber | None = Field(title="Åtgärd", description="plan-id/nummer. null om kind är new.")
    kind: Continuation = Field(
        title="Hur",
        description="kept (finns kvar), changed (ändrad), merged (en av flera som slogs ihop), split (en av flera "
        "som den delades i) eller new (har ingen motsvarighet i planen före).",
    )
    basis: Basis = Field(title="Hur vi vet det", description=BASIS)
    note: str | None = Field(title="Kommentar", description="Vad som ändras, i redaktionens ord.")
    sources: Sources


class Dropped(Published):
    """A measure of the plan before that the plan does not have."""

    measure: ReferenceNumber = Field(title="Åtgärd", description="plan-id/nummer.")
    basis: Basis = Field(title="Hur vi vet det", description=BASIS)
    note: str | None = Field(title="Kommentar", description="Vad källan säger, i redaktionens ord.")
    sources: Sources


class PlanSuccession(Published):
    """A plan between the one before and the one that comes: whether it is decided, and what it leaves."""

    proposal: bool = Field(title="Förslag", description="true om planen är ett förslag: inget i den är beslutat.")
    replaces: tuple[Id, ...] = Field(title="Ersätter", description="Id för planerna som den här kommer efter.")
    dropped: tuple[Dropped, ...] = Field(
        title="Finns inte kvar", description="Åtgärder i planen före som inte finns i den här."
    )
