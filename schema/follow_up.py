"""Follow-up: what one body reported for one period. It is never rewritten; a correction is an entry of its own.

What is ours, and not the report's, stands beside it and outside its lock: corrections, how we read an answer, whether
we hold the form, and of whom a source says that they were asked and did not answer.
"""

from pydantic import Field

from schema.base import Model, Section, Sources
from schema.choices import Standing
from schema.vocabulary import (
    DocumentRef,
    Fingerprint,
    InterventionRef,
    IsoDate,
    Label,
    OrganizationRef,
    PlanRef,
    Prose,
    Slug,
    Year,
)

VALUE = "Id för ett steg på skalan. Utelämnas om frågan ställdes men inte besvarades."


class ScaleStep(Model):
    """A value that an answer can have, as the report defines it."""

    id: Slug = Field(title="Id", description="Till exempel ja.")
    name: Label = Field(title="Namn", description="Steget så som rapporten skriver det.")
    short_name: Label | None = Field(
        default=None, title="Kort namn", description="Några få ord för tabeller, om namnet är långt."
    )
    standing: Standing = Field(
        title="Innebörd",
        description=(
            "yes (ja), mostly (mindre utveckling behövs), partly (större utveckling behövs, eller delvis) eller no "
            "(nej). Den som inte svarar yes måste säga varför."
        ),
    )


class Answer(Model):
    """What the body answered about one measure."""

    measure: InterventionRef = Field(title="Åtgärd", description="Till exempel handlingsplan-2023-2026/1:3.")
    question: Prose | None = Field(
        default=None, title="Fråga", description="Vad som frågades, i egna ord. Bara där rapporten har en fråga."
    )
    statement: Prose | None = Field(
        default=None,
        title="Påstående",
        description="Vad svaret tar ställning till, i egna ord, där rapporten har ett påstående och ingen fråga.",
    )
    value: Slug | None = Field(default=None, title="Svar", description=VALUE)
    comment: Prose | None = Field(default=None, title="Kommentar", description="Vad organisationen säger, i egna ord.")
    sources: Sources = Field(min_length=1, title="Källor", description="Var svaret står.")


class Correction(Model):
    """What is right instead of an answer in the report: who reads sees both."""

    date: IsoDate = Field(title="Datum", description="Dagen för rättelsen, ÅÅÅÅ-MM-DD.")
    measure: InterventionRef = Field(title="Åtgärd", description="Åtgärden vars svar rättas.")
    value: Slug | None = Field(default=None, title="Svar", description=VALUE)
    comment: Prose | None = Field(default=None, title="Kommentar", description="Kommentaren så som den ska vara.")
    reason: Prose = Field(title="Skäl", description="Varför svaret rättas, och vem som säger det.")
    sources: Sources = Field(default=(), title="Källor", description="Var rättelsen står, om den står någonstans.")


class AnswerReading(Model):
    """How we read a yes whose own comment limits it. The reading is ours, so it is no part of the report."""

    measure: InterventionRef = Field(title="Åtgärd", description="Åtgärden vars svar har ett förbehåll.")
    reservation: Prose = Field(
        title="Förbehåll",
        description="Vad kommentaren själv säger inte är gjort eller klart, kort och i egna ord.",
    )


class Unanswered(Model):
    """Somebody of whom a source says both that they were asked and that they did not answer."""

    organization: OrganizationRef = Field(title="Organisation", description="Id för den som inte svarade.")
    measures: tuple[InterventionRef, ...] = Field(
        min_length=1, title="Åtgärder", description="Åtgärderna som frågan gällde, till exempel 1:3."
    )
    sources: Sources = Field(
        min_length=1, title="Källor", description="Var det står att organisationen fick frågan och inte svarade."
    )


class FollowUp(Model):
    """One file in `follow_ups/`: one body's report for one period."""

    id: Slug = Field(title="Id", description="Filens namn utan .yaml; blir sidans adress.")
    formerly: tuple[Slug, ...] = Field(
        default=(), title="Förr", description="Id som rapporten har haft. Gamla adresser leder hit."
    )
    title: Label = Field(title="Titel", description="Till exempel: Uppföljning 2024, socialförvaltningen Sydväst.")
    organization: OrganizationRef = Field(title="Organisation", description="Id för organisationen som svarade.")
    answered_by: Label | None = Field(
        default=None, title="Besvarad av", description="Förvaltningen som svarade, om källan anger den. Inga personer."
    )
    year: Year = Field(title="År", description="Året som rapporten gäller.")
    month: int | None = Field(
        default=None, ge=1, le=12, title="Månad", description="Månaden, 1–12, om det är fler än en rapport per år."
    )
    document: DocumentRef = Field(title="Dokument", description="Id för rapporten i documents.yaml.")
    lead: Prose = Field(title="Ingress", description="Vad rapporten är, i ett stycke.")
    scale: tuple[ScaleStep, ...] = Field(min_length=1, title="Skala", description="Svaren man kunde välja, bäst först.")
    answers: tuple[Answer, ...] = Field(min_length=1, title="Svar", description="Ett för varje åtgärd som tas upp.")
    sections: tuple[Section, ...] = Field(
        default=(), title="Avsnitt", description="Det som rapporten säger utöver svaren om åtgärder."
    )
    plan: PlanRef | None = Field(
        default=None,
        title="Plan",
        description="Id för den plan som ett nummer utan plan hör till i rapporten. Svaren skriver alltid ut planen.",
    )
    lock: Fingerprint | None = Field(
        default=None,
        title="Lås",
        description="Skrivs när rapporten är färdig. Sedan ändras den inte: fel rättas under corrections.",
    )
    corrections: tuple[Correction, ...] = Field(default=(), title="Rättelser", description="Rättelser i tidsordning.")
    readings: tuple[AnswerReading, ...] = Field(
        default=(),
        title="Läsningar",
        description="Ja som har förbehåll i kommentaren. Läsningen är redaktionens och omfattas inte av låset.",
    )
    form: Sources = Field(
        default=(),
        title="Formulär",
        description=(
            "Var i dokumentet det ifyllda formuläret står, om vi har hela. Det som det inte tar upp visas som att det "
            "inte frågades. Utelämnas om vi inte har formuläret. Omfattas inte av låset."
        ),
    )
    unanswered: tuple[Unanswered, ...] = Field(
        default=(),
        title="Utan svar enligt källa",
        description=(
            "Andra organisationer, om en källa säger att de fick frågan och inte svarade. Skriv aldrig något här som "
            "ingen källa säger. Omfattas inte av låset."
        ),
    )
    sources: Sources = Field(min_length=1, title="Källor", description="Var uppgifterna är hämtade.")
