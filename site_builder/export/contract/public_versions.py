"""The published contract: versions of the site that were public."""

from pydantic import Field

from schema.finished_site import ContentVersion, Revision, Sha256
from site_builder.export.contract.values import Day, Id, Published


class PublicVersion(Published):
    """A version of the site that was public, as far as that has been noted."""

    id: Id = Field(title="Id", description="Radens id.")
    public_from: Day | None = Field(title="Publicerad från", description="null om dagen inte är känd.")
    public_until: Day | None = Field(
        title="Publicerad till",
        description="Dagen då en annan version tog dess plats. null om dagen inte är känd, och för den sista om den är "
        "publicerad än.",
    )
    content_version: ContentVersion | None = Field(title="Innehållets version", description="null om den inte är känd.")
    revision: Revision | None = Field(title="Revision", description="Revisionen i git, null om den inte är känd.")
    release: str | None = Field(title="Utgåva", description="Utgåvans nummer, null om ingen är känd.")
    site_sha256: Sha256 | None = Field(
        title="Kontrollsumma", description="SHA-256 för hela webbplatsen, null om den inte är känd."
    )
    archived: str | None = Field(
        title="Arkiverad", description="Var en arkiverad kopia finns, null om det inte är känt."
    )
    note: str | None = Field(title="Kommentar", description="Hur vi vet det, om raden är skriven i efterhand.")
