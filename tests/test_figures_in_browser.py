"""The pictures as they are shown: the connections with names where there is room, with numbers where there is not."""

import pytest
from playwright.sync_api import Page

ADDRESS = "ungdomsplan-2023-2026/kopplingar/"
ENDS = """() => {
  const figure = document.querySelector('.picture-connections').getBoundingClientRect();
  const ends = (css) => [...document.querySelectorAll(`.picture-connections ${css}`)]
    .map(one => one.getBoundingClientRect())
    .map(box => [Math.round(box.left - figure.left), Math.round(box.right - figure.left)]);
  return {boxes: ends('.box'), mutual: ends('.lines.mutual path'), oneWay: ends('.lines.one-way path'),
          width: figure.width, texts: ends('a text')};
}"""

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("width", "has_names"), [(1280, True), (768, True), (360, False), (320, False)])
def test_connections_have_names_where_there_is_room(served: str, page: Page, width: int, has_names: bool) -> None:
    """Text stays in its box, lines begin at its edges, and nothing lies outside of the picture."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served + ADDRESS)
    assert page.locator(".picture-connections .name").first.is_visible() is has_names
    found = page.evaluate(ENDS)
    left, right = found["boxes"][0]
    assert (right - left > 300) is has_names
    assert all(left < text[0] and text[1] < right for text in found["texts"])
    assert all(right <= line[0] <= right + 6 for line in found["mutual"])
    assert all(left - 6 <= line[1] <= left for line in found["oneWay"])
    assert all(
        0 <= end <= found["width"] for ends in (found["mutual"], found["oneWay"]) for line in ends for end in line
    )


@pytest.mark.parametrize(("width", "shown"), [(1280, "wide"), (768, "wide"), (360, "narrow")])
def test_one_of_two_drawings_is_shown(served: str, page: Page, width: int, shown: str) -> None:
    """The one that has room, on every page that has two; the other is there for nobody."""
    page.set_viewport_size({"width": width, "height": 800})
    for address in ("ungdomsplan-2023-2026/malgrupper/", "ungdomsplan-2023-2026/bakgrund/", "organisationer/"):
        page.goto(served + address)
        pairs = page.locator(".picture svg:is(.wide, .narrow)")
        assert pairs.count() >= 2
        for one in pairs.all():
            assert one.is_visible() is (shown in str(one.get_attribute("class")).split())


def test_a_chosen_one_shows_its_lines_where_they_are(served: str, page: Page) -> None:
    """The copies of its lines lie on the lines, also where these have been moved."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(served + ADDRESS)
    link = page.locator(".picture-connections a").first
    link.focus()
    # Both in one look: between two the picture may find a new place, as when a font has come.
    boxes = """copy => [copy, document.querySelector(copy.getAttribute("href"))].map((one) => {
        const box = one.getBoundingClientRect();
        return [box.left, box.top, box.width].map(Math.round);
    })"""
    for copy in link.locator("use").all():
        copied, line = copy.evaluate(boxes)
        assert copied == line
