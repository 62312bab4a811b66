"""The site as a whole: name, address, sender and current plan; old addresses; and waivers of its rules."""

from typing import Annotated

from pydantic import Field, StringConstraints

from schema.base import Model
from schema.vocabulary import (
    Email,
    IsoDate,
    Label,
    LanguageCode,
    PlanRef,
    Prose,
    SiteUrl,
    Slug,
    TargetRef,
    Url,
)

# A page's address from the root of the site; only such letters as its own addresses are made of.
PageAddress = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9][a-z0-9._-]*/)*$")]
Place = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9][a-z0-9._-]*/)*(#[a-z0-9-]+)?$")]


class Sender(Model):
    """Who publishes the site."""

    name: Label = Field(title="Namn", description="Avsändarens namn, så som det ska stå i sidfoten.")
    url: Url = Field(title="Adress", description="Avsändarens egen webbplats, med https.")


class ForeignWords(Model):
    """Words of another language that stand in the texts; a screen reader then says them right."""

    language: LanguageCode = Field(title="Språk", description="Språkets kod: en, fi, so …")
    words: tuple[Label, ...] = Field(
        min_length=1, title="Ord", description="Ord och uttryck på det språket. Egennamn behöver inte stå med."
    )


class Site(Model):
    """The one file `site.yaml`."""

    name: Label = Field(title="Webbplatsens namn", description="Kort namn som står överst på varje sida.")
    language: LanguageCode = Field(
        default="sv", title="Språk", description="Webbplatsens språk, som kod: sv (svenska) eller en (engelska)."
    )
    description: Label = Field(title="Beskrivning", description="En mening om webbplatsen, för sökmotorer och delning.")
    url: SiteUrl = Field(
        title="Adress", description="Adressen där webbplatsen publiceras, med https och snedstreck sist."
    )
    edit_url: Url = Field(
        title="Redigeringsadress",
        description="Adress till redigering i git. Filens sökväg läggs till sist: …/edit/main/",
    )
    current_plan: PlanRef = Field(title="Aktuell plan", description="Id för den plan som startsidan visar.")
    contact: Email = Field(
        title="E-post", description="Funktionsadress dit läsare skriver om fel på sidorna. Ingen persons adress."
    )
    sender: Sender = Field(title="Avsändare", description="Vem som ger ut webbplatsen.")
    known_barriers: tuple[Prose, ...] = Field(
        default=(),
        title="Kända hinder",
        description="Brister i tillgängligheten som ni känner till och som inget program hittar, och varför de finns.",
    )
    foreign_words: tuple[ForeignWords, ...] = Field(
        default=(),
        title="Främmande ord",
        description="Ord på andra språk i texterna. De märks med sitt språk, så att talsyntes läser dem rätt.",
    )
    case_number_forms: tuple[Label, ...] = Field(
        default=(),
        title="Former för diarienummer",
        description="Så som kommunen skriver diarienummer, med 0 för varje siffra, till exempel 0000/00. "
        "Utan former godtas vilket diarienummer som helst.",
    )
    editorial_note: Prose = Field(
        title="Om texterna",
        description="Säger att texterna är redaktionella sammanfattningar och att det beslutade dokumentet gäller.",
    )


class Redirect(Model):
    """An address that has been published and is no page any longer, and what it became."""

    old: PageAddress = Field(title="Gammal adress", description="Från webbplatsens rot, till exempel /tema/gangen/.")
    new: Place = Field(title="Ny adress", description="Sidan som läsaren ska komma till, med #plats om den har en.")
    reason: Label | None = Field(default=None, title="Skäl", description="Varför adressen ändrades, i en rad.")


class RedirectFile(Model):
    """The file `redirects.yaml`, for what `formerly` cannot say."""

    redirects: tuple[Redirect, ...] = Field(
        title="Omdirigeringar", description="Gamla adresser, där inget formerly i filerna säger vad de blev."
    )


class Published(Model):
    """The file `published.yaml`: every page address that readers have been promised. Only added to."""

    addresses: tuple[PageAddress, ...] = Field(
        title="Adresser", description="Sidornas adresser från webbplatsens rot. Ingen tas bort."
    )


class Waiver(Model):
    """A rule that is waived for a file, or for a field of it."""

    code: Slug = Field(
        title="Kontroll", description="Koden inom hakparentes i meddelandet, till exempel numbering-gap."
    )
    path: Label = Field(title="Fil", description="Filens sökväg så som meddelandet skriver den.")
    field: Label | None = Field(
        default=None,
        title="Fält",
        description=(
            "Fältet i filen, om undantaget inte gäller hela. Punkt mellan delarna, till exempel actions.2 eller "
            "documents.ungdomsplan.title."
        ),
    )
    reason: Label = Field(title="Skäl", description="Varför regeln inte ska gälla här, i en mening.")
    until: IsoDate = Field(
        title="Sista dag", description="Sista dagen som undantaget gäller, ÅÅÅÅ-MM-DD. Dagen efter är det ett fel."
    )


class Waivers(Model):
    """The file `waivers.yaml`."""

    waivers: tuple[Waiver, ...] = Field(
        title="Undantag", description="Kontroller som inte ska gälla på ett visst ställe, till en viss dag."
    )


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
