"""Words that the search knows beside the glossary's: what people say for what needs no explanation."""

from pydantic import Field

from schema.base import MeansPlan, Model
from schema.vocabulary import Label, Slug, TargetRef


class SearchWord(Model):
    """Something that the plans are about, and what people call it."""

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
