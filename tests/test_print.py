"""The site on paper: printed to PDF by a real browser, the sheets counted and read."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import visitor
from tests.built_site import BuiltPage, site_of
from tests.pdf_text import sheets_said

PLAN = "ungdomsplan-2023-2026"
MATRIX = f"{PLAN}/ansvarsmatris/"
DAY = "2027-03-09T12:00+01:00"  # without a zone it would be the machine's
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
    region = page.locator(".matrix")
    assert region.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    assert page.locator(".matrix thead th:visible").count() == page.locator(".matrix thead th").count()


def test_a_high_picture_shares_a_sheet_with_its_heading(page: Page, served: str) -> None:
    """However many boxes it has: one as high as a sheet left the one before it empty, and lost its last line."""
    page.goto(f"{served}{PLAN}/fran-forslag-till-beslut/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})  # A4 between its margins
    high = (
        "all => all.forEach(one => { one.setAttribute('viewBox', '0 0 680 1030'); one.setAttribute('height', 1030) })"
    )
    page.locator(".picture svg").evaluate_all(high)
    shown = page.locator(".picture svg:visible").first.evaluate("one => one.getBoundingClientRect().height")
    assert 600 < shown < 720


def test_a_matrix_of_many_bodies_prints_whole(page: Page, served: str) -> None:
    """Forty columns more on A4 across: none is cut, and the names of measures keep room to be read."""
    page.goto(served + MATRIX)
    page.evaluate(
        "() => document.querySelectorAll('.matrix tr:not(.group)').forEach(row => {"
        "for (let i = 0; i < 40; i++) row.children[1].after(row.children[1].cloneNode(true)) })"
    )
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1040, "height": 700})
    region = page.locator(".matrix")
    assert region.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
    assert region.locator("tbody tr:not(.group) th").first.evaluate("one => one.offsetWidth") > 200
    assert region.evaluate("one => getComputedStyle(one).boxShadow") == "none"


def test_what_helps_on_screen_alone_is_not_printed(served: str, page: Page) -> None:
    """No menu, no search, no buttons and no filter; the addresses of links to other sites are written out."""
    page.goto(f"{served}{PLAN}/insatser/1-1/")
    page.emulate_media(media="print")
    assert page.evaluate(SHOWN.format("'nav, button, input, select, .page-footer, .page-header'")) == 0
    page.goto(f"{served}dokument/")
    outer = page.locator("article a[href^=http]").first
    written = outer.evaluate("one => getComputedStyle(one, '::after').content")
    assert str(outer.get_attribute("href")) in written or "attr(href)" in written


def test_the_whole_plan_prints_as_one_document(printed: Callable[..., bytes], built: dict[str, BuiltPage]) -> None:
    """Contents first, then every part that they name; numbered sheets; all interventions are there."""
    html = built[f"{PLAN}/utskrift/"].html
    parts = [node.attributes["href"] for node in html.css(".contents a")]
    assert all(html.css_first(f"[id='{(part or '#')[1:]}']") for part in parts)
    interventions = [
        address for address in built if address.startswith(f"{PLAN}/insatser/") and address.count("/") == 3
    ]
    assert interventions
    assert {f"#del-{address.strip('/').replace('/', '-')}" for address in interventions} <= set(parts)
    assert len(interventions) <= len(sheets(printed(f"{PLAN}/utskrift/", format="A4"))) <= 150


@pytest.mark.parametrize("address", ["", f"{PLAN}/insatser/1-1/", MATRIX, f"{PLAN}/utskrift/"])
def test_each_sheet_says_what_it_is_from(served: str, page: Page, root: Path, site: Path, address: str) -> None:
    """The site, the address where the page stays, the version of its content, its number, and the browser's day."""
    page.clock.set_fixed_time(DAY)
    page.goto(served + address)
    written = page.evaluate("document.documentElement.dataset.version")
    assert written.split()[-1] in (site / "andringar/index.html").read_text(encoding="utf-8")
    said = sheets_said(page.pdf(format="A4"))
    for number, sheet in enumerate(said, start=1):
        for words in (site_of(root).name, site_of(root).url + address, written, "Utskriven 9 mars 2027"):
            assert words.replace(" ", "") in sheet, (number, words)
        assert f"{number}({len(said)})" in sheet


def test_without_scripts_a_sheet_says_all_but_the_day(served: str, chromium: Browser, root: Path) -> None:
    """Nobody else knows that."""
    page = visitor(chromium, java_script_enabled=False).new_page()
    page.goto(served)
    said = sheets_said(page.pdf(format="A4"))
    assert all(site_of(root).url in sheet and "version" in sheet and "Utskriven" not in sheet for sheet in said)
    page.context.close()


@pytest.mark.parametrize("address", [f"{PLAN}/insatser/1-1/", MATRIX, f"{PLAN}/uppfoljning/", f"{PLAN}/utskrift/"])
def test_what_is_printed_at_once_is_whole(served: str, chromium: Browser, page: Page, address: str) -> None:
    """On a slow machine, as soon as the page is read, from a window as narrow as a telephone, in the dark."""
    page.clock.set_fixed_time(DAY)
    page.goto(served + address, wait_until="networkidle")
    calm = sheets_said(page.pdf(format="A4"))
    hasty = visitor(chromium, color_scheme="dark", viewport={"width": 360, "height": 740}).new_page()
    hasty.clock.set_fixed_time(DAY)
    hasty.context.new_cdp_session(hasty).send("Emulation.setCPUThrottlingRate", {"rate": 8})
    hasty.goto(served + address, wait_until="domcontentloaded")
    assert sheets_said(hasty.pdf(format="A4")) == calm
    hasty.context.close()
