"""What a finding says beside its place: what was probably meant, and where the other half of the fault stands."""

from datetime import date

import pytest

from site_builder.build import check
from site_builder.foundation.diagnostic import Diagnostic
from tests.cases import AS_OF, FOLDER, read_case, replaced_once
from tests.miniature import texts

PLAN = "content/plans/ungdomsplan-2023-2026"
FIELD = f"{PLAN}/interventions/1-1.yaml"


def found_with(path: str, old: str, new: str) -> Diagnostic:
    """Return the only thing that is wrong when a piece of a file is replaced."""
    (found,) = check({**texts(), path: replaced_once(texts()[path], old, new)}, date.fromisoformat(AS_OF)).diagnostics
    return found


@pytest.mark.parametrize(
    ("path", "old", "new", "suggestion"),
    [
        (FIELD, '- intervention: "2:1"', '- intervention: "2:3"', "2:2 (Håll kurser på museet)"),
        (FIELD, '- intervention: "2:1"', '- intervention: "22:2"', "2:2 (Håll kurser på museet)"),
        (FIELD, '- intervention: "2:1"', '- intervention: "2:9"', ""),
        (FIELD, '- intervention: "2:1"', '- intervention: "9:1"', ""),
        (FIELD, '- intervention: "2:1"', '- intervention: "7:7"', ""),
        (FIELD, "klimatprogram-2022-2027/1:2", "klimatprogram-2022-2027/1:3", "klimatprogram-2022-2027/1:2 (Bygg fler"),
        (FIELD, "[lansmuseet]", "[lansmusset]", "lansmuseet (Länsmuseet)"),
        (FIELD, "      - barn-och-utbildningsnamnden", "      - skolnamnden", "barn-och-utbildningsnamnden (Barn- och"),
        (FIELD, "documents: [ungdomsenkat]", "documents: [vad-gor-du-efter-skolan]", "ungdomsenkat (Vad gör du efter"),
        (FIELD, "[[utgångspunkt:fritid]]", "[[utgångspunkt:vad-fritid-ar]]", "fritid (Vad fritid är)"),
        (FIELD, "[[utgångspunkt:fritid]]", "[[begrepp:fritid]]", "utgångspunkt:fritid (Vad fritid är)"),
        (FIELD, "[[utgångspunkt:fritid]]", "[[FN]]", ""),
        (FIELD, "[[utgångspunkt:fritid]]", "[[fn]]", "begrepp:fn (Förenta nationerna)"),
        (FIELD, "[[utgångspunkt:fritid]]", "[[utgangspunkt:fritid]]", "utgångspunkt:fritid (Vad fritid är)"),
        (FIELD, "[[utgångspunkt:fritid]]", "[[insats:2:2]]", "2:2 (Håll kurser på museet)"),
        (
            FIELD,
            "[[utgångspunkt:fritid]]",
            "[[insats: klimatprogram-2022-2027/1:2]]",
            "klimatprogram-2022-2027/1:2 (1:2 Bygg",
        ),
        (
            "docs/om.md",
            "[[plan:klimatprogram-2022-2027]]",
            "[[plan:klimatprogram]]",
            "klimatprogram-2022-2027 (Småstads",
        ),
        (f"{PLAN}/plan.yaml", "[[område:1]]", "[[område:4]]", ""),
        (f"{PLAN}/plan.yaml", "sida:indikatorer", "sida:indikator", "indikatorer"),
    ],
)
def test_suggestions_know_what_kind_of_thing_was_meant(path: str, old: str, new: str, suggestion: str) -> None:
    """They look at ids, names and other names, at numbers as numbers, and say the title of what they suggest."""
    given = found_with(path, old, new).values["suggestion"]
    assert given.startswith(suggestion) if suggestion else not given


def test_long_titles_are_shortened_at_a_word() -> None:
    """A suggestion stays on its line."""
    changed = {
        **texts(),
        "content/documents.yaml": texts()["content/documents.yaml"].replace("Vad gör du", "Vad gör du " * 9),
    }
    changed[FIELD] = changed[FIELD].replace("documents: [ungdomsenkat]", "documents: [ungdomsenkaten]")
    (found,) = check(changed, date.fromisoformat(AS_OF)).diagnostics
    assert found.values["suggestion"] == f"ungdomsenkat ({'Vad gör du ' * 5}Vad …)"


@pytest.mark.parametrize(
    ("case", "place"),
    [
        ("the same connection twice", (FIELD, 27)),
        ("the same body twice in one role", (FIELD, 15)),
        ("a number that is used twice", (FIELD, 2)),
        ("an id that stands twice in a list file", ("content/documents.yaml", 29)),
        ("a group with the id of an organization", ("content/organizations/groups.yaml", 10)),
        ("two sections with the same id", (f"{PLAN}/plan.yaml", 27)),
        ("a plan that is decided after it has ended", (f"{PLAN}/plan.yaml", 22)),
        ("a baseline after the target", (f"{PLAN}/indicators/unga-utan-fritid.yaml", 10)),
    ],
)
def test_the_other_half_of_a_fault_is_related(case: str, place: tuple[str, int]) -> None:
    """Of two things that do not go together, the finding stands at one and points at the other."""
    (found,) = read_case(FOLDER / f"{case}.yaml").check().diagnostics
    assert [(other.path, other.line) for other in found.related] == [place]


@pytest.mark.parametrize(
    ("path", "old", "new", "suggestion"),
    [
        (FIELD, "target_group:", "målgrupp:", "target_group"),
        (FIELD, "role: coordinating", "role: samordnar", "coordinating"),
        (FIELD, "role: coordinating", "role: samordnande", "coordinating"),
        ("content/documents.yaml", "kind: report\n", "kind: rapport\n", "report"),
        ("content/decisions.yaml", "date: 2023-02-13", "date: 13 februari 2023", "2023-02-13"),
        ("content/decisions.yaml", "date: 2023-02-13", "date: 2023-2-13", "2023-02-13"),
        ("content/decisions.yaml", "date: 2023-02-13", "date: någon gång", ""),
        (
            "content/site.yaml",
            "url: https://planer.smastad.example/",
            "url: planer.smastad.example/x",
            "https://planer.smastad.example/x/",
        ),
        (f"{PLAN}/indicators/unga-utan-fritid.yaml", "value: 120.5", 'value: "12 120,5"', "12120.5"),
        (FIELD, '- intervention: "2:1"', '- intervention: "2.1"', "2:1"),
        (FIELD, "target_categories: [A]", "target_categories: [a]", "A"),
    ],
)
def test_what_is_written_otherwise_is_understood(path: str, old: str, new: str, suggestion: str) -> None:
    """In Swedish, or in a form that people use: what is suggested is what the field would take."""
    assert found_with(path, old, new).values["suggestion"] == suggestion


def test_nothing_is_suggested_that_the_list_names_already() -> None:
    """Whoever removes a thing is not sent to the one on the next line."""
    assert found_with(FIELD, '- intervention: "2:1"', '- intervention: "1:3"').values["suggestion"] == ""


def test_nothing_is_suggested_that_refers_itself() -> None:
    """Whoever refers to an unknown one is not sent to where they are, though it is the most like."""
    assert found_with(f"{PLAN}/interventions/1-2.yaml", '"1:1"', '"1:22"').values["suggestion"] == ""


def test_a_missing_thing_is_told_once_with_all_its_places() -> None:
    """Twelve places that name it are one cause; the other files are right."""
    given = texts()
    documents = given["content/documents.yaml"]
    start = documents.index("  - id: klimatprogram\n")
    given["content/documents.yaml"] = documents[:start] + documents[documents.index("  - id: skolplan\n") :]
    found = check(given, date.fromisoformat(AS_OF)).diagnostics
    assert [item.code for item in found] == ["unknown-source-document"]
    named = sum(text.count("document: klimatprogram\n") for text in given.values())
    assert len(found[0].related) == named - 1 > 3


def test_an_id_that_is_misspelt_where_it_is_defined_is_told_there() -> None:
    (found,) = read_case(FOLDER / "a document whose own id is misspelt.yaml").check().diagnostics
    assert (found.span.path, found.values["suggestion"]) == ("content/documents.yaml", "ungdomsplan")
    assert len(found.related) == int(found.values["count"]) > 20


def test_a_group_that_only_its_own_text_calls_by_its_name_is_used_by_nobody() -> None:
    """What refers to itself is not what others mean: two places know it by another id."""
    groups = "content/organizations/groups.yaml"
    given = {**texts(), groups: texts()[groups].replace("id: kulturkretsen", "id: kulturkretsn")}
    given[groups] = replaced_once(given[groups], "om kurser.", "om kurser, se [[organisation:kulturkretsn]].")
    given[FIELD] = replaced_once(given[FIELD], "      - barn-och-utbildningsnamnden", "      - kulturkretsen")
    found = {item.code: item for item in check(given, date.fromisoformat(AS_OF)).diagnostics}
    assert (found["misspelt-id"].span.path, found["misspelt-id"].values["suggestion"]) == (groups, "kulturkretsen")


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (f"{PLAN}/interventions/1-3.yml", f"{PLAN}/interventions/1-3.yaml"),
        ("content/Site.YAML", "content/site.yaml"),
        (f"{PLAN}/intervention/1-3.yaml", f"{PLAN}/interventions/….yaml"),
    ],
)
def test_a_misplaced_file_is_told_its_place(path: str, place: str) -> None:
    """The very path where only the ending is another."""
    found = check({**texts(), path: "a: b\n"}, date.fromisoformat(AS_OF)).diagnostics
    assert [item.values["suggestion"] for item in found if item.span.path == path] == [place]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("  - role: coordinating", "- role: coordinating", 10),
        ("    bodies: [lansmuseet]", "      bodies: [lansmuseet]", 18),
        (
            "  - document: ungdomsplan\n    section: Insats 1:1\n",
            "  -document: ungdomsplan\n    section: Insats 1:1\n",
            40,
        ),
        ("number:", " number:", 2),
        ("lead: Kommunen", "lead Kommunen", 5),
    ],
)
def test_a_fault_of_syntax_stands_where_the_hand_slipped(old: str, new: str, line: int) -> None:
    """One stroke on that line would put it right, wherever the parser noticed it."""
    found = found_with(FIELD, old, new)
    assert (found.code, found.span.line) == ("yaml-syntax", line)
