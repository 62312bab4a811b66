"""Made-up Swedish for made-up contents: the same name gives the same words."""

import re
import textwrap
from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")

WHO = (
    "Nämnden", "Förvaltningen", "Skolan i området", "Fritidsgården", "Den som samordnar arbetet", "Personalen",
    "Styrelsen", "Teamet på plats", "Biblioteket", "Varje verksamhet", "Föreningarna", "Rektorn på skolan",
)  # fmt: skip
DOES = (
    "tar fram", "går igenom", "förbättrar", "följer upp", "beskriver", "provar", "ordnar", "samlar in uppgifter om",
    "bjuder in till samtal om", "bygger ut", "förenklar", "gör en kartläggning av",
)  # fmt: skip
WHAT = (
    "gemensamma rutiner för det första mötet", "stödet till föräldrar", "utbildningen för nya medarbetare",
    "arbetet på kvällar och helger", "lokalerna vid torget", "kontakten mellan skola och fritid", "läxhjälpen",
    "sätten att anmäla oro", "stödet till den som vill byta bana", "trygga vägar till och från skolan",
    "kunskapen om vad som fungerar", "sommarjobben för unga", "mötesplatserna i området",
)  # fmt: skip
WHY = (
    "så att fler får hjälp tidigt", "tillsammans med föreningarna", "innan nästa budget beslutas",
    "minst en gång om året", "med början i de områden där behoven är störst", "och berättar om resultatet för alla",
    "så att stödet är lika i hela kommunen", "med hjälp av dem som berörs", "efter samråd med polisen",
    "och lämnar en rapport till fullmäktige", "så att ingen behöver vänta länge",
)  # fmt: skip


class Words:
    """A source of words and choices for one thing in the content.

    `links` are references to strew in its texts, several of each kind; a reference to the thing itself is not used.
    """

    def __init__(self, name: str, links: Sequence[Sequence[str]] = ()) -> None:
        self.random = Random(name)
        self.links = links
        self.own = re.compile(rf"[:/\[]{re.escape(name)}[|\]]")

    def one_of(self, items: Sequence[Item]) -> Item:
        """Return one of the items."""
        return self.random.choice(items)

    def some_of(self, items: Sequence[Item], least: int, most: int) -> list[Item]:
        """Return a few different items."""
        return self.random.sample(items, min(len(items), self.random.randint(least, most)))

    def chance(self, share: float) -> bool:
        """Return true in a share of all cases."""
        return self.random.random() < share

    def title(self) -> str:
        """Return a heading."""
        return f"{self.one_of(DOES).capitalize()} {self.one_of(WHAT)} {self.one_of(WHY)}"

    def text(self, length: int) -> str:
        """Return whole sentences of about `length` characters, one in three with a reference."""
        sentences: list[str] = []
        while sum(map(len, sentences)) < length:
            sentences.append(self._sentence())
        return " ".join(sentences)

    def _sentence(self) -> str:
        words = f"{self.one_of(WHO)} {self.one_of(DOES)} {self.one_of(WHAT)} {self.one_of(WHY)}"
        if self.links and self.chance(1 / 3):
            link = self.one_of(self.one_of(self.links))
            words += "" if self.own.search(link) else f", se {link}"
        return f"{words}."


def prose(key: str, text: str, indent: int = 0) -> str:
    """Return a key with running text as an editor writes it: folded lines of at most 110 characters."""
    margin = " " * (indent + 2)
    lines = textwrap.fill(
        text,
        width=110,
        initial_indent=margin,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return f"{' ' * indent}{key}: >-\n{lines}\n"


def sources(*sections: str, indent: int = 0) -> str:
    """Return the key `sources` with references to headings in the plan's own document."""
    margin = " " * indent
    items = "".join(f"{margin}  - document: handlingsplan\n{margin}    section: {section}\n" for section in sections)
    return f"{margin}sources:\n{items}"
