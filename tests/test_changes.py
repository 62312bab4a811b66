"""What changed between two states of some content: golden pairs, each with the sentences that tell of it."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.changes.change import Change, Nature
from site_builder.changes.compare import compare
from site_builder.changes.contents import contents_of, new_pieces
from site_builder.changes.history import anchored
from site_builder.changes.natures import UNTOLD_KINDS
from site_builder.changes.sentences import sentence
from site_builder.reading.layout import FILE_KINDS
from site_builder.reading.read import read_strings
from tests.cases import replaced_once
from tests.miniature import texts

PLAN = "content/plans/ungdomsplan-2023-2026"
FIRST, SECOND = f"{PLAN}/interventions/1-1.yaml", f"{PLAN}/interventions/1-2.yaml"
INDICATOR = f"{PLAN}/indicators/unga-utan-fritid.yaml"
COMMITTEE = "content/organizations/kulturnamnden.yaml"
Texts = dict[str, str]


def changes(before: Texts, after: Texts) -> tuple[Change, ...]:
    """The changes from one state to another."""
    pieces = new_pieces()
    return compare(contents_of(before, pieces), contents_of(after, pieces))


def told(before: Texts, after: Texts, nature: Nature | None = None) -> list[str]:
    """The sentences of those changes, of one nature or of all."""
    words = read_strings()
    return [sentence(one, words) for one in changes(before, after) if nature in (None, one.nature)]


def with_replaced(path: str, old: str, new: str, base: Texts | None = None) -> Texts:
    """The miniature with a piece of one file replaced."""
    found = base or texts()
    return {**found, path: replaced_once(found[path], old, new)}


CASES = {
    "a body gets a role": (
        SECOND,
        "bodies: [samtliga-namnder-och-styrelser]",
        "bodies: [samtliga-namnder-och-styrelser, lansmuseet]",
        ["Insats 1:2: Länsmuseet tillkom som ansvarig."],
    ),
    "a body loses a role": (
        FIRST,
        "      - barn-och-utbildningsnamnden\n",
        "",
        ["Insats 1:1: Barn- och utbildningsnämnden står inte längre som ansvarig."],
    ),
    "a body gets a role later": (
        SECOND,
        "bodies: [samtliga-namnder-och-styrelser]",
        (
            "bodies: [samtliga-namnder-och-styrelser]\n"
            "  - role: responsible\n    bodies: [lansmuseet]\n    valid_from: 2026"
        ),
        ["Insats 1:2: Länsmuseet tillkom som ansvarig (gäller från: 2026)."],
    ),
    "a role ends": (
        SECOND,
        "bodies: [samtliga-namnder-och-styrelser]",
        "bodies: [samtliga-namnder-och-styrelser]\n    valid_to: 2025-12-31",
        ["Insats 1:2: Samtliga nämnder och styrelser står som ansvarig till och med 2025-12-31."],
    ),
    "a measure ends": (
        SECOND,
        "title: Fråga unga vad de vill",
        "title: Fråga unga vad de vill\nvalid_to: 2025-12-31\nended_by: 2022-kommunfullmaktige",
        [
            "Insats 1:2: gäller till och med 2025-12-31.",
            "Insats 1:2, upphörde genom: angavs inte tidigare, är nu ”Klimatprogrammet antas”.",
        ],
    ),
    "a measure replaces another": (
        SECOND,
        "title: Fråga unga vad de vill",
        'title: Fråga unga vad de vill\nvalid_from: 2026\nreplaces: ["2:1"]',
        ["Insats 1:2: gäller från och med 2026.", "Insats 1:2, ersätter: 2:1 tillkom."],
    ),
    "a body ends and has had another name": (
        COMMITTEE,
        "kind: committee",
        "kind: committee\nvalid_to: 2026\nformer_names:\n  - name: Biblioteksnämnden\n    valid_to: 2019",
        [
            "Kulturnämnden: finns till och med 2026.",
            "Kulturnämnden, tidigare namn: Biblioteksnämnden (till och med: 2019) tillkom.",
        ],
    ),
    "somebody leaves a group": (
        "content/organizations/groups.yaml",
        "      - lansmuseet\n",
        "      - lansmuseet\n    member_periods:\n      - body: lansmuseet\n        valid_to: 2024\n",
        ["Kulturkretsen, medlemskap i tiden: Länsmuseet (gäller till och med: 2024) tillkom."],
    ),
    "a decision changes a plan": (
        "content/decisions.yaml",
        "    body: kulturnamnden\n",
        "    body: kulturnamnden\n    revises: [ungdomsplan-2023-2026]\n",
        ["Beslutet ”Uppdrag att utreda en ny fritidsgård”, ändrar: Ungdomsplan 2023–2026 tillkom."],
    ),
    "a body has another role": (
        SECOND,
        "role: responsible",
        "role: contributing",
        ["Insats 1:2: Samtliga nämnder och styrelser står som bidragande, tidigare som ansvarig."],
    ),
    "a value is another": (
        FIRST,
        "sek_per_year: 1200000",
        "sek_per_year: 900000",
        ["Insats 1:1, kostnad, kronor per år: 1200000 blev 900000."],
    ),
    "a zero comes": (
        INDICATOR,
        "values:\n",
        "values:\n  - year: 2024\n    value: 0\n",
        ["Indikatorn ”Unga som saknar en fritidsaktivitet”, uppmätta värden: 2024 (värde: 0) tillkom."],
    ),
    "a value that nobody knew goes": (
        INDICATOR,
        "target:\n  year: 2026\n  value: 0\n",
        "",
        ["Indikatorn ”Unga som saknar en fritidsaktivitet”, målvärde: år: 2026, värde: 0 står inte längre med."],
    ),
    "a connection comes": (
        SECOND,
        'references:\n  - intervention: "1:1"\n',
        'references:\n  - intervention: "1:1"\n  - intervention: klimatprogram-2022-2027/1:2\n',
        ["Insats 1:2, kopplingar: Klimatprogram 2022–2027 1:2 tillkom."],
    ),
    "another title": (
        SECOND,
        "title: Fråga unga vad de vill",
        "title: Fråga barn vad de vill",
        ["Insats 1:2, titel: ”Fråga unga vad de vill” blev ”Fråga barn vad de vill”."],
    ),
    "a name of a body": (
        COMMITTEE,
        "name: Kulturnämnden",
        "name: Kultur- och fritidsnämnden",
        ["Kultur- och fritidsnämnden, namn: ”Kulturnämnden” blev ”Kultur- och fritidsnämnden”."],
    ),
    "prose is written anew": (
        FIRST,
        "lead: Kommunen öppnar en fritidsgård mitt i staden, som har öppet varje kväll.",
        "lead: Mitt i staden öppnar kommunen en fritidsgård med öppet varje kväll.",
        ["Insats 1:1: texten skrevs om (ingress)."],
    ),
    "prose is wrapped": (
        FIRST,
        "I enkäten svarade fyra av tio unga att de saknar\n  någonstans",
        "I enkäten svarade fyra\n  av tio unga att de saknar någonstans",
        [],
    ),
    "a number in prose": (
        FIRST,
        "räknar med 1,2 miljoner",
        "räknar med 1,3 miljoner",
        [
            (
                "Insats 1:1: texten skrevs om (kostnad, text). Tal som inte längre står där: 1,2. "
                "Tal som inte stod där förut: 1,3."
            )
        ],
    ),
    "a word becomes a link": (
        FIRST,
        "Hitta en lokal vid torget",
        "Hitta en [[utgångspunkt:fritid|lokal]] vid torget",
        ["Insats 1:1: länkarna i texten ändrades, inte orden (vad som ska göras)."],
    ),
    "what a plan states comes": (
        SECOND,
        "target_categories",
        "expected_result: Fler svarar.\ntarget_categories",
        ["Insats 1:2, förväntat resultat: angavs inte tidigare, har nu en text."],
    ),
    "a source": (
        SECOND,
        "section: Insats 1:2",
        "section: Insatserna",
        [
            (
                "Insats 1:2: källhänvisningarna ändrades. Togs bort: ”Småstads plan för ungas fritid 2023–2026” "
                "(Insats 1:2). Tillkom: ”Småstads plan för ungas fritid 2023–2026” (Insatserna)."
            )
        ],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_change_is_told_as_what_it_is(case: tuple[str, str, str, list[str]]) -> None:
    """One change of the content, and all that is said of it."""
    path, old, new, expected = case
    assert told(texts(), with_replaced(path, old, new)) == expected


def renumbered() -> Texts:
    """The miniature with 1:2 as 1:3, and everything that refers to it following."""
    found = texts()
    text = found.pop(SECOND)
    found[f"{PLAN}/interventions/1-3.yaml"] = replaced_once(text, 'number: "1:2"', 'number: "1:3"')
    for path in found:
        if path.startswith(PLAN):
            found[path] = (
                found[path].replace("[[1:2]]", "[[1:3]]").replace('intervention: "1:2"', 'intervention: "1:3"')
            )
        if path.endswith("drafts.yaml"):
            found[path] = found[path].replace('"1:2"', '"1:3"')
        found[path] = found[path].replace("ungdomsplan-2023-2026/1:2", "ungdomsplan-2023-2026/1:3")
    return found


def test_renumbered_is_not_gone_and_new() -> None:
    """One change: everything that refers to it means the same as before."""
    assert told(texts(), renumbered(), Nature.FACT) == ["Insats 1:3 hade tidigare nummer 1:2."]


@pytest.mark.parametrize("former", [["1:2"], ["1:2", "1:4"]])
def test_that_it_says_its_former_number_itself_is_not_told_twice(former: list[str]) -> None:
    """What `renumber` writes beside the new number; a former number more is a fact of its own."""
    path = f"{PLAN}/interventions/1-3.yaml"
    found = {**renumbered(), path: f"{renumbered()[path].rstrip()}\nformerly: {former}\n".replace("'", '"')}
    expected = ["Insats 1:3 hade tidigare nummer 1:2."]
    assert told(texts(), found) == expected + ["Insats 1:3, förr: 1:4 tillkom."] * (len(former) - 1)
    back = texts()
    back[SECOND] = f'{back[SECOND].rstrip()}\nformerly: ["1:3"]\n'
    renamed = {**found, path: found[path].replace("1:4", "1:5")}
    assert "Insats 1:2 hade tidigare nummer 1:3." in told(renamed, back)
    assert not [line for line in told(renamed, back) if "förr: 1:2" in line or "förr: 1:3" in line]


def test_two_that_change_numbers_are_known_by_their_titles() -> None:
    """Both numbers were there before, and neither intervention says anything new."""
    found = texts()
    one, other = found[FIRST], found[SECOND]
    found[FIRST] = other.replace('number: "1:2"', 'number: "1:1"').replace('intervention: "1:1"', 'intervention: "1:2"')
    found[SECOND] = one.replace('number: "1:1"', 'number: "1:2"').replace('intervention: "1:2"', 'intervention: "1:1"')
    numbers = [line for line in told(texts(), found, Nature.FACT) if "nummer" in line]
    assert numbers == ["Insats 1:1 hade tidigare nummer 1:2.", "Insats 1:2 hade tidigare nummer 1:1."]


def test_a_renumbered_one_that_changed_is_told_to_have_changed() -> None:
    """What else is another is told under the new number."""
    path = f"{PLAN}/interventions/1-3.yaml"
    found = with_replaced(path, "target_categories: [A, B]", "target_categories: [A]", renumbered())
    assert told(texts(), found, Nature.FACT) == [
        "Insats 1:3 hade tidigare nummer 1:2.",
        "Insats 1:3, målgruppskategorier: Kategori B står inte längre med.",
    ]


def test_a_body_with_another_id_is_the_same_body() -> None:
    """The id is no fact, and roles, groups and reports that name it say what they said."""
    found = {
        path.replace("organizations/kulturnamnden", "organizations/kulturen"): (
            text.replace("kulturnamnden", "kulturen")
            if "follow_ups" not in path
            else text.replace("organization: kulturnamnden", "organization: kulturen")
        )
        for path, text in texts().items()
    }
    assert told(texts(), found, Nature.FACT) == []
    assert "Kulturnämnden har fått nytt id: kulturen i stället för kulturnamnden." in told(texts(), found)


def test_a_plan_in_another_folder_is_the_same_plan() -> None:
    """Everything in it, and everything that names it, says what it said."""
    new = "ungdomsplan-2023-2027"
    found = {path.replace("ungdomsplan-2023-2026", new): text for path, text in texts().items()}
    found = {path: text.replace("ungdomsplan-2023-2026", new) for path, text in found.items()}
    assert told(texts(), found) == [
        f"Ungdomsplan 2023–2026 har fått nytt id: {new} i stället för ungdomsplan-2023-2026."
    ]


def test_a_report_like_the_one_before_is_another_report() -> None:
    """One goes and one comes: nobody says that they are one, however alike they are."""
    path = "content/follow_ups/2024-kulturnamnden.yaml"
    found = texts()
    text = (
        found.pop(path).replace("id: 2024-kulturnamnden", "id: 2025-kulturnamnden").replace("year: 2024", "year: 2025")
    )
    found["content/follow_ups/2025-kulturnamnden.yaml"] = re.sub(r"title: .*", "title: Uppföljning 2025", text, count=1)
    lines = told(texts(), found, Nature.FACT)
    assert "Uppföljning 2025 lades in på webbplatsen." in lines
    assert any(line.endswith("togs bort från webbplatsen.") for line in lines)


def test_what_came_and_went_is_one_sentence_each() -> None:
    """Nothing that stands in it is told beside it."""
    without = {path: text for path, text in texts().items() if path != SECOND}
    assert told(texts(), without, Nature.FACT)[0] == (
        "Insats 1:2 (”Fråga unga vad de vill”) togs bort från webbplatsen."
    )
    assert told(without, texts()) == ["Insats 1:2 (”Fråga unga vad de vill”) lades in på webbplatsen."]


def test_moved_prose_is_no_change_of_fact() -> None:
    """A text that stands in another field, word for word."""
    before = with_replaced(SECOND, "actions:", "background: Unga vet bäst själva.\nactions:")
    after = with_replaced(SECOND, "actions:", "expected_result: Unga vet bäst själva.\nactions:")
    assert told(before, after) == ["Insats 1:2: text flyttades utan att ändras (förväntat resultat)."]


def test_the_order_of_lists_and_keys_says_nothing() -> None:
    """The same facts in another order."""
    found = with_replaced(FIRST, "documents: [ungdomsenkat]\ndecisions: [uppdrag-fritidsgard]\n", "")
    found[FIRST] += "decisions: [uppdrag-fritidsgard]\ndocuments: [ungdomsenkat]\n"
    found = with_replaced(
        FIRST,
        "      - barn-och-utbildningsnamnden\n      - kulturnamnden\n",
        "      - kulturnamnden\n      - barn-och-utbildningsnamnden\n",
        found,
    )
    assert told(texts(), found) == []


def test_a_state_that_does_not_fit_the_schema_is_read_as_far_as_it_goes() -> None:
    """Unknown fields are passed over, wrong ones do no harm, and a file that is no YAML holds nothing."""
    strange = with_replaced(
        SECOND, "target_categories: [A, B]", "colour: blue\ntarget_categories: A\nreferences_old: 3"
    )
    strange[INDICATOR] = "id: [\n"
    lines = told(strange, texts(), Nature.FACT)
    assert "Insats 1:2, målgruppskategorier: Kategori B tillkom." in lines
    assert "Indikatorn ”Unga som saknar en fritidsaktivitet” lades in på webbplatsen." in lines


def test_nothing_is_told_of_the_same_content() -> None:
    """No sentence where nothing changed, and everything where all is new."""
    assert told(texts(), texts()) == []
    assert len(told({}, texts())) > 30


def test_addresses_of_changes_differ_and_stay() -> None:
    """Each change has an anchor of its own, which is the same whenever it is worked out."""
    moment = "2025-03-01T12:00:00Z"
    one, other = (list(anchored(changes({}, texts()), moment)) for _ in range(2))
    anchors = [item.anchor for item in one]
    assert anchors == [item.anchor for item in other]
    assert len(set(anchors)) == len(anchors)
    assert all(anchor.startswith("a-2025-03-01-") for anchor in anchors)


PATHS = sorted(path for path in texts() if path.startswith("content/"))
PIECES = (
    "",
    "x",
    "[]",
    "- a",
    "  - b: [1",
    'number: "1:1"',
    "title:",
    "bodies: {a: b}",
    "*a",
    "&a [*a, *a]",
    "sources: 3",
)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(PATHS), st.integers(0, 60), st.sampled_from(PIECES))
def test_no_state_is_too_strange(path: str, line: int, piece: str) -> None:
    """Whatever a line is exchanged for, the difference is told in both directions; none is told of the same twice."""
    lines = texts()[path].split("\n")
    lines[line % len(lines)] = piece
    strange = texts() | {path: "\n".join(lines)}
    assert all(told(*pair) is not None for pair in ((texts(), strange), (strange, texts())))
    assert told(strange, strange) == []


def test_what_refers_to_itself_is_not_followed() -> None:
    """A few lines that mean any amount of data hold nothing."""
    bomb = "a: &a [x, x]\n" + "".join(f"{name}: &{name} [*{below}, *{below}]\n" for below, name in ("ab", "bc", "cd"))
    assert told(texts() | {COMMITTEE: bomb}, texts(), Nature.FACT) == ["Kulturnämnden lades in på webbplatsen."]


def test_every_kind_of_file_is_told_or_said_to_be_untold() -> None:
    """A new kind of file cannot end the build of the page of changes."""
    subjects = read_strings().find("changes.subjects")
    assert isinstance(subjects, Mapping)
    assert {kind.kind for kind in FILE_KINDS} - set(UNTOLD_KINDS) <= set(subjects)
