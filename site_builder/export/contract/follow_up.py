"""The published contract: what bodies have reported, and what is known of every duty."""

from pydantic import Field

from schema.choices import Standing
from schema.vocabulary import Fingerprint, Number, Year
from site_builder.export.contract.values import URL, Address, Day, Id, Published, Section, Sources
from site_builder.meaning.answers import State

VALUE = "Id i uppföljningens scale, null om frågan ställdes men inte fick något svar."


class ScaleStep(Published):
    """A value that an answer can have."""

    id: Id = Field(title="Id", description="Värdet i answers.")
    label: str = Field(title="Text", description="Värdet så som källan skriver det.")
    standing: Standing = Field(
        title="Innebörd", description="Vad svaret innebär på alla skalor: yes (ja), partly (delvis) eller no (nej)."
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
    question: str | None = Field(title="Fråga", description="Vad som frågades, i redaktionens ord.")
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


class FollowUp(Published):
    """What one body said for one period. Who was not asked and who has not answered is in the standings."""

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
        title="Läge",
        description="answered (har svarat), missing (svar saknas), not_asked (ingen fick frågan det året) eller "
        "unknown (ansvaret är okänt). Kombinationer som inte finns med är not_concerned (inte berörd).",
    )
    follow_up: Id | None = Field(
        title="Uppföljning", description="Id för uppföljningen som frågan står i, i follow_ups."
    )
    value: Id | None = Field(
        title="Svar", description="Det svar som gäller, efter rättelser: id i uppföljningens scale. null utan svar."
    )
