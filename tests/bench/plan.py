"""The plan's own folder in the made-up contents."""

from collections.abc import Iterator

from tests.bench.content import CATEGORIES, DRAFTS, GOVERNING, GROUPS, PLAN, STARTING_POINTS, Size, shared_files
from tests.bench.words import Words, prose, sources

FOLDER = f"content/plans/{PLAN}"


def files(interventions: int) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file of a content with this many interventions."""
    size = Size(interventions)
    yield from shared_files(size)
    yield f"{FOLDER}/plan.yaml", _plan(size)
    for area in range(1, size.areas + 1):
        yield f"{FOLDER}/focus_areas/{area}.yaml", _area(size, area)
    for number in size.numbers:
        yield f"{FOLDER}/interventions/{number.replace(':', '-')}.yaml", _intervention(size, number)
    for order in range(1, size.areas + 2):
        yield f"{FOLDER}/indicators/indikator-{order}.yaml", _indicator(size, order)
    for order in range(1, STARTING_POINTS + 1):
        yield f"{FOLDER}/starting_points/utgangspunkt-{order}.yaml", _starting_point(size, order)
    yield f"{FOLDER}/drafts.yaml", "drafts:\n" + "".join(_draft(number) for number in size.numbers[:DRAFTS])


HEAD = f"""\
id: {PLAN}
title: Storstads plan för trygghet och goda livsvillkor 2023–2026
short_title: Handlingsplan 2023–2026
kind: plan
terms:
  area:
    indefinite: fokusområde
    definite: fokusområdet
    plural: fokusområden
    definite_plural: fokusområdena
    slug: fokusomraden
  measure:
    indefinite: insats
    definite: insatsen
    plural: insatser
    definite_plural: insatserna
    slug: insatser
document: handlingsplan
decision: beslut-1
diarienummer: 1001/22
valid_from: 2023-01-01
valid_to: 2026-12-31
"""


def _plan(size: Size) -> str:
    words = Words("plan", size.links)
    parts = [HEAD, prose("lead", words.text(300)), "sections:\n"]
    for number in range(1, 13):
        parts.append(f"  - id: avsnitt-{number}\n    heading: {words.title()}\n")
        parts += [prose("text", words.text(900), indent=4), sources("Genomförande", indent=4)]
    parts.append("goals:\n")
    for number in range(1, 4):
        parts.append(f"  - id: mal-{number}\n    title: {words.title()}\n    horizon: på lång sikt\n")
        parts += [prose("text", words.text(300), indent=4), sources("Mål", indent=4)]
    parts.append("target_categories:\n")
    for name in CATEGORIES:
        own = Words(name, size.links)  # not those of the plan, which may name the category in its own text
        parts.append(f"  - id: {name}\n    name: Kategori {name}\n" + prose("lead", own.text(100), indent=4))
        parts += [prose("text", own.text(600), indent=4), sources("Målgrupper", indent=4)]
    parts.append("governing_documents:\n")
    for name in size.documents[:GOVERNING]:
        parts += [f"  - document: {name}\n", prose("connection", words.text(300), indent=4)]
        parts.append(sources("Styrande dokument", indent=4))
    supporting = "".join(f"  - {name}\n" for name in size.documents[GOVERNING:])
    return "".join([*parts, f"supporting_documents:\n{supporting}", sources("Försättsblad")])


def _area(size: Size, area: int) -> str:
    words = Words(f"area-{area}", size.links)
    head = f"number: {area}\ntitle: {words.title()}\n"
    return head + prose("lead", words.text(250)) + prose("text", words.text(1500)) + sources(f"Fokusområde {area}")


def _intervention(size: Size, number: str) -> str:
    words = Words(number, size.links)
    head = f'number: "{number}"\ntitle: {words.title()}\n'
    if words.chance(1 / 4):
        head += f"table_title: {words.title()}\n"
    parts = [head, prose("lead", words.text(150)), prose("expected_result", words.text(60))]
    parts.append(prose("target_group", words.text(60)))
    parts.append(f"target_categories: [{', '.join(sorted(words.some_of(CATEGORIES, 1, 2)))}]\n")
    parts += [_responsibilities(size, words), prose("background", words.text(700)), "actions:\n"]
    parts += [_action(words) for _ in range(words.random.randint(2, 7))]
    parts.append(_references([other for other in words.some_of(size.numbers, 0, 3) if other != number], words))
    parts.append(f"documents: [{', '.join(words.some_of(size.documents, 0, 2))}]\n")
    parts.append(f"decisions: [{words.one_of(size.decisions)}]\n" if words.chance(1 / 4) else "")
    return "".join([*parts, sources(f"Insats {number}", f"Faktatabell {number}")])


def _responsibilities(size: Size, words: Words) -> str:
    """Return who does what: as a rule one body and four more, in one of eight everybody."""
    bodies = words.some_of(size.bodies, 6, 7)
    responsible = GROUPS[0] if words.chance(1 / 8) else ", ".join(bodies[1:5])
    contributing = f"  - role: contributing\n    bodies: [{', '.join(bodies[5:])}]\n" if words.chance(1 / 4) else ""
    scope = prose("scope", words.text(60), indent=4) if words.chance(1 / 4) else ""
    return (
        f"responsibilities:\n  - role: coordinating\n    bodies: [{bodies[0]}]\n{scope}"
        f"  - role: responsible\n    bodies: [{responsible}]\n{contributing}"
    )


def _action(words: Words) -> str:
    return prose("  -", words.text(180)).replace("-: >-", "- >-", 1).replace("\n  ", "\n    ")


def _references(numbers: list[str], words: Words) -> str:
    kinds = ("connection", "text")
    items = (f'  - intervention: "{number}"\n    stated_in: {words.one_of(kinds)}\n' for number in numbers)
    return f"references:\n{''.join(items)}" if numbers else ""


def _indicator(size: Size, order: int) -> str:
    words = Words(f"indicator-{order}", size.links)
    head = f"id: indikator-{order}\norder: {order}\nname: {words.title()}\ngoal: {words.title()}\nunit: personer\n"
    values = f"baseline:\n  year: 2022\n  value: {order * 5}\ntarget:\n  year: 2026\n  value: 0\n"
    return head + values + prose("text", words.text(250)) + sources("Indikatorer")


def _starting_point(size: Size, order: int) -> str:
    words = Words(f"starting-point-{order}", size.links)
    parts = [f"id: utgangspunkt-{order}\norder: {order}\ntitle: {words.title()}\n", prose("lead", words.text(200))]
    parts.append("sections:\n")
    for number in range(1, 5):
        parts.append(f"  - id: del-{number}\n    heading: {words.title()}\n")
        parts += [prose("text", words.text(600), indent=4), sources("Utgångspunkter", indent=4)]
    return "".join([*parts, sources("Utgångspunkter")])


def _draft(number: str) -> str:
    title = Words(f"draft-{number}").title()
    identity = number.replace(":", "-")
    head = f'  - id: 2021-{identity}\n    version: 2021-10-27\n    number: "{number}"\n'
    return (
        head
        + f'    title: {title}\n    outcome: kept\n    became: ["{number}"]\n'
        + sources("Från förslag till beslut", indent=4)
    )
