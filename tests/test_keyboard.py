"""Walks with the keyboard alone, written out: what a reader presses, where the focus goes and what is said."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

PLAN = "ungdomsplan-2023-2026"
MATRIX = f"{PLAN}/ansvarsmatris/"
# Where the focus is, and whether the eye can find it: its size, its outline and what lies on top of it.
FOCUS = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const box = (one.querySelector('.box') ?? one).getClientRects()[0];
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
  const [x, y] = [box.left + Math.min(box.width, innerWidth) / 2, Math.max(box.top, 0) + Math.min(box.height, 20) / 2];
  const top = document.elementFromPoint(Math.min(x, innerWidth - 1), Math.min(y, innerHeight - 1));
  return {
    what: one.outerHTML.slice(0, 100),
    end: one === document.body,
    seen: inside && style.visibility !== 'hidden' && !!top && (one.contains(top) || top.contains(one)),
    marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      || [...one.children].some(part => parseFloat(getComputedStyle(part).strokeWidth) >= 3),
  };
}"""

pytestmark = pytest.mark.browser


def test_the_first_stop_leads_past_the_menu(served: str, page: Page) -> None:
    """Tab shows the skip link, Enter follows it, and the next stop stands in the content."""
    page.goto(f"{served}{PLAN}/insatser/1-1/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Till innehållet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


def test_the_menu_of_a_narrow_window_is_a_button(served: str, page: Page) -> None:
    """It says whether it is open, opens with the keyboard, is walked through, and Escape closes it and comes back."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}{PLAN}/insatser/1-1/")
    button, menu = page.get_by_role("button", name="Meny"), page.get_by_role("navigation", name="Webbplatsen")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('nav.menu')")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('nav.menu')")


@pytest.mark.parametrize(
    ("address", "width"), [(f"{PLAN}/insatser/1-1/", 320), (MATRIX, 1280), (f"{PLAN}/kopplingar/", 320), ("", 1280)]
)
def test_every_stop_can_be_seen_and_none_holds_the_reader(served: str, page: Page, address: str, width: int) -> None:
    """Tab, sixty times or to the end: the focus is in view, marked, covered by nothing, and never stays."""
    page.set_viewport_size({"width": width, "height": 640})
    page.emulate_media(reduced_motion="reduce")
    page.goto(served + address)
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop["end"]:
            break
        stops.append(stop)
    assert [stop["what"] for stop in stops if not (stop["seen"] and stop["marked"])] == []
    assert len(stops) > 10


def test_the_matrix_is_narrowed_by_keyboard(served: str, page: Page) -> None:
    """A choice stands in the address and is announced; the choice survives a link and the way back; reset ends it."""
    page.goto(served + MATRIX)
    status, rows = page.get_by_role("status"), page.locator(".matrix tbody tr:not(.group):visible")
    whole = rows.count()
    bodies = page.get_by_label("Organisation", exact=True).locator("option").count() - 1  # the first one is all of them
    expect(status).to_contain_text(f"{whole} av {whole} rader och {bodies} av {bodies} kolumner")
    page.get_by_label("Organisation", exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    query = parse_qs(urlsplit(page.url).query)
    assert set(query) == {"organisation", "roll"}
    assert 0 <= rows.count() < whole
    expect(status).to_contain_text(f"Visar {rows.count()} av {whole} rader")
    narrowed = page.url
    page.goto(f"{served}{PLAN}/")
    page.go_back()
    assert page.url == narrowed
    expect(page.get_by_label("Organisation", exact=True)).to_have_value(query["organisation"][0])
    assert rows.count() < whole
    page.get_by_role("button", name="Visa allt").focus()
    page.keyboard.press("Enter")
    expect(rows).to_have_count(whole)
    assert not urlsplit(page.url).query
    expect(status).to_contain_text(f"{whole} av {whole} rader")


def test_a_narrowed_matrix_keeps_its_meaning(served: str, page: Page) -> None:
    """Every cell that is left still stands below its own header and beside its own row's."""
    page.goto(f"{served}{MATRIX}?organisation=kulturnamnden")
    shown = page.locator(".matrix thead th:visible")
    assert "Kulturnämnden" in shown.nth(1).inner_text()
    rows = page.locator(".matrix tbody tr:not(.group):visible")
    assert rows.count() > 0
    for row in rows.all():
        assert row.locator("th, td").and_(page.locator(":visible")).count() == shown.count()


def test_a_narrowed_list_names_nobody_else(served: str, page: Page) -> None:
    """Where the matrix is a list, the filter leaves one body, and no role without anyone."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{served}{MATRIX}?organisation=kulturnamnden")
    bodies, roles = page.locator(".as-list [data-column]:visible"), page.locator(".as-list .filled:visible")
    assert set(bodies.all_inner_texts()) == {"Kulturnämnden"}
    assert roles.count() == bodies.count()


def test_the_bodies_below_are_narrowed_too(served: str, page: Page) -> None:
    """Below the matrix stands what is chosen, and nobody else; nothing chosen, everybody."""
    page.goto(f"{served}{MATRIX}?organisation=kulturnamnden&roll=coordinating")
    bodies, lines = page.locator(".per-body section:visible"), page.locator(".per-body li:visible")
    assert bodies.locator("h3").all_inner_texts() == ["Kulturnämnden"]
    assert all("samordnar" in line for line in lines.all_inner_texts())
    assert lines.count() == page.locator(".matrix tbody tr:not(.group):visible").count()
    page.get_by_role("button", name="Visa allt").click()
    expect(bodies).to_have_count(page.locator(".per-body section").count())


def test_a_narrowed_matrix_says_on_paper_what_was_chosen(served: str, page: Page) -> None:
    """In the caption, and before the bodies: the choice in words and how much is left. A whole matrix says nothing."""
    chosen = page.locator(".matrix caption .chosen, .per-body .chosen")
    page.goto(served + MATRIX)
    page.emulate_media(media="print")
    expect(chosen).to_have_count(0)
    page.goto(f"{served}{MATRIX}?organisation=kulturnamnden&omrade=1")
    rows = page.locator(".matrix tbody tr:not(.group):visible").count()
    expect(chosen).to_have_count(2)
    for words in chosen.all_inner_texts():
        assert words.startswith("Urval: Organisation: Kulturnämnden; Fokusområde: Fokusområde 1")
        assert f"Visar {rows} av " in words
    page.emulate_media(media="screen")
    expect(chosen.first).to_be_hidden()


def test_the_matrix_scrolls_in_a_named_region(served: str, page: Page) -> None:
    """The region takes the focus, has the name of its table, and the arrow keys move it."""
    page.set_viewport_size({"width": 720, "height": 640})
    page.goto(served + MATRIX)
    region = page.locator(".matrix[role=region]")
    region.evaluate("one => { one.firstElementChild.style.width = '1400px' }")
    region.focus()
    assert page.evaluate("document.getElementById(document.activeElement.getAttribute('aria-labelledby')).tagName")
    expect(page.locator(".more-columns").first).to_be_visible()
    expect(region).to_have_class(re.compile("more-right"))
    page.keyboard.press("ArrowRight")
    for _ in range(100):
        if moved := page.evaluate("document.activeElement.scrollLeft"):
            break
        page.wait_for_timeout(20)
    assert moved
    region.evaluate("one => { one.scrollLeft = one.scrollWidth }")
    expect(region).to_have_class(re.compile("more-left"))
    expect(region).not_to_have_class(re.compile("more-right"))


@pytest.mark.parametrize("wide", [False, True])
def test_the_head_of_a_table_stays_with_the_page(served: str, page: Page, wide: bool) -> None:
    """While its rows pass, whether the table fits or scrolls sideways; no row is hidden by a box of its own."""
    page.set_viewport_size({"width": 1280, "height": 640})
    page.goto(served + MATRIX)
    page.locator(".matrix table").evaluate("one => { one.style.height = '2000px' }")
    if wide:
        page.locator(".matrix td").evaluate_all("all => all.forEach(one => { one.style.minWidth = '300px' })")
    head, frame = page.locator(".matrix thead th").nth(1), page.locator(".matrix")
    assert frame.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
    frame.evaluate("one => scrollTo(0, one.getBoundingClientRect().top + scrollY + 700)")
    assert abs(head.evaluate("one => one.getBoundingClientRect().top")) < 2
    frame.evaluate("one => { one.scrollLeft = 300 }")
    left = "one => one.getBoundingClientRect().left"
    assert page.locator(".matrix tbody th[scope=row]").last.evaluate(left) >= frame.evaluate(left)


def test_the_colour_scheme_is_chosen_and_kept(served: str, page: Page) -> None:
    """The button says what it gives; the choice holds on the next page."""
    page.emulate_media(color_scheme="light")
    page.goto(served)
    page.get_by_role("button", name="Mörkt").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Ljust")).to_be_focused()
    page.goto(f"{served}{PLAN}/")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    expect(page.get_by_role("button", name="Ljust")).to_be_visible()


def test_a_picture_is_walked_through(served: str, page: Page) -> None:
    """Every intervention of the picture of connections is a link of its own; focus shows its lines."""
    page.goto(f"{served}{PLAN}/kopplingar/")
    first = page.locator(".picture-connections svg a").first
    expect(first.locator(".own-lines").first).to_be_hidden()
    first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(first).to_be_focused()
    expect(first.locator(".own-lines").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/insatser/1-1/")


def test_motion_only_where_it_is_wanted(served: str, page: Page) -> None:
    """Nothing glides, and nothing is animated, for who has asked for less motion."""
    moving = (
        "[...document.querySelectorAll('*')].filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0"
    )
    moving += " || getComputedStyle(one).animationName !== 'none').length"
    page.emulate_media(reduced_motion="reduce")
    page.goto(served)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate(moving) == 0


@pytest.mark.parametrize("address", ["", MATRIX])
def test_forced_colours_leave_edges_and_focus(served: str, page: Page, address: str) -> None:
    """In high contrast every control has an edge, and the focus is marked."""
    page.emulate_media(forced_colors="active")
    page.goto(served + address)
    edges = "[...document.querySelectorAll('button, input, select')].filter(one => one.getClientRects().length"
    edges += " && getComputedStyle(one).borderStyle === 'none').length"
    assert page.evaluate(edges) == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["marked"]
