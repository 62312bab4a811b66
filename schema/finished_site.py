"""What is noted of the finished site by programs: what trying it has shown, and which version was public when.

The findings of trials are written by `make audit`, and its accessibility statement tells of them. Of the versions
that were public nothing is known but what stands here: what is left out is unknown.
"""

from typing import Annotated

from pydantic import Field, StringConstraints

from schema.base import Model
from schema.choices import AuditKind
from schema.vocabulary import IsoDate, Label, Prose, Slug

ContentVersion = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
Revision = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?$")]  # git's SHA-1, or its SHA-256
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class AuditTool(Model):
    """A program that the site was tried with."""

    name: Label = Field(title="Namn", description="Programmets namn.")
    version: Label = Field(title="Version", description="Den version som användes.")


class AuditCheck(Model):
    """One kind of trial."""

    kind: AuditKind = Field(title="Prövning", description="Vad som har prövats.")
    cases: int = Field(ge=1, title="Fall", description="Hur många gånger det har prövats.")


class AuditFinding(Model):
    """A rule that is broken somewhere."""

    kind: AuditKind = Field(title="Prövning", description="Vilken prövning som fann bristen.")
    rule: Label = Field(title="Regel", description="Regelns namn i verktyget, eller dess nummer i WCAG 2.2.")
    pages: tuple[Label, ...] = Field(
        min_length=1, title="Sidor", description="Adresserna till sidorna, från webbplatsens rot. Startsidan är /."
    )


class Accessibility(Model):
    """The one file `accessibility.yaml`. It is made by a program, not by hand."""

    tested: IsoDate = Field(title="Prövad", description="Dagen då webbplatsen prövades.")
    pages: int = Field(ge=1, title="Antal sidor", description="Hur många sidor som prövades: alla som fanns.")
    tools: tuple[AuditTool, ...] = Field(min_length=1, title="Verktyg", description="Programmen som användes.")
    checks: tuple[AuditCheck, ...] = Field(min_length=1, title="Prövningar", description="Vad som prövades.")
    findings: tuple[AuditFinding, ...] = Field(
        title="Brister", description="Det som prövningarna fann. En tom lista betyder att de inte fann något."
    )


class PublicVersion(Model):
    """A version of the site that has been public."""

    id: Slug = Field(title="Id", description="Skiljer raderna åt, till exempel dagen då versionen blev publicerad.")
    public_from: IsoDate | None = Field(
        default=None,
        title="Publicerad från",
        description="Dagen då versionen blev publicerad. Utelämnas om den inte är känd.",
    )
    public_until: IsoDate | None = Field(
        default=None,
        title="Publicerad till",
        description="Dagen då en annan version tog dess plats, eller webbplatsen togs bort. Utelämnas om versionen "
        "fortfarande är publicerad, eller om dagen inte är känd.",
    )
    content_version: ContentVersion | None = Field(
        default=None,
        title="Innehållets version",
        description="Tolv tecken, så som sidan om ändringar skriver dem. Utelämnas om de inte är kända.",
    )
    revision: Revision | None = Field(
        default=None, title="Revision", description="Hela revisionen i git. Utelämnas om den inte är känd."
    )
    release: Label | None = Field(
        default=None,
        title="Utgåva",
        description="Versionen som make release fick, till exempel 1.2.0, om det fanns en.",
    )
    site_sha256: Sha256 | None = Field(
        default=None,
        title="Kontrollsumma",
        description="SHA-256 för hela webbplatsen, så som kommandot public räknar den. Utelämnas om den inte är känd.",
    )
    archived: Prose | None = Field(
        default=None,
        title="Arkiverad",
        description="Var en arkiverad kopia finns, och vad man anger för att få se den. Utelämnas om det inte är känt.",
    )
    note: Prose | None = Field(
        default=None, title="Kommentar", description="Hur vi vet det, om raden inte är skriven vid publiceringen."
    )


class PublicVersionFile(Model):
    """The file `public_versions.yaml`."""

    public_versions: tuple[PublicVersion, ...] = Field(
        title="Publicerade versioner", description="Webbplatsens versioner i tidsordning, den första först."
    )
