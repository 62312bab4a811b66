"""Words: those that a reader may not know, and what the search has to know of words."""

from pydantic import Field

from schema.base import MeansPlan, Model, Sources
from schema.vocabulary import JoinedWord, Label, Prose, Slug, TargetRef, TermRef


class GlossaryTerm(Model):
    """A word, and the abbreviation for it if there is one."""

    id: Slug = Field(title="Id", description="Blir ankare i ordlistan.")
    formerly: tuple[Slug, ...] = Field(
        default=(), title="Förr", description="Id som ordet har haft. Hänvisningar till dem gäller det här."
    )
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


class SearchWord(Model):
    """Something that the plans are about and that needs no explanation, and what people call it."""

    id: Slug = Field(title="Id", description="Kort namn, till exempel narkotika.")
    words: tuple[Label, ...] = Field(min_length=1, title="Ord", description="Så som texterna säger.")
    everyday: tuple[Label, ...] = Field(default=(), title="Vardagsord", description="Vad folk säger i stället.")
    about: tuple[TargetRef, ...] = Field(
        default=(),
        title="Handlar om det",
        description="Sidor som en sökning ska leda till, den bästa först, skrivna som mellan [[ och ]].",
    )


class SearchWordFile(MeansPlan):
    """The file `search_words.yaml`."""

    search_words: tuple[SearchWord, ...] = Field(title="Sökord", description="Ord som sökningen känner.")


class PageQuestions(Model):
    """What readers may ask that a page answers, in their own words."""

    page: TargetRef = Field(
        title="Sida", description="Sidan som svarar, skriven som mellan [[ och ]], till exempel 2:1."
    )
    questions: tuple[Label, ...] = Field(
        min_length=1, title="Frågor", description="Så som någon utan planens ord skulle fråga. Bara för sökningen."
    )


class QuestionFile(MeansPlan):
    """The file `questions.yaml`."""

    questions: tuple[PageQuestions, ...] = Field(title="Frågor", description="Vad läsare frågar, sida för sida.")


class Compounds(Model):
    """The file `compounds.yaml`: how long words are put together, so that a search for a part finds the whole.

    A word that is not a compound is listed too: then somebody has decided so.
    """

    words: tuple[JoinedWord, ...] = Field(
        title="Sammansatta ord", description="Ett ord på varje rad, med lodstreck mellan delarna: förskole|nämnd."
    )
    whole: tuple[JoinedWord, ...] = Field(
        default=(), title="Hela ord", description="Långa ord som inte är sammansatta, eller inte behöver delas."
    )
