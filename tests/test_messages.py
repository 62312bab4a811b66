"""Every code has words, every word has its values, and every code has a golden case."""

import ast
from pathlib import Path

from site_builder.checks.all import CHECKS
from site_builder.checks.reports import lock_history
from site_builder.edge.report import message
from site_builder.foundation.diagnostic import Diagnostic
from site_builder.reading import field_faults
from site_builder.reading.read import read_strings
from tests.cases import files_by_code, read_case

STRINGS = read_strings()
PACKAGE = Path(field_faults.__file__).parent
# Faults of the disk itself, which the golden cases cannot show: see test_reading_limits and test_published.
OF_THE_DISK = {"symbolic-link", "too-large", "too-many-files", "unreadable", "no-file", "not-published", "no-picture"}
# What only git's history shows: see test_locks_in_history.
OF_HISTORY = {"locked-report-removed", "lock-removed", "lock-changed", "locked-plan-changed"}


def input_codes() -> set[str]:
    """Return the codes raised before the checks: the first arguments of `error`, and the tables of field faults."""
    files = (*PACKAGE.rglob("*.py"), Path(lock_history.__file__))
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [
        call.args[0] for call in calls if isinstance(call.func, ast.Name) and call.func.id == "error" and call.args
    ]
    written = {node.value for node in named if isinstance(node, ast.Constant)}
    returned = {"empty-value", "unknown-choice", "bad-format"}
    return {*map(str, written), *field_faults.CODES.values(), *field_faults.SHAPES.values(), *returned}


ALL_CODES = input_codes() | {item.code for item in CHECKS}


def test_codes_are_those_of_the_messages() -> None:
    """No code is without words, and there are no words for a code that does not exist."""
    words = STRINGS.find("messages")
    assert isinstance(words, dict)
    assert set(words) == ALL_CODES


def test_codes_of_checks_are_used_once() -> None:
    """A code says which rule it comes from."""
    codes = [item.code for item in CHECKS]
    assert len(codes) == len(set(codes))
    assert not set(codes) & input_codes()


def test_every_code_has_a_golden_case() -> None:
    """Each code is shown with its place by a case, or by a test of the disk."""
    assert files_by_code().keys() == ALL_CODES - OF_THE_DISK - OF_HISTORY


def test_the_words_for_faults_of_syntax_are_those_of_the_fault() -> None:
    """What the parser says in English has its own Swedish words in every golden case."""
    other = STRINGS("messages.yaml-syntax.problems.other")
    found = [message(item, STRINGS) for item in found_in_cases("yaml-syntax")]
    assert found
    assert not any(other in words for words in found)


def test_a_value_is_shown_as_it_is_written() -> None:
    """Braces in the content do not disturb the message."""
    assert any("{ onclick" in message(item, STRINGS) for item in found_in_cases("raw-html"))


def found_in_cases(code: str) -> list[Diagnostic]:
    """Return what the golden cases find of a code."""
    found = (item for file in files_by_code()[code] for item in read_case(file).check().diagnostics)
    return [item for item in found if item.code == code]
