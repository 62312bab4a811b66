"""What a reader has chosen, what the browser is, where the site is opened, and what the day changes: still readable."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from site_builder.edge.swap import keep_fingerprinted
from site_builder.html.old_browsers import with_fallback
from tests.workspace import ROOT

PLAN = "ungdomsplan-2023-2026"
PAGES = ("", f"{PLAN}/insatser/1-1/", f"{PLAN}/ansvarsmatris/", f"{PLAN}/uppfoljning/", "organisationer/kulturnamnden/")
LIGHT, DARK = 255 * 3 * 0.75, 255 * 3 * 0.45
# How light the text and the ground of an element are, the ground being the nearest one that is not see-through.
SHADES = """selector => [...document.querySelectorAll(selector)].filter(one => one.getClientRects().length).map(one => {
  const sum = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).reduce((all, part) => all + Number(part), 0);
  const clear = (colour) => /, 0\\)$|transparent/.test(colour);
  let under = one;
  while (under.parentElement && clear(getComputedStyle(under).backgroundColor)) under = under.parentElement;
  const ground = getComputedStyle(under).backgroundColor;
  return [sum(getComputedStyle(one).color), clear(ground) ? 765 : sum(ground), one.outerHTML.slice(0, 80)];
})"""

browser = pytest.mark.browser


@browser
@pytest.mark.parametrize("address", PAGES)
def test_what_was_chosen_dark_is_printed_dark_on_white(served: str, page: Page, address: str) -> None:
    """The choice is for the screen: on paper every text and link is dark, and the paper is white."""
    page.goto(served + address)
    page.evaluate("colorScheme.choose('dark')")
    assert page.evaluate(SHADES, "body")[0][1] < DARK
    page.emulate_media(media="print")
    assert page.evaluate(SHADES, "body")[0][1] == 765
    pale = [
        one for one in page.evaluate(SHADES, "article :is(h1, h2, p, a, td, th)") if one[0] > DARK and one[1] > LIGHT
    ]
    assert pale == []


@browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_a_browser_that_knows_no_double_colours_can_read(served: str, page: Page, address: str, scheme: str) -> None:
    """With `light-dark()` taken from it, and all that asks for it: no text has the shade of what it stands on."""

    def unknown(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("light-dark(", "no-such-colours("))

    page.route("**/*.css", unknown)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(served + address)
    texts = page.evaluate(SHADES, ":is(.page-header, .menu, article, .page-footer) :is(a, p, h1, h2, td, th, button)")
    assert len(texts) > 20
    assert [one for one in texts if abs(one[0] - one[1]) < 150] == []
    assert (page.evaluate(SHADES, "body")[0][1] < DARK) is (scheme == "dark")


def test_every_double_colour_has_a_fallback() -> None:
    """Each name once for light and twice for dark; a sheet without such colours is left alone."""
    style = (ROOT / "docs/assets/css/plan.css").read_text(encoding="utf-8")
    made = with_fallback(style).removeprefix(style)
    names = re.findall(r"(--[\w-]+): light-dark\(", style)
    assert len(names) > 20
    for name in names:
        assert made.count(f"{name}: ") == 3
    assert with_fallback("a { color: red }") == "a { color: red }"


@browser
def test_the_site_can_be_read_from_a_disk(site: Path, page: Page) -> None:
    """Every link inside leads to a page and not to a list of files; the search, which needs a server, is hidden."""
    page.goto((site / "index.html").as_uri())
    expect(page.locator(".search-box")).to_be_hidden()
    inside = page.locator("a[href]").evaluate_all(
        "all => all.map(one => new URL(one.getAttribute('href'), location.href).href)"
    )
    files = [one for one in inside if one.startswith("file:")]
    assert len(files) > 20
    assert [one for one in files if one.partition("#")[0].endswith("/")] == []
    page.locator(".doors a").first.click()
    expect(page.locator("h1")).to_have_text("Insatser")
    page.goto((site / PLAN / "kopplingar/index.html").as_uri())
    page.locator(".picture-connections svg a").first.click()
    expect(page.locator("h1")).to_contain_text("1:1")


def test_files_with_a_fingerprint_outlive_one_build(tmp_path: Path) -> None:
    """What the build before had, and no longer; nothing without a fingerprint, and nothing that was kept before."""
    for name in ("assets/css/plan.0123456789.css", "sok/abcdef0123/index.json", "sok/index.html", "assets/plain.css"):
        (tmp_path / "a" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "a" / name).write_text("a")
    names = {}
    for old, fresh in (("a", "b"), ("b", "c")):
        (tmp_path / fresh / "assets/css").mkdir(parents=True)
        (tmp_path / fresh / f"assets/css/plan.{fresh * 10}.css").write_text(fresh)
        keep_fingerprinted(tmp_path / old, tmp_path / fresh)
        found = (tmp_path / fresh).rglob("*")
        names[fresh] = {path.relative_to(tmp_path / fresh).as_posix() for path in found if path.is_file()}
    assert names["b"] == {
        "assets/css/plan.bbbbbbbbbb.css",
        "assets/css/plan.0123456789.css",
        "sok/abcdef0123/index.json",
    }
    assert names["c"] == {"assets/css/plan.cccccccccc.css", "assets/css/plan.bbbbbbbbbb.css"}
    keep_fingerprinted(tmp_path / "no site yet", tmp_path / "c")
    assert (tmp_path / "c/assets/css/plan.cccccccccc.css").stat().st_mtime_ns > 0


@pytest.mark.browser
@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("avvikelser/#titel-2-1", "avvikelser/titel-2-1/"),
        (
            "ungdomsplan-2023-2026/bakgrund/#forslag-2022-05-2-2",
            "ungdomsplan-2023-2026/fran-forslag-till-beslut/#forslag-2022-05-2-2",
        ),
        ("ungdomsplan-2023-2026/bakgrund/#kostnader", "ungdomsplan-2023-2026/kostnader/"),
    ],
)
def test_an_old_place_leads_to_the_page_that_it_has_become(served: str, page: Page, old: str, now: str) -> None:
    """Whoever kept an address with a place on a page that was cut comes to what stood there."""
    page.goto(served + old)
    page.wait_for_url(served + now)


FOLDED = (
    "ordlista/#gc-vag",  # a word below its folded letter
    "uppfoljningar/2023-kulturnamnden/#ungdomsplan-2023-2026-1-1",  # an answer whose heading stands before it
    "beslut/#b-2023-02-13-kommunfullmaktige-7",
)


@pytest.mark.browser
@pytest.mark.parametrize("old", FOLDED)
def test_a_place_that_is_folded_is_unfolded_for_whoever_is_led_there(served: str, page: Page, old: str) -> None:
    """From outside as from the page itself: what the address names is seen, and only what lies there is unfolded."""
    address, _, anchor = old.partition("#")
    for way in (f"{served}{old}", f"{served}{address}"):
        page.goto("about:blank")
        page.goto(way)
        page.evaluate("anchor => { location.hash = anchor; }", anchor)
        place = page.locator(f"#{anchor}")
        fold = page.locator(f"details.folded:has(#{anchor}), #{anchor} + details.folded")
        expect(fold).to_have_attribute("open", "")
        expect(place).to_be_in_viewport()
        expect(page.locator("details.folded[open]")).to_have_count(1)


@pytest.mark.browser
@pytest.mark.parametrize("address", ["ordlista/", "uppfoljningar/2024-kulturnamnden/", "beslut/", "dokument/"])
def test_what_is_folded_is_whole_on_paper(served: str, page: Page, address: str) -> None:
    """Closed on the screen, printed in full: every fold has the height of what it holds."""
    page.goto(served + address)
    assert page.locator("details.folded").count() > 0
    assert page.locator("details.folded[open]").count() == 0
    page.emulate_media(media="print")
    flat = """() => [...document.querySelectorAll('details.folded > :not(summary)')]
        .filter(one => one.getBoundingClientRect().height < 5).map(one => one.outerHTML.slice(0, 80))"""
    assert page.evaluate(flat) == []
