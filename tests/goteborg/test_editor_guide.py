"""The editor's guide is true: its example is a valid file, its message the program's, its references exist."""

import re
from datetime import date
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel

from schema.background import Draft
from schema.base import CarriesOut, Succeeds
from schema.follow_up import Answer, Correction, ScaleStep
from schema.organization import Organization
from schema.words import GlossaryTerm
from site_builder.build import check
from site_builder.edge.report import as_text
from site_builder.foundation.inline import LINK, parse_target
from site_builder.foundation.language.spoken import spoken
from site_builder.reading.read import read_strings
from site_builder.reading.yaml_reader import parse
from tests.miniature import texts
from tests.workspace import ROOT

EXAMPLE = "content/organizations/socialnamnd-nordost.yaml"
PARTS: dict[str, type[BaseModel]] = {
    "answers": Answer,
    "scale": ScaleStep,
    "corrections": Correction,
    "drafts": Draft,
    "carries_out": CarriesOut,
    "succeeds": Succeeds,
    "terms": GlossaryTerm,
}


@cache
def guide() -> str:
    """The guide as it is written."""
    return (ROOT / "docs/om/redigera.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    """The guide's code block in a language."""
    return guide().partition(f"```{language}\n")[2].partition("```")[0]


def test_the_example_is_a_valid_file() -> None:
    """What the guide shows as a file could be one."""
    source, faults = parse(EXAMPLE, block("yaml"))
    assert source is not None
    assert faults == ()
    assert Organization.model_validate(source.data).id == "socialnamnd-nordost"


@pytest.mark.parametrize("key", PARTS)
def test_the_examples_of_parts_are_valid(key: str) -> None:
    """What the guide shows as a part of a file could be one."""
    blocks = re.findall(r"```yaml\n(.*?)```", guide(), re.DOTALL)
    shown: list[Any] = [source.data for source, _ in (parse(EXAMPLE, text) for text in blocks) if source]
    items = [item for data in shown for item in data.get(key, ())]
    assert items
    for item in items:
        PARTS[key].model_validate(item)


def test_the_message_is_what_the_program_says() -> None:
    """The message in the guide is the one that the misspelt field gets in the guide's own example."""
    given = {**texts(), EXAMPLE: block("yaml").replace("administration:", "adminstration:")}
    found = [item for item in check(given, date(2026, 1, 15)).diagnostics if item.code == "unknown-field"]
    assert as_text(found, given, read_strings()).startswith(block("text"))


def test_every_kind_of_reference_that_is_shown_exists() -> None:
    """The guide shows each kind of reference that there is, and no other."""
    codes = re.findall(r"`[^`\n]+`", guide())
    shown = [match[1].partition("|")[0] for code in codes for match in LINK.finditer(code)]
    assert {parse_target(written)[0] for written in shown} == {*spoken().prefixes.values(), "intervention"}
