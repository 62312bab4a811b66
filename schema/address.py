"""Addresses on the site: those that have been published, and where those lead that are no more."""

from typing import Annotated

from pydantic import Field, StringConstraints

from schema.base import Model
from schema.vocabulary import Label

# A page's address from the root of the site; only such letters as its own addresses are made of.
PageAddress = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9][a-z0-9._-]*/)*$")]
Place = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9][a-z0-9._-]*/)*(#[a-z0-9-]+)?$")]


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
