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
    assert found.values["suggestion"].endswith(" …)")


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
