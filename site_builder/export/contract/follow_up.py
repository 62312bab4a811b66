"""The published contract: what bodies have reported, and what is known of every duty."""

from enum import StrEnum

from pydantic import Field

from schema.vocabulary import Fingerprint, Number, Year
from site_builder.export.contract.values import URL, Address, Day, Id, Published, Section, Sources

VALUE = "Id i uppföljningens scale, null om frågan står i rapporten men lämnades utan svar."


class Standing(StrEnum):
    """What an answer comes to on all scales, in the three steps of 1.0."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Level(StrEnum):
    """What an answer comes to on all scales, in the four steps of 1.1."""

    YES = "yes"
    MOSTLY = "mostly"
    PARTLY = "partly"
    NO = "no"


class State(StrEnum):
    """The states of 1.0: what they say of a body is no more than that we hold an answer or do not."""

    ANSWERED = "answered"
    MISSING = "missing"
    NOT_ASKED = "not_asked"
    NOT_CONCERNED = "not_concerned"
    UNKNOWN = "unknown"


class KnownState(StrEnum):
    """The states of 1.1: what can be known."""

    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    NOT_IN_FORM = "not_in_form"
    NOT_PUBLISHED = "not_published"
    NOT_CONCERNED = "not_concerned"
    UNKNOWN = "unknown"


class ScaleStep(Published):
    """A value that an answer can have."""

    id: Id = Field(title="Id", description="Värdet i answers.")
    label: str = Field(title="Text", description="Värdet så som källan skriver det.")
    standing: Standing = Field(
        title="Innebörd",
        description="Vad svaret innebär på alla skalor: yes (ja), partly (något emellan), no (nej). Se även level.",
    )
    level: Level = Field(
        title="Nivå",
        description="Som standing, med två nivåer emellan: yes (ja), mostly (mindre utveckling behövs), partly (större "
        "utveckling behövs, eller delvis) eller no (nej).",
    )
    short_name: str | None = Field(title="Kort namn", description="Några få ord i stället för ett långt label.")


class Answer(Published):
    """What a body answered about one intervention, as it was reported."""

    plan: Id = Field(title="Plan", description="Id för planen, i plans.")
    number: Number = Field(title="Nummer", description="Åtgärdens nummer.")
    value: Id | None = Field(
        title="Svar",
        description=f"{VALUE} Så som det rapporterades: en rättelse står i corrections och ändrar inte här.",
    )
    comment: str | None = Field(
        title="Kommentar",
        description="I redaktionens ord, null om det inte finns någon. Så som den rapporterades, som value.",
    )
    question: str | None = Field(
        title="Fråga", description="Vad som frågades, i redaktionens ord. null om rapporten inte har någon fråga."
    )
    statement: str | None = Field(
        title="Påstående",
        description="Vad svaret tar ställning till, i redaktionens ord, om rapporten inte har någon fråga.",
    )
    reservation: str | None = Field(
        title="Förbehåll",
        description="Vad kommentaren till ett ja själv säger inte är gjort eller klart, i redaktionens läsning.",
    )
    sources: Sources


class Correction(Published):
    """What is right instead of an answer in the report, which itself stays as it was."""

    date: Day = Field(title="Datum", description="Dagen för rättelsen. Den senaste rättelsen av ett svar gäller.")
    plan: Id = Field(title="Plan", description="Id för planen, i plans.")
    number: Number = Field(title="Nummer", description="Numret på åtgärden vars svar rättas.")
    value: Id | None = Field(title="Svar", description=VALUE)
    comment: str | None = Field(title="Kommentar", description="Kommentaren så som den ska vara.")
    reason: str = Field(title="Skäl", description="Varför svaret rättas, och vem som säger det.")
    sources: Sources


class Unanswered(Published):
    """Somebody of whom a source says that they were asked and did not answer."""

    organization: Id = Field(title="Organisation", description="Id för den som inte svarade, enligt källan.")
    measures: tuple[str, ...] = Field(title="Åtgärder", description="Det som frågan gällde, alltid med planens id.")
    sources: Sources


class FollowUp(Published):
    """What one body said for one period. What is known of others is in the standings."""

    id: Id = Field(title="Id", description="Uppföljningens id.")
    organization: Id = Field(title="Organisation", description="Id för organisationen som svarade.")
    year: Year = Field(title="År", description="Året som uppföljningen gäller.")
    source: Id = Field(title="Källa", description="Id för dokumentet, i documents.")
    scale: tuple[ScaleStep, ...] = Field(title="Skala", description="Värden som ett svar kan ha, bäst först.")
    answers: tuple[Answer, ...] = Field(
        title="Svar", description="Ett svar för varje åtgärd som källan tar upp, så som det rapporterades."
    )
    title: str = Field(title="Titel", description="Uppföljningens namn på webbplatsen.")
    month: int | None = Field(ge=1, le=12, title="Månad", description="Månaden, 1–12, null om bara året anges.")
    answered_by: str | None = Field(title="Besvarad av", description="Förvaltningen som svarade, om källan anger den.")
    url: Address = Field(title="Adress", description=URL)
    lead: str = Field(title="Ingress", description="Vad rapporten är, i redaktionens ord.")
    lock: Fingerprint | None = Field(
        title="Lås", description="Kontrollsumma av den färdiga rapporten, null så länge den inte är låst."
    )
    corrections: tuple[Correction, ...] = Field(
        title="Rättelser", description="I tidsordning. Svaren i answers är kvar så som de rapporterades."
    )
    sections: tuple[Section, ...] = Field(title="Avsnitt", description="Det som rapporten säger utöver svaren.")
    form: Sources = Field(
        title="Formulär",
        description="Var det ifyllda formuläret står, om vi har hela. Annars [].",
    )
    unanswered: tuple[Unanswered, ...] = Field(
        title="Utan svar enligt källa", description="Andra som en källa säger fick frågan och inte svarade."
    )
    sources: Sources


class FollowUpStanding(Published):
    """What is known of one duty and one year. Combinations that are not here are not concerned."""

    plan: Id = Field(title="Plan", description="Id för planen, i plans.")
    number: Number = Field(title="Nummer", description="Åtgärdens nummer.")
    organization: Id | None = Field(
        title="Organisation", description="Id för organisationen, null där källorna inte säger vilka som ansvarar."
    )
    year: Year = Field(title="År", description="Ett år som någon har rapporterat om planen.")
    state: State = Field(
        title="Läge i 1.0",
        description="answered (här finns ett svar), missing (här finns inget svar, och någon rapport från året tar upp "
        "åtgärden), not_asked (ingen rapport som vi har från året tar upp åtgärden) eller unknown (ansvaret är okänt). "
        "missing och not_asked säger inget om vem som har tillfrågats eller svarat. Läs known i stället.",
    )
    known: KnownState = Field(
        title="Vad vi vet",
        description="answered (här finns ett svar), unanswered (en källa säger att organisationen fick frågan och inte "
        "svarade), not_in_form (vi har formuläret som organisationen fyllde i, och det har ingen fråga), not_published "
        "(inget svar är publicerat här, och vi vet inte om frågan har ställts eller om ett svar finns) eller unknown "
        "(ansvaret är okänt). Kombinationer som inte finns med är not_concerned (inte berörd).",
    )
    named: bool = Field(
        title="Nämns vid namn",
        description="true om planen ger organisationen uppgiften vid namn. false om den kommer från en grupp, eller om "
        "källorna inte ger organisationen någon uppgift. Räkna dem var för sig: alla grupper är inte uppräknade.",
    )
    qualified: bool = Field(
        title="Med förbehåll", description="true om svaret är ett ja med förbehåll, enligt redaktionens läsning."
    )
    follow_up: Id | None = Field(
        title="Uppföljning", description="Id för uppföljningen som frågan står i, i follow_ups."
    )
    value: Id | None = Field(
        title="Svar", description="Det svar som gäller, efter rättelser: id i uppföljningens scale. null utan svar."
    )
    sources: Sources
