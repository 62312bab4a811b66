"""Help for those who need it now: beside the plans, which say nothing of it."""

from pydantic import Field

from schema.base import Model
from schema.vocabulary import IsoDate, Label, Prose, Slug, TargetRef, Url


class HelpLine(Model):
    """Where to turn with one thing. An address is shown as a link only once somebody has tried it."""

    id: Slug = Field(title="Id", description="Skiljer raderna åt.")
    title: Label = Field(title="Vad det gäller", description="Till exempel: Någon är i fara.")
    text: Prose = Field(title="Vad man gör", description="Det viktigaste i en mening eller två, i klarspråk.")
    phone: Label | None = Field(default=None, title="Telefon", description="Bara ett nummer som är säkert, som 112.")
    link: Url | None = Field(default=None, title="Sida", description="Sidan som hjälper, på stadens egen webbplats.")
    verified: IsoDate | None = Field(
        default=None, title="Prövad", description="Dagen då någon prövade sidan. Utan den visas raden som text."
    )
    on: tuple[TargetRef, ...] = Field(
        default=(),
        title="Visas på",
        description="Sidor där raden står, utöver startsidan. Skrivet som mellan [[ och ]], med plan: plan-id/1:1.",
    )


class HelpFile(Model):
    """The file `help.yaml`."""

    help: tuple[HelpLine, ...] = Field(title="Hjälp", description="Vart den som behöver hjälp kan vända sig.")
