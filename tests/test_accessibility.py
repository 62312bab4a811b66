"""Every kind of page in a real browser, behind its security policy and below a sub-path: nothing is found wrong.

What is tried, see `tests/audit/examine.py`. `make audit` tries it on every page there is.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from site_builder.edge.inputs import inputs
from site_builder.meaning.pages.rows import PlanPage, SitePage
from tests.audit.examine import Examiner, examine
from tests.audit.states import STATES, brought_into
from tests.browser import axe, serve
from tests.built_site import BuiltPage, policy

PLAN = "ungdomsplan-2023-2026"
# What has every part of the theme between them, and one page of every other kind: wide in light, narrow in dark.
IN_EVERY_STATE = ("", f"{PLAN}/insatser/1-1/", f"{PLAN}/ansvarsmatris/", f"{PLAN}/kopplingar/")
SAMPLED = [
    f"{PLAN}/",
    f"{PLAN}/insatser/",
    f"{PLAN}/malgrupper/",
    f"{PLAN}/malgrupper/a/",
    f"{PLAN}/indikatorer/",
    f"{PLAN}/uppfoljning/",
    f"{PLAN}/bakgrund/",
    f"{PLAN}/fran-forslag-till-beslut/",
    f"{PLAN}/kostnader/",
    f"{PLAN}/angransande-uppdrag/",
    f"{PLAN}/utskrift/",
    f"{PLAN}/fokusomraden/",
    f"{PLAN}/fokusomraden/2/",
    f"{PLAN}/utgangspunkter/",
    f"{PLAN}/utgangspunkter/fritid/",
    f"{PLAN}/utgangspunkter/hinder/",
    f"{PLAN}/mal/",
    "klimatprogram-2022-2027/strategier/1-1/",
    "lasplan-2024-2027/",
    "uppfoljningar/",
    "uppfoljningar/2024-kulturnamnden/",
    "fritidsgardar/",
    "sok/",
    "organisationer/",
    "organisationer/kulturnamnden/",
    "organisationer/samtliga-namnder-och-styrelser/",
    "dokument/",
    "dokument/styrande/",
    "dokument/stodjande/",
    "dokument/klimatprogram/",
    "beslut/",
    "ordlista/",
    "avvikelser/",
    "avvikelser/titel-2-1/",
    "andringar/",
    "andringar/publicerat/",
    "tillganglighet/",
    "om/",
    "om/redaktorer/",
    "om/recept/",
    "om/falt/",
    "om/kontroller/",
]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", IN_EVERY_STATE)
def test_every_part_is_accessible_in_every_state(served: str, chromium: Browser, address: str) -> None:
    """Two widths, two colour schemes, every state: no rule of axe broken, no text lost, nobody else asked."""
    assert examine(chromium, served, address, "states") == []


@pytest.fixture(scope="module")
def sampler(served: str, chromium: Browser) -> Iterator[Examiner]:
    """One window for all of them, as `make audit` has: a new one for each costs as much as a third of the trying."""
    examiner = Examiner(chromium, served, "sample")
    yield examiner
    examiner.close()


@pytest.mark.parametrize("address", SAMPLED)
def test_every_kind_of_page_is_accessible(sampler: Examiner, address: str) -> None:
    """The same of a page as it opens."""
    assert list(sampler.examine(address)) == []


ODD = {
    "a colour": '<p style="color: #bbb">text</p>',
    "a ground": '<p style="background: #333">text</p>',
    "a ground further away": '<div style="background: #333"><p>text</p></div>',
    "a faded part": '<p style="opacity: .3">text</p>',
    "a size": '<p style="color: #888; font-size: 30px">text</p><p style="color: #888">text</p>',
    "a class": '<p class="odd">text</p>',
    "a word among signs": '<p style="color: #bbb">x</p>' * 5
    + '<p style="color: #bbb">text</p>'
    + '<p style="color: #bbb">x</p>' * 5,
    "a place": "<ul><li>text</li></ul>",
    "a choice": '<label>text <select style="color: #bbb"><option>text</option></select></label>',
}


@pytest.mark.parametrize("odd", ODD)
def test_a_text_of_its_own_colours_is_found_among_others(page: Page, odd: str) -> None:
    """Though of many texts of the same colours on the same ground only three are tried."""
    style = "<style>body { color: #111; background: #fff } .odd, li { color: #bbb }</style>"
    alike = ["<p>text</p>"] * 40
    page.set_content(style + "".join([*alike[:20], ODD[odd], *alike[20:]]))
    (found,) = axe(page, rules=("color-contrast",))
    assert len(found.elements) == 1
    assert page.locator("[data-tried]").count() < 8
    page.set_content(style + "".join(alike))
    assert axe(page, rules=("color-contrast",)) == []


@pytest.mark.parametrize("pseudo", ["hover", "focus"])
def test_a_control_that_fades_when_it_is_pointed_at_is_found_among_others(page: Page, pseudo: str) -> None:
    """Though of many controls of a kind only three are brought into the state."""
    links = [f'<p><a href="#" class="{"odd" if number == 20 else ""}">text</a></p>' for number in range(40)]
    page.set_content(f"<style>a {{ color: #111 }} .odd:{pseudo} {{ color: #bbb }}</style>{''.join(links)}")
    with brought_into(page, next(state for state in STATES if state.name == pseudo)) as possible:
        assert possible
        (found,) = axe(page, rules=("color-contrast",))
    assert len(found.elements) == 1
    assert page.locator("[data-pointed]").count() < 8


def test_no_kind_of_page_is_left_out(root: Path, built: Mapping[str, BuiltPage]) -> None:
    """Every row of the table of pages that the miniature has, of some plan, is tried above."""
    index = inputs(root, history=False).check().index
    by_row: dict[PlanPage | SitePage, list[str]] = {}
    for address, row in ((address, row) for address, row in index.pages.items() if address in built):
        by_row.setdefault(row, []).append(address)
    tried = {*IN_EVERY_STATE, *SAMPLED}
    assert [found for found in by_row.values() if not tried & set(found)] == []


def test_the_page_for_missing_addresses_is_accessible(site: Path, chromium: Browser) -> None:
    """It stands where `site.yaml` says that the site is, whatever was asked for."""
    with serve(site, headers=policy(site)) as base:
        assert examine(chromium, base, "finns/inte/", "sample") == []
