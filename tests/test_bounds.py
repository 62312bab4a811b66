"""What is told of small files with many faults: bounded in size and time, in every format, on lines of its own."""

import json
import time
from datetime import date
from functools import cache

import pytest

from site_builder.build import check
from site_builder.edge.bounds import LINE, MORE, MOST
from site_builder.edge.programs.renderers import RENDERERS
from site_builder.foundation.diagnostic import Diagnostic, Span, error
from site_builder.reading.read import read_strings
from tests.cases import AS_OF
from tests.miniature import texts

STRINGS = read_strings()
FILE = "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
PATIENCE = 8  # seconds, on a machine that does much else; each took minutes


def with_lead(lead: str) -> dict[str, str]:
    """The miniature with another lead of an intervention."""
    lines = (line for line in texts()[FILE].split("\n") if not line.startswith("lead:"))
    return {**texts(), FILE: "\n".join((f"lead: '{lead}'", *lines))}


MANY = {
    "raw-html": with_lead("<b x " * 1_900),
    "identity-number": with_lead("811218-9876 " * 800),
    "tab": {**texts(), FILE: "\ta: b\n" * 20_000},
    "yaml-anchor": {**texts(), FILE: "".join(f"a{number}: &b{number} c\n" for number in range(40_000))},
    "duplicate-key": {**texts(), FILE: "a: &b c\n" * 40_000},
}


@cache
def found_in(code: str) -> tuple[tuple[Diagnostic, ...], float]:
    """All that is found in a content with many faults of one kind, and the seconds that it took."""
    start = time.process_time()
    diagnostics = check(MANY[code], date.fromisoformat(AS_OF)).diagnostics
    return diagnostics, time.process_time() - start


@pytest.mark.parametrize("form", sorted(RENDERERS))
@pytest.mark.parametrize("code", MANY)
def test_many_faults_are_told_in_little_time_and_room(form: str, code: str) -> None:
    """The first ones, and how many more there are."""
    diagnostics, seconds = found_in(code)
    start = time.process_time()
    told = RENDERERS[form](diagnostics, MANY[code], STRINGS)
    assert seconds + time.process_time() - start < PATIENCE
    assert len(told) < 1_000_000
    count = sum(item.code == code for item in diagnostics)
    assert count > MOST
    assert f"… och {count - MOST} till av samma slag i filen ({code})." in told


def finding(path: str = FILE, line: int = 1, column: int = 1, **values: str) -> Diagnostic:
    return error("unknown-plan", Span(path, line, column, line, column + 3), **values)


def test_a_long_line_is_shown_around_its_fault() -> None:
    """The carets stand below the fault, wherever in the line it is."""
    line = "".join(f"{number:05}" for number in range(2_000))
    for column in (1, 500, 9_000, len(line) - 2):
        told = RENDERERS["text"]([finding(column=column, name="x")], {FILE: line}, STRINGS)
        shown, carets = told.split("\n")[1:3]
        assert len(shown) <= LINE + 10
        start = carets.index("^")
        assert shown[start : start + 3] == line[column - 1 : column + 2]


def test_a_long_value_is_cut() -> None:
    """A value of a mebibyte is no message."""
    assert len(RENDERERS["text"]([finding(name="x" * 1_000_000)], {}, STRINGS)) < 1_000


def test_a_name_of_a_file_writes_no_line_of_its_own() -> None:
    """No annotation is made by a line end in a name, or by what GitHub reads as the end of a name."""
    path = "docs/a\n::error file=x::b,line=9::\x1b[31m%0A.md"
    github = RENDERERS["github"]([finding(path, name="\r\n::error::x")], {}, STRINGS)
    assert github.count("\n") == 1
    assert github.startswith("::error file=docs/a%0A%3A%3Aerror file=x%3A%3Ab%2Cline=9%3A%3A")
    text = RENDERERS["text"]([finding(path, name="x")], {}, STRINGS)
    assert text.startswith(r"docs/a\n::error file=x::b,line=9::\x1b[31m%0A.md:1:1: fel")
    sarif = json.loads(RENDERERS["sarif"]([finding("docs/å b\n\udcff.md", name="x")], {}, STRINGS))
    place = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "docs/%C3%A5%20b%0A%FF.md"


def test_findings_within_the_bound_are_all_told() -> None:
    """Nothing is said of more where there is no more."""
    found = [finding(line=line, name="x") for line in range(1, MOST + 1)]
    assert MORE not in RENDERERS["json"](found, {}, STRINGS)
    assert len(json.loads(RENDERERS["json"](found, {}, STRINGS))) == MOST
