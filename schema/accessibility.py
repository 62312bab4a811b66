"""What trying the site has shown: the findings that its accessibility statement tells of. Written by `make audit`."""

from pydantic import Field

from schema.base import Model
from schema.choices import AuditKind
from schema.vocabulary import IsoDate, Label


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
