"""What a plan gives by name and what it gives a group are counted apart on every page: no figure is a sum of both."""

import re
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.foundation.page import Page
from site_builder.reading.read import read
from tests.miniature import texts
from tests.outline import outline
from tests.rendered import rendered

ROOT = Path(__file__).resolve().parent.parent
YOUTH, PLAN = "ungdomsplan-2023-2026", "handlingsplan-2023-2026"


@cache
def pages() -> dict[str, Page]:
    return rendered(texts())


@cache
def city() -> dict[str, Page]:
    return rendered(dict(read(ROOT).by_path))


def table(page: Page, identity: str) -> dict[str, list[str]]:
    """The cells of a table's rows, by the words of the row's header."""
    rows = LexborHTMLParser(page.html).css(f"div[aria-labelledby={identity}] tr:not(.grupp)")
    return {row.css("th")[0].text().strip(): [cell.text().strip() for cell in row.css("td")] for row in rows}


def test_the_list_of_organizations_counts_own_duties_first() -> None:
    """Own duties, each role with that of groups in brackets, and last what comes through groups."""
    found = table(pages()["organisationer/"], "tabell-namnder")
    assert found["Kulturnämnden"] == ["2", "1", "2 (2)", "0", "2"]
    assert found["Tekniska nämnden"] == ["3", "1", "1 (2)", "1", "2"]


def test_the_list_says_nothing_of_where_they_are_named() -> None:
    """Some stand in no plan, and one in no source: the page's lead claims neither of anybody."""
    lead = outline(city()["organisationer/"].html).partition("<div")[2].partition("</div>")[0]
    assert "som planerna nämner" not in lead
    assert "som förekommer här" in lead


@pytest.mark.parametrize("made", [pages, city], ids=["miniature", "content"])
def test_totals_of_the_matrix_agree_both_ways(made: object) -> None:
    """Own duties of the rows and of the columns add up to the same; what comes of groups stands in brackets."""
    address = f"{YOUTH if made is pages else PLAN}/ansvarsmatris/"
    matrix = table(made()[address], "tabell-ansvarsmatris")  # type: ignore[operator]
    *columns, total, _ = matrix.pop("Antal insatser")
    rows = [cells for cells in matrix.values() if cells]
    assert sum(int(cells[-2]) for cells in rows) == int(total)
    assert sum(int(re.sub(r" \(.*", "", number)) for number in columns) == int(total)
    letters = [sum(bool(re.search(r"(?<!\()\b[SAB]\b(?!\))", cell)) for cell in cells[:-2]) for cells in rows]
    assert letters == [int(cells[-2]) for cells in rows]


def test_a_groups_page_says_what_its_list_is_and_where_each_member_is_named() -> None:
    """Bodies that stand only in the proposal, or in no source at all, are said to."""
    page = outline(city()["organisationer/samtliga-namnder-och-styrelser/"].html)
    members = page.partition("{#medlemmar}")[2].partition("\n## ")[0]
    assert "Listan är vår." in members
    assert "[Stadsbyggnadsnämnden](../stadsbyggnadsnamnden/). Nämns som: Stadsbyggnadskontoret" in members
    for line in (line for line in members.split("\n") if line.startswith("- [Business Region")):
        assert "Remissförslaget 2022" in line
        assert "Handlingsplan 2023–2026" not in line


def test_a_body_through_groups_alone_is_not_said_to_be_named() -> None:
    """Its page says that the duty is a group's, with a link to the group."""
    page = outline(city()["organisationer/business-region-goteborg/"].html)
    assert "uppgifter vid namn" not in page
    assert "gäller uppgiften en grupp som Business Region Göteborg AB ingår i, enligt vår lista." in page
    assert "[Samtliga nämnder och styrelser i Göteborgs Stad](../samtliga-namnder-och-styrelser/)" in page


def test_a_decision_that_a_plan_just_names_is_said_to_be_named() -> None:
    """It is not on the way to the plan, and the plan is not said not to know it."""
    page = city()["beslut/"]
    rows = LexborHTMLParser(page.html).css("div[aria-labelledby=tabell-beslut] tr")
    named = [" ".join(row.text(separator=" ").split()) for row in rows if "Nämns i" in row.text()]
    assert named
    assert all("Ingen av planerna" not in row for row in named)
