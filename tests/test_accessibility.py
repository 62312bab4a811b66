"""Every kind of page in a real browser, behind its security policy and below a sub-path: nothing is found wrong.

What is tried, see `tests/audit/examine.py`. `make audit` tries it on every page there is.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_builder.edge.inputs import inputs
from tests.audit.examine import IN_EVERY_STATE, PLAN, examine
from tests.browser import serve
from tests.built_site import ROOT, BuiltPage, policy

# One page of every other kind: wide in light, narrow in dark.
SAMPLED = [
    f"{PLAN}/",
    f"{PLAN}/insatser/",
    f"{PLAN}/malgrupper/",
    f"{PLAN}/malgrupper/d/",
    f"{PLAN}/indikatorer/",
    f"{PLAN}/uppfoljning/",
    "program-2022-2026/uppfoljning/",
    f"{PLAN}/bakgrund/",
    f"{PLAN}/fokusomraden/2/",
    f"{PLAN}/utgangspunkter/cylindermodellen/",
    "program-2022-2026/strategier/4-2/",
    "uppfoljningar/",
    "uppfoljningar/2023-utbildningsnamnden/",
    "avhopparverksamhet/",
    "sok/",
    "organisationer/",
    "organisationer/socialnamnd-nordost/",
    "organisationer/samtliga-namnder-och-styrelser/",
    "dokument/",
    "dokument/barnrattsplan/",
    "beslut/",
    "ordlista/",
    "avvikelser/",
    "oppna-data/",
    "tillganglighet/",
    "om/",
    "om/kontroller/",
]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", IN_EVERY_STATE)
def test_every_part_is_accessible_in_every_state(served: str, chromium: Browser, address: str) -> None:
    """Two widths, two colour schemes, every state: no rule of axe broken, no text lost, nobody else asked."""
    assert examine(chromium, served, address, "states") == []


@pytest.mark.parametrize("address", SAMPLED)
def test_every_kind_of_page_is_accessible(served: str, chromium: Browser, address: str) -> None:
    """The same of a page as it opens."""
    assert examine(chromium, served, address, "sample") == []


def test_the_page_for_missing_addresses_is_accessible(site: Path, chromium: Browser) -> None:
    """It stands where `site.yaml` says that the site is, whatever was asked for."""
    with serve(site, headers=policy(site)) as base:
        assert examine(chromium, base, "finns/inte/", "sample") == []


def test_the_statement_says_what_the_tests_find(built: dict[str, BuiltPage]) -> None:
    """The pages above break no rule, so the committed findings name none of them; the statement shows every finding."""
    trial = inputs(ROOT).check().index.accessibility
    assert trial, "make audit"
    tried = {f"/{address}" for address in (*IN_EVERY_STATE, *SAMPLED)}
    assert [finding for finding in trial.value.findings if tried & set(finding.pages)] == []
    statement = built["tillganglighet/"].html.text()
    assert all(finding.rule in statement for finding in trial.value.findings)
    assert str(trial.value.pages) in statement
