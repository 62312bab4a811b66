"""What a check tells beside the place: the values that its message needs, and the other places that it is about.

`told.yaml` holds one golden case for each kind of thing that a check can say; wording is nobody's business here.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.checks.all import CHECKS
from site_builder.foundation.diagnostic import Diagnostic
from tests.cases import FOLDER, read_case

TOLD: list[Any] = yaml.safe_load((Path(__file__).parent / "told.yaml").read_text(encoding="utf-8"))


@cache
def diagnostics_of(case: str) -> tuple[Diagnostic, ...]:
    return read_case(FOLDER / f"{case}.yaml").check().diagnostics


def place(span: Any) -> str:
    return f"{span.path} {span.line} {span.column}"


@pytest.mark.parametrize("told", TOLD, ids=lambda told: f"{told['code']}: {told['case']}")
def test_a_finding_tells_what_its_message_needs(told: Any) -> None:
    found = [
        {"at": place(item.span), "values": dict(item.values), "related": [place(span) for span in item.related]}
        for item in diagnostics_of(told["case"])
        if item.code == told["code"]
    ]
    assert {key: told[key] for key in ("at", "values", "related")} in found


def test_what_every_check_tells_is_held() -> None:
    assert {check.code for check in CHECKS} - {told["code"] for told in TOLD} == set()
