"""The site without JavaScript: everything can be reached and read, and nothing is shown that does not work."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import visitor

PLAN = "ungdomsplan-2023-2026"

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(chromium: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    context = visitor(chromium, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_the_menu_opens_as_a_link(served: str, plain: Page) -> None:
    """In a narrow window the menu is a place on the page, opened by a link and closed by another."""
    plain.set_viewport_size({"width": 320, "height": 640})
    plain.goto(f"{served}{PLAN}/insatser/1-1/")
    menu = plain.get_by_role("navigation", name="Webbplatsen")
    expect(menu).to_be_hidden()
    plain.get_by_role("link", name="Meny").click()
    expect(menu).to_be_visible()
    plain.get_by_role("link", name="Stäng menyn").click()
    expect(menu).to_be_hidden()
    plain.get_by_role("link", name="Meny").click()
    menu.get_by_role("link", name="Ansvarsmatris").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Ansvarsmatris")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_matrix_is_whole(served: str, plain: Page, width: int) -> None:
    """A table where there is room, a list where there is none; no filter that does nothing."""
    plain.set_viewport_size({"width": width, "height": 900})
    plain.goto(f"{served}{PLAN}/ansvarsmatris/")
    wide = width > 1000
    expect(plain.locator(".matrix tbody th[scope=row]:visible")).to_have_count(4 if wide else 0)
    expect(plain.locator(".list-groups > div > ul > li:visible")).to_have_count(0 if wide else 4)
    expect(plain.locator("form.filter")).to_be_hidden()


@pytest.mark.parametrize("address", ["", f"{PLAN}/insatser/1-1/", f"{PLAN}/ansvarsmatris/", "finns-inte/"])
def test_no_control_is_dead(served: str, plain: Page, address: str) -> None:
    """The only button that is shown sends the search form, which needs no script."""
    plain.goto(served + address)
    assert [button.get_attribute("type") for button in plain.locator("button:visible").all()] == ["submit"]


def test_the_contents_of_a_page_open_by_themselves(served: str, plain: Page) -> None:
    """`details` needs no script."""
    plain.goto(f"{served}{PLAN}/insatser/1-1/")
    first = plain.locator(".on-page").get_by_role("link").first
    expect(first).to_be_hidden()
    plain.locator(".on-page summary").click()
    expect(first).to_be_visible()
