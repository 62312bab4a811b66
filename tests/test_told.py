"""What a check tells beside the place: the values that its message needs, and the other places that it is about."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from site_builder.checks.all import CHECKS
from site_builder.foundation.diagnostic import Span
from tests.cases import case_files, read_case

TELLING = [file for file in case_files() if "\ntells:\n" in file.read_text(encoding="utf-8")]


def place(span: Span) -> str:
    return f"{span.path} {span.line} {span.column}"


def told_by(file: Path) -> list[Mapping[str, Any]]:
    """What each finding of a case tells, as cases write it."""
    return [
        {
            "finding": f"{item.code} {place(item.span)}",
            "values": dict(item.values),
            **({"related": [place(span) for span in item.related]} if item.related else {}),
        }
        for item in read_case(file).check().diagnostics
    ]


@pytest.mark.parametrize("file", TELLING, ids=lambda file: file.stem)
def test_a_finding_tells_what_its_message_needs(file: Path) -> None:
    found = told_by(file)
    assert [told for told in read_case(file).tells if told not in found] == []


def test_what_every_check_tells_is_held() -> None:
    """Each check has a case that says what it tells."""
    held = {told["finding"].partition(" ")[0] for file in TELLING for told in read_case(file).tells}
    assert {check.code for check in CHECKS} - held == set()
