"""The table of pages: what a row says is so, in the menu, the foot, print, the search and the plan's own list."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from hooks.frame import frame_addresses
from site_builder.build import build, check
from site_builder.built import Build
from site_builder.foundation.page import Page, Section
from site_builder.foundation.strings import Strings
from site_builder.meaning.pages import table
from site_builder.meaning.pages.rows import Found, PlanPage, Printed, SitePage
from site_builder.reading.read import read_strings
from site_builder.render.site import maker_of
from site_builder.render.writer import PlanWriter, Writer
from site_builder.search.facts import Facts, searchable
from tests.miniature import texts

AS_OF = date(2026, 1, 15)
PLAN = "ungdomsplan-2023-2026"
THEME = Path(__file__).resolve().parent.parent / "docs/theme"
MADE_UP = PlanPage("extra", "plan.goals:goals_pages", lambda _: True)
ROWS = [*table.PLAN_PAGES, *(row for row in table.SITE_PAGES if row.maker)]


def strings() -> Strings:
    """The catalogue, with words for a page called extra."""
    tree = dict(read_strings().tree)
    site = tree["site"]
    assert isinstance(site, dict)
    extra = {"extra": "En sida till"}
    own = {**site, "pages": site["pages"] | extra, "plan-pages": site["plan-pages"] | extra}
    return Strings({**tree, "site": own})


def built(content: dict[str, str] | None = None) -> Build:
    """The miniature, or other content, with words for a page called extra."""
    made = build(content or texts(), AS_OF, strings())
    assert made.diagnostics == ()
    return made


def addresses(sections: tuple[Section, ...]) -> Iterator[str]:
    return (entry.address for section in sections for entry in section.all_below())


def linked(page: Page) -> set[str]:
    """The addresses that a page links to in its own text."""
    hrefs = (node.attributes.get("href") or "" for node in LexborHTMLParser(page.html).css("a"))
    paths = (href.partition("#")[0] for href in hrefs if not re.match(r"[a-z]+:|#", href))
    return {resolved(page.address, path) for path in paths}


def resolved(origin: str, path: str) -> str:
    parts = origin.split("/")[:-1]
    for step in path.split("/"):
        if step == "..":
            parts.pop()
        elif step not in (".", ""):
            parts.append(step)
    return "".join(f"{part}/" for part in parts)


def found_in_search(made: Build) -> dict[str, Facts]:
    known = searchable(check(texts(), AS_OF).index, made.pages, strings(), AS_OF).pages
    return {facts.address: facts for facts in known}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.maker)
def test_every_row_has_a_function_that_makes_its_pages(row: PlanPage | SitePage) -> None:
    """It takes a writer that stands at the page, and says by its types that it does."""
    hints = get_type_hints(maker_of(row))
    assert hints == {"writer": PlanWriter if isinstance(row, PlanPage) else Writer, "return": Iterator[Page]}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.maker)
def test_every_row_has_words(row: PlanPage | SitePage) -> None:
    """A title, and for a page of a plan what the plan's own page says of it."""
    known, end = read_strings(), row.name.rpartition("/")[2]
    if end and not getattr(row, "noun", ""):
        assert known.find(f"site.pages.{end}")
    if end and isinstance(row, PlanPage):
        assert known.find(f"site.plan-pages.{end}")


def unreached(made: Build) -> set[str]:
    """The pages that no link leads to, from the start page on: in texts, the menu, the foot or the frame."""
    frames = (file.read_text("utf-8") for file in THEME.rglob("*.html"))
    frame = {
        frame_addresses()[name]
        for text in frames
        for name in re.findall(r"plan\.addresses\.(\w+) \| (?:url|rooted)", text)
    }
    in_head = {summary.address for summary in made.summaries}
    reached, waiting = set[str](), {"", *addresses(made.navigation), *addresses(made.foot), *frame, *in_head}
    while waiting:
        address = waiting.pop()
        reached.add(address)
        if page := made.by_address.get(address):
            waiting |= linked(page) - reached
    return set(made.by_address) - reached


def test_every_page_is_reached_from_the_start_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a page that stands in no menu, no foot and no text is told of by this test."""
    assert unreached(built()) == set()
    hidden = SitePage("extra", "reference.glossary:glossary_pages", in_menu=False)
    monkeypatch.setattr(table, "SITE_PAGES", (*table.SITE_PAGES, hidden))
    assert unreached(built()) == {"extra/"}


def test_every_page_that_a_row_says_is_made() -> None:
    """Each plan has the pages of its rows and no others; so has the site."""
    made, index = built(), check(texts(), AS_OF).index
    assert {address for address, row in index.pages.items() if row.maker} <= set(made.by_address)
    for content in index.plans.values():
        plan = content.plan.value
        without = {row.address(plan) for row in table.PLAN_PAGES} - {row.address(plan) for row in content.pages}
        assert not without & set(made.by_address)


@pytest.mark.parametrize("in_menu", [True, False])
@pytest.mark.parametrize("printed", [Printed.ITSELF, Printed.NOT, Printed.LAST])
@pytest.mark.parametrize("found", list(Found))
def test_a_new_row_is_all_that_a_new_page_needs(
    monkeypatch: pytest.MonkeyPatch, in_menu: bool, printed: Printed, found: Found
) -> None:
    """It stands in the menu, on the plan's page, in print and in the search as the row says, and can be referred to."""
    row = replace(MADE_UP, in_menu=in_menu, printed=printed, found=found)
    monkeypatch.setattr(table, "PLAN_PAGES", (*table.PLAN_PAGES, row))
    made, address = built(), f"{PLAN}/extra/"
    assert (address in addresses(made.navigation)) is in_menu
    assert address in linked(made.by_address[f"{PLAN}/"])
    parts = [part.address for part in made.by_address[f"{PLAN}/utskrift/"].parts]
    assert (address in parts) is (printed is not Printed.NOT)
    assert (parts[-1] == address) is (printed is Printed.LAST)
    known = found_in_search(made)
    assert (address in known) is (found is not Found.NOT)
    assert found is Found.NOT or known[address].is_read is (found is not Found.BY_TITLE)


def test_a_new_row_can_be_referred_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under its name, as soon as it is there, and no hand-written page may take its address."""
    text = {**texts(), "docs/om.md": "# Om\n\nSe [[sida:" + PLAN + "/extra]].\n"}
    assert [found.code for found in check(text, AS_OF).diagnostics] == ["unknown-page"]
    monkeypatch.setattr(table, "PLAN_PAGES", (*table.PLAN_PAGES, MADE_UP))
    assert f"{PLAN}/extra/" in linked(built(text).by_address["om/"])
    taken = {**texts(), f"docs/{PLAN}/extra.md": "# Extra\n\nEn sida.\n"}
    assert [found.code for found in check(taken, AS_OF).diagnostics] == ["address-taken"]


def test_a_new_row_of_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands below the page that its name begins with, and in the foot where the row says."""
    row = SitePage("ordlista/extra", "reference.glossary:glossary_pages", foot=1)
    monkeypatch.setattr(table, "SITE_PAGES", (*table.SITE_PAGES, row))
    made = built()
    above = next(section for section in made.navigation if section.address == "ordlista/")
    assert [section.address for section in above.children] == ["ordlista/extra/"]
    assert [section.address for section in made.foot][:2] == ["om/", "ordlista/extra/"]
    assert made.by_address["ordlista/extra/"].html.count("<h1") == 1


def test_what_is_broken_may_stand_on_its_page() -> None:
    """A reference to a page is not blamed while the file that the page is made of cannot be read."""
    indicators = next(path for path in texts() if "/indicators" in path)
    broken = {**texts(), indicators: "[", "docs/om.md": "# Om\n\nSe [[sida:" + PLAN + "/indikatorer]].\n"}
    assert "unknown-page" not in [found.code for found in check(broken, AS_OF).diagnostics]


def test_a_report_without_the_name_of_a_plan_is_about_the_current_one() -> None:
    """The miniature's reports answer for one plan by bare numbers, and name the others; one has no report."""
    plans = check({path: text for path, text in texts().items() if "tekniska" not in path}, AS_OF).index.plans
    followed = {name for name, content in plans.items() if "uppfoljning" in [row.name for row in content.pages]}
    assert followed == {PLAN, "lasplan-2024-2027"}
