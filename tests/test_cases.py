"""Every golden case gets exactly the diagnostics that it expects: no more, no fewer, and at their places."""

import string
from pathlib import Path

import pytest

from site_builder.edge.report import advice, as_text, message
from site_builder.reading.read import read_strings
from tests.cases import case_files, listed, read_case

STRINGS = read_strings()


@pytest.mark.parametrize("file", case_files(), ids=lambda file: file.stem)
def test_a_case_gets_exactly_what_it_expects(file: Path) -> None:
    """The codes, files, lines and columns are those of the case, and there are whole words for all of it."""
    case = read_case(file)
    diagnostics = case.check().diagnostics
    assert listed(diagnostics) == case.expect
    assert all(item.code in as_text(diagnostics, case.texts, STRINGS) for item in diagnostics)
    for item in diagnostics:
        assert wanted(item.code) <= item.values.keys()
        assert all(is_one_line(words) for words in (message(item, STRINGS), advice(item, STRINGS)))


def wanted(code: str) -> set[str]:
    """Return the names in braces in the words for a code: what every diagnostic has to know."""
    words = (STRINGS(f"messages.{code}.{part}") for part in ("text", "advice"))
    return {name for text in words for _, name, _, _ in string.Formatter().parse(text) if name} - {"problem"}


def is_one_line(words: str) -> bool:
    """Tell whether some words are a sentence without double spaces."""
    return bool(words) and words == " ".join(words.split())
