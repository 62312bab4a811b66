"""Every golden case gets exactly the diagnostics that it expects: no more, no fewer, and at their places."""

from pathlib import Path

import pytest

from site_builder.edge.report import as_text
from site_builder.reading.read import read_strings
from tests.cases import case_files, listed, read_case

STRINGS = read_strings()


@pytest.mark.parametrize("file", case_files(), ids=lambda file: file.stem)
def test_a_case_gets_exactly_what_it_expects(file: Path) -> None:
    """The codes, files, lines and columns are those of the case, and there are words for all of it."""
    case = read_case(file)
    diagnostics = case.check().diagnostics
    assert listed(diagnostics) == case.expect
    assert all(item.code in as_text(diagnostics, case.texts, STRINGS) for item in diagnostics)
