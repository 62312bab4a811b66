"""Another plan becomes the current one: nothing that was written before means anything else."""

import re
from datetime import date

from site_builder.build import build
from site_builder.built import Build
from site_builder.reading.read import read_strings
from tests.miniature import texts

SETTINGS = "content/site.yaml"
OURS, OTHER = "current_plan: ungdomsplan-2023-2026", "current_plan: klimatprogram-2022-2027"
# What is about the current plan by its nature: the start page, the ways on from the search, and which content this is.
ABOUT_THE_CURRENT = {"", "sok/", "andringar/", "andringar/publicerat/"}
FILES = {"assets/bilder/delning.png", "version.json"}  # the current plan's responsibilities, and which content it is


def built(given: dict[str, str]) -> Build:
    """Build on a fixed day; the content is taken to be right."""
    made = build(given, date(2024, 6, 1), read_strings())
    assert made.pages, made.diagnostics
    return made


def pieces(html: str) -> list[str]:
    """Every line of a page, in no order: lists have the current plan first."""
    return sorted(line for line in re.split(r"[\n]|(?<=>)(?=<)", html) if line.strip())


def test_only_what_is_about_the_current_plan_changes() -> None:
    """Every other page says the same with the same links, and all data is the same to the byte."""
    given = texts()
    assert OURS in given[SETTINGS]
    before, after = built(given), built({**given, SETTINGS: given[SETTINGS].replace(OURS, OTHER)})
    assert set(before.by_address) == set(after.by_address)
    changed = {
        address
        for address, page in before.by_address.items()
        if pieces(page.html) != pieces(after.by_address[address].html)
    }
    assert changed == ABOUT_THE_CURRENT
    data, later = ({item.path: item.data for item in made.artifacts} for made in (before, after))
    assert {path for path in data if data[path] != later[path]} == FILES


def test_back_again_is_as_before() -> None:
    """Switched and switched back: the same bytes."""
    given = texts()
    there = given[SETTINGS].replace(OURS, OTHER)
    assert built({**given, SETTINGS: there.replace(OTHER, OURS)}).by_address == built(given).by_address
