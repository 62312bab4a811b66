"""Findings where the editor is: in colour on a terminal, and in the forms that code hosts take in."""

import io
import json
import os
import re
import subprocess
import sys
from datetime import date

import pytest

from site_builder.build import check
from site_builder.edge.programs.renderers import RENDERERS
from site_builder.edge.report import COLOURED, PLAIN, as_text, ink_for
from site_builder.foundation.diagnostic import Diagnostic, Severity, Span, error
from site_builder.reading.read import read_strings
from tests.cases import AS_OF, found_of_each_code
from tests.miniature import texts
from tests.workspace import ROOT, Workspace

STRINGS = read_strings()
PAGE = "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
SARIF = json.loads((ROOT / "tests/sarif/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
NASTY = "docs/a\n::error file=x::b,line=9\r::\u2028\x1b[31m%0A å.md"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def of_every_severity() -> list[Diagnostic]:
    span = Span(PAGE, 2, 1, 2, 5)
    return [Diagnostic(severity, "unknown-plan", span, {"name": "x"}) for severity in Severity]


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colour_is_for_terminals_whose_owner_wants_it(
    stream: io.StringIO, environment: dict[str, str], coloured: bool
) -> None:
    """A file or a pipe gets none, and neither does whoever has set NO_COLOR to anything."""
    assert ink_for(stream, environment) is (COLOURED if coloured else PLAIN)


def test_colour_adds_nothing_but_colour() -> None:
    """The severity and the carets have it, and without it the text is the plain one."""
    found = of_every_severity()
    coloured = as_text(found, texts(), STRINGS, COLOURED)
    assert COLOUR.sub("", coloured) == as_text(found, texts(), STRINGS)
    assert "\x1b[1;31mfel\x1b[0m" in coloured
    assert re.search(r"\x1b\[1;31m +\| \^+\x1b\[0m", coloured)
    assert coloured.count("\x1b[0m") == len(COLOUR.findall(coloured)) / 2


def test_a_real_terminal_gets_colour_and_a_pipe_does_not(workspace: Workspace) -> None:
    """Through the real command line."""
    workspace.replace(PAGE, "intervention:", "insats:")
    assert not COLOUR.search(workspace.run("site_builder", "check").said)
    assert COLOUR.search(in_a_terminal(workspace, {"TERM": "xterm", "NO_COLOR": ""}))
    assert not COLOUR.search(in_a_terminal(workspace, {"TERM": "xterm", "NO_COLOR": "1"}))


def in_a_terminal(workspace: Workspace, environment: dict[str, str]) -> str:
    """What `check` writes to a terminal."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "site_builder", "check"]
    variables = {**workspace.variables, **environment}
    with subprocess.Popen(command, cwd=workspace.root, env=variables, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        told = b""
        while piece := read_some(ours):
            told += piece
        process.wait()
    os.close(ours)
    return told.decode()


def read_some(terminal: int) -> bytes:
    """The next bytes; nothing when the other side has gone."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def validated(told: str) -> list[str]:
    from jsonschema import Draft4Validator  # seconds, which only these tests have to wait: see json_schema.py

    return [f"{fault.json_path}: {fault.message}" for fault in Draft4Validator(SARIF).iter_errors(json.loads(told))]


def test_sarif_is_what_its_schema_says() -> None:
    """Of a golden case of every code, of a name with any signs, and of nothing at all."""
    found = found_of_each_code()
    for given in (found, [], [error("unknown-plan", Span(NASTY), name=NASTY)]):
        assert validated(RENDERERS["sarif"](given, {}, STRINGS)) == []
    assert validated('{"version": "2.1.0", "runs": [{}]}')


def test_sarif_tells_what_each_rule_demands() -> None:
    """What a check is for stands with it, so that a host can show it."""
    path = PAGE.replace("1-2", "1-1")
    found = check({**texts(), path: texts()[path].replace('"2:1"', '"2:9"')}, date.fromisoformat(AS_OF)).diagnostics
    (rule,) = json.loads(RENDERERS["sarif"](found, {}, STRINGS))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == STRINGS("checks.unknown-intervention.rule")


def test_gitlab_gets_what_it_asks_for() -> None:
    """Every field of its report, and a fingerprint of its own for each finding."""
    found = found_of_each_code()
    told = json.loads(RENDERERS["gitlab"](found, {}, STRINGS))
    assert {item["severity"] for item in told} <= {"info", "minor", "major", "critical", "blocker"}
    for item in told:
        assert set(item) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert item["location"]["lines"]["begin"] >= 1
    assert len({item["fingerprint"] for item in told}) == len(told)


def test_a_finding_that_moves_down_is_the_same_to_gitlab() -> None:
    """Its fingerprint does not know its line."""
    first, moved = (
        [error("unknown-plan", Span(PAGE, line, 1, line, 5), name="x") for line in lines] for lines in ((3, 9), (4, 10))
    )
    prints = [
        [item["fingerprint"] for item in json.loads(RENDERERS["gitlab"](given, {}, STRINGS))]
        for given in (first, moved)
    ]
    assert prints[0] == prints[1]
    assert len(set(prints[0])) == 2


@pytest.mark.parametrize("form", sorted(RENDERERS))
def test_no_name_and_no_value_makes_a_line_of_its_own(form: str) -> None:
    """Whatever stands in a name or a value, no line of the report is a command to the host that shows it."""
    given = [
        error("unknown-plan", Span(NASTY), name=NASTY, suggestion=NASTY),
        error("misplaced-file", Span(NASTY), suggestion=NASTY),
    ]
    told = RENDERERS[form](given, {NASTY: "en rad\n::error::två\n"}, STRINGS)
    commands = [line for line in re.split(r"[\r\n\u2028\x85]", told) if line.lstrip().startswith("::")]
    assert len(commands) == (len(given) if form == "github" else 0)
    assert "\x1b" not in told or form == "github"
