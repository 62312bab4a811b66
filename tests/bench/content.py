"""Made-up contents of any size in the real layout, as long and as closely linked as those of the real plan.

Areas and bodies grow with the square root of the number of interventions: 17 have 4 areas and 34 bodies as the real
plan has, 2000 have 44 and 114. The same size always gives the same texts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import isqrt

from tests.bench.words import Words, prose, sources

PLAN = "handlingsplan-2023-2026"
CATEGORIES = ("A", "B", "C", "D")
STARTING_POINTS = 8
GOVERNING = 10
DRAFTS = 40  # a plan is drafted once, however many its measures become: the real one has 29
GROUPS = ("samtliga-namnder-och-styrelser", "omradesnamnderna")


@dataclass(frozen=True)
class Size:
    """How much of everything there is."""

    interventions: int

    @property
    def areas(self) -> int:
        """The number of areas."""
        return isqrt(self.interventions)

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The official numbers of the interventions, dealt out evenly over the areas."""
        least, more = divmod(self.interventions, self.areas)
        counts = [least + (area < more) for area in range(self.areas)]
        return tuple(f"{area}:{number}" for area, count in enumerate(counts, 1) for number in range(1, count + 1))

    @cached_property
    def bodies(self) -> tuple[str, ...]:
        """The ids of the organizations."""
        return tuple(f"namnd-{number}" for number in range(1, 27 + 2 * isqrt(self.interventions)))

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents beside the plan itself: the governing ones first."""
        return tuple(f"dokument-{number}" for number in range(1, 31 + self.interventions // 10))

    @cached_property
    def decisions(self) -> tuple[str, ...]:
        """The ids of the decisions; the first one is about the plan."""
        return tuple(f"beslut-{number}" for number in range(1, 6 + self.interventions // 20))

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The ids of the glossary's terms."""
        return tuple(f"ord-{number}" for number in range(1, 61 + self.interventions // 20))

    @cached_property
    def links(self) -> tuple[tuple[str, ...], ...]:
        """References as they are written in running text, those of each kind together."""
        return (
            tuple(f"insats [[{PLAN}/{number}]]" for number in self.numbers),
            tuple(f"[[organisation:{name}]]" for name in self.bodies),
            tuple(f"[[dokument:{name}]]" for name in self.documents),
            tuple(f"[[begrepp:{name}]]" for name in self.terms),
            tuple(f"[[begrepp:{name}|samordnat stöd]]" for name in self.terms),
            tuple(f"[[kategori:{PLAN}/{name}]]" for name in CATEGORIES),
        )


def shared_files(size: Size) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file of the content outside the plan's folder."""
    yield "content/site.yaml", SITE
    for body in size.bodies:
        yield f"content/organizations/{body}.yaml", _organization(size, body)
    yield "content/organizations/groups.yaml", "groups:\n" + "".join(_group(size, group) for group in GROUPS)
    everything = ("handlingsplan", *size.documents)
    yield "content/documents.yaml", "documents:\n" + "".join(_document(size, name) for name in everything)
    yield "content/decisions.yaml", "decisions:\n" + "".join(_decision(size, name) for name in size.decisions)
    yield "content/glossary.yaml", "terms:\n" + "".join(_term(size, name) for name in size.terms)
    yield "docs/om.md", f"# Om webbplatsen\n\n{Words('om', size.links).text(2000)}\n"


SITE = f"""\
name: Planer i Storstad
description: Vad Storstad har beslutat att göra, och vem som gör det.
url: https://planer.storstad.example/
edit_url: https://git.storstad.example/planer/edit/main/
current_plan: {PLAN}
contact: planer@storstad.example
sender:
  name: Storstads kommun
  url: https://www.storstad.example/
editorial_note: >-
  Texterna är sammanfattningar. Det beslutade dokumentet gäller.
"""


def _organization(size: Size, name: str) -> str:
    number = size.bodies.index(name)
    kind = ("committee", "authority", "company_board", "authority", "external")[number % 5]
    head = f"id: {name}\nname: Nämnden i område {number + 1}\nkind: {kind}\nadministration: Förvaltning {number + 1}\n"
    return head + prose("summary", Words(name).text(180)) + sources("Ansvar", "Genomförande")


def _group(size: Size, name: str) -> str:
    who = (
        "member_kinds: [committee, company_board]" if name == GROUPS[0] else f"members: [{', '.join(size.bodies[:4])}]"
    )
    title = name.replace("-", " ").capitalize()
    summary = prose("summary", Words(name).text(150), indent=4)
    return f"  - id: {name}\n    name: {title}\n{summary}    {who}\n" + sources("Ansvar", indent=4)


def _document(size: Size, name: str) -> str:
    words = Words(name, size.links)
    number = size.documents.index(name) + 1 if name in size.documents else 0
    own = f"    decision: {size.decisions[0]}\n    plan: {PLAN}\n" if number == 0 else ""
    head = f"  - id: {name}\n    title: {words.title()} {number}\n    kind: report\n    issuer: Storstads kommun\n"
    body = f"    year: {2010 + number % 14}\n{own}" + prose("summary", words.text(250), indent=4)
    return head + body + sources("Underlag", indent=4)


def _decision(size: Size, name: str) -> str:
    words = Words(name, size.links)
    number = size.decisions.index(name) + 1
    date = f"{2022 if number > 1 else 2023}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    head = f"  - id: {name}\n    title: {words.title()}\n    body: {size.bodies[0]}\n    date: {date}\n"
    paragraph = f"    paragraph: {number}\n    diarienummer: {1000 + number}/22\n"
    return head + paragraph + prose("summary", words.text(200), indent=4) + sources("Beslut", indent=4)


def _term(size: Size, name: str) -> str:
    words = Words(name, size.links)
    number = size.terms.index(name) + 1
    head = f"  - id: {name}\n    term: samordnat stöd av sort {number}\n"
    see_also = f"    see_also:\n      - {size.terms[number % len(size.terms)]}\n"
    return head + prose("definition", words.text(200), indent=4) + see_also + sources("Ordlista", indent=4)
