"""How a page is referred to: on interventions, reports and open data, of which version and day, to be copied."""

from datetime import date

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from site_builder.build import build
from site_builder.changes.history import History
from site_builder.foundation.content_version import content_version
from site_builder.reading.read import read_strings
from tests.miniature import texts

STRINGS = read_strings()
PLAN = "ungdomsplan-2023-2026"
MEASURE = f"{PLAN}/insatser/1-1/"
FILE = f"content/plans/{PLAN}/interventions/1-1.yaml"
DATA = {"docs/oppna-data.md": "# Öppna data\n\nFiler.\n"}


def citations(history: History | None = None) -> dict[str, str]:
    """The references that pages of the miniature offer, by address."""
    given = {**texts(), **DATA}
    pages = build(given, date(2024, 6, 1), STRINGS, history).pages
    return {page.address: page.citation for page in pages if page.citation}


def test_interventions_reports_and_data_can_be_cited() -> None:
    """Each of them, and no list."""
    found = citations()
    assert {MEASURE, "uppfoljningar/2024-kulturnamnden/", "oppna-data/"} <= set(found)
    assert not {"", f"{PLAN}/", "uppfoljningar/", f"{PLAN}/insatser/"} & set(found)


def test_a_reference_says_who_what_which_version_and_where() -> None:
    """The sender, the source's own title, the plan, the version of the content and the address that stays."""
    told = citations()[MEASURE]
    version = content_version({**texts(), **DATA})
    for words in ("Småstads kommun", "1:1 Öppna en fritidsgård", "Ungdomsplan 2023–2026", version):
        assert words in told
    assert told.endswith(f" https://planer.smastad.example/{MEASURE}")


def test_a_day_is_said_only_where_it_is_known() -> None:
    """That of the history, as in the foot of the page."""
    assert "Ändrad" not in citations()[MEASURE]
    known = citations(replace(History(), days={FILE: date(2024, 3, 2)}))
    assert "Ändrad 2 mars 2024." in known[MEASURE]


@pytest.mark.browser
def test_it_is_copied_at_a_press(served: str, page: Tab) -> None:
    """What is on the clipboard is what stands there, and a listener is told."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{served}{MEASURE}")
    page.get_by_text(STRINGS("theme.cite"), exact=True).click()
    page.get_by_role("button", name=STRINGS("theme.copy")).click()
    expect(page.locator(".citation [role=status]")).to_have_text(STRINGS("theme.copied"))
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".citation p").first.text_content()


@pytest.mark.browser
def test_where_copying_is_refused_the_words_are_marked(served: str, page: Tab) -> None:
    """The reader can copy by hand."""
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto(f"{served}{MEASURE}")
    page.get_by_text(STRINGS("theme.cite"), exact=True).click()
    page.get_by_role("button", name=STRINGS("theme.copy")).click()
    expect(page.locator(".citation [role=status]")).to_have_text(STRINGS("theme.not-copied"))
    assert "Småstads kommun" in page.evaluate("String(getSelection())")


@pytest.mark.browser
def test_the_head_names_the_sender_and_leads_to_the_summary(served: str, page: Tab) -> None:
    """At any width, by keyboard; the page it leads to says its language, and its frame says that it is Swedish."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}{MEASURE}")
    expect(page.get_by_role("banner")).to_contain_text("Småstads kommun")
    way = page.get_by_role("banner").get_by_role("link", name="Easy English")
    way.focus()
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("banner")).to_have_attribute("lang", "sv")
    assert page.locator("link[rel=alternate][hreflang]").evaluate_all("all => all.map(one => one.hreflang)") == [
        "sv",
        "en-simple",
    ]
