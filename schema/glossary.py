"""The glossary: words and abbreviations that a reader may not know."""

from pydantic import Field

from schema.base import MeansPlan, Model, Sources
from schema.vocabulary import Label, Prose, Slug, TargetRef, TermRef


class GlossaryTerm(Model):
    """A word, and the abbreviation for it if there is one."""

    id: Slug = Field(title="Id", description="Blir ankare i ordlistan.")
    term: Label = Field(title="Ord", description="Ordet utskrivet, till exempel sociala insatsgrupper.")
    abbreviation: Label | None = Field(default=None, title="Förkortning", description="Till exempel SIG.")
    definition: Prose = Field(title="Förklaring", description="Vad ordet betyder, i egna ord.")
    everyday: tuple[Label, ...] = Field(
        default=(), title="Vardagsord", description="Vad folk säger i stället, till exempel soss. Bara för sökningen."
    )
    about: tuple[TargetRef, ...] = Field(
        default=(),
        title="Handlar om det",
        description="Sidor som en sökning på ordet ska leda till, skrivna som mellan [[ och ]], till exempel 2:1.",
    )
    see_also: tuple[TermRef, ...] = Field(default=(), title="Se även", description="Id för andra ord i ordlistan.")
    general_explanation: bool = Field(
        default=False,
        title="Allmän förklaring",
        description=(
            "true om redaktionen har förklarat ordet allmänt och källan inte gör det. Källorna säger då var ordet "
            "används."
        ),
    )
    sources: Sources = Field(
        default=(),
        title="Källor",
        description="Var förklaringen är hämtad. Utan källor ska den vara märkt som en allmän förklaring.",
    )


class GlossaryFile(MeansPlan):
    """The file `glossary.yaml`."""

    terms: tuple[GlossaryTerm, ...] = Field(title="Ord", description="Ordlistans ord.")
