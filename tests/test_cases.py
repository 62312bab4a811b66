"""Every golden case gets exactly the diagnostics that it expects: no more, no fewer, and at their places."""

from pathlib import Path

import pytest

from tests.cases import case_files, listed, read_case


@pytest.mark.parametrize("file", case_files(), ids=lambda file: file.stem)
def test_a_case_gets_exactly_what_it_expects(file: Path) -> None:
    """The codes, files, lines and columns are those of the case."""
    case = read_case(file)
    assert listed(case.check().diagnostics) == case.expect
