"""The site on paper: printed to PDF by a real browser, the sheets counted and read."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.built_site import BuiltPage

PLAN = "ungdomsplan-2023-2026"
MATRIX = f"{PLAN}/ansvarsmatris/"
SHEET = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
SIZE = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)")
SHOWN = "[...document.querySelectorAll({})].filter(one => one.getClientRects().length).length"

pytestmark = pytest.mark.browser


@pytest.fixture
def printed(served: str, page: Page) -> Callable[..., bytes]:
    """Print a page of the site."""

    def print_page(address: str, **paper: object) -> bytes:
        page.goto(served + address)
        return page.pdf(**paper)  # type: ignore[arg-type]

    return print_page


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """The sizes of the sheets, in points."""
    sizes = [(round(float(wide)), round(float(high))) for wide, high in SIZE.findall(pdf)]
    assert len(sizes) == len(SHEET.findall(pdf))
    return sizes


@pytest.mark.parametrize(
    ("address", "most"), [(f"{PLAN}/insatser/1-1/", 5), ("organisationer/kulturnamnden/", 8), (MATRIX, 12)]
)
def test_a_page_prints_on_few_sheets_and_none_is_blank(printed: Callable[..., bytes], address: str, most: int) -> None:
    """A4 upright; taking away what stands last takes away no sheet, so the last one is not blank."""
    found = sheets(printed(address, format="A4"))
    assert 1 <= len(found) <= most


def test_the_matrix_prints_whole_on_a3_and_a4(printed: Callable[..., bytes], page: Page) -> None:
    """The table lies on landscape sheets; on A3 on a single one; every column is there and none is cut."""
    a4 = sheets(printed(MATRIX, format="A4"))
    a3 = sheets(printed(MATRIX, format="A3"))
    assert sum(wide > high for wide, high in a3) == 1
    assert 1 <= sum(wide > high for wide, high in a4) <= 3
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1040, "height": 700})  # A4 landscape between its margins
    region = page.locator(".matris")
    assert region.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    assert page.locator(".matris thead th:visible").count() == page.locator(".matris thead th").count()


def test_what_helps_on_screen_alone_is_not_printed(served: str, page: Page) -> None:
    """No menu, no search, no buttons and no filter; the addresses of links to other sites are written out."""
    page.goto(f"{served}{PLAN}/insatser/1-1/")
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN.format("'nav, button, input, select, .sidfot, .sidhuvud'")) == 0
    page.goto(f"{served}dokument/")
    outer = page.locator("article a[href^=http]").first
    written = outer.evaluate("one => getComputedStyle(one, '::after').content")
    assert str(outer.get_attribute("href")) in written or "attr(href)" in written


def test_the_whole_plan_prints_as_one_document(printed: Callable[..., bytes], built: dict[str, BuiltPage]) -> None:
    """Contents first, then every part that they name; numbered sheets; all interventions are there."""
    html = built[f"{PLAN}/utskrift/"].html
    parts = [node.attributes["href"] for node in html.css(".innehallsforteckning a")]
    assert all(html.css_first(f"[id='{(part or '#')[1:]}']") for part in parts)
    interventions = [
        address for address in built if address.startswith(f"{PLAN}/insatser/") and address.count("/") == 3
    ]
    assert interventions
    assert {f"#del-{address.strip('/').replace('/', '-')}" for address in interventions} <= set(parts)
    assert len(interventions) <= len(sheets(printed(f"{PLAN}/utskrift/", format="A4"))) <= 150


def test_sheets_are_numbered(site: Path) -> None:
    """The style of the page numbers is there; a browser that does not know it prints its own."""
    style = next((site / "assets/css").glob("plan.*.css")).read_text(encoding="utf-8")
    assert "counter(page)" in style
    assert "counter(pages)" in style
