"""The table of long words: how each is put together, so that a search for a part finds the whole."""

from pydantic import Field

from schema.base import Model
from schema.vocabulary import JoinedWord


class Compounds(Model):
    """The file `compounds.yaml`. A word that is not a compound is listed too: then somebody has decided so."""

    words: tuple[JoinedWord, ...] = Field(
        title="Sammansatta ord", description="Ett ord på varje rad, med lodstreck mellan delarna: förskole|nämnd."
    )
    whole: tuple[JoinedWord, ...] = Field(
        default=(), title="Hela ord", description="Långa ord som inte är sammansatta, eller inte behöver delas."
    )
