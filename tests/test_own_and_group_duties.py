"""What a plan gives by name and what it gives a group are counted apart on every page: no figure is a sum of both."""

import re
from functools import cache

from selectolax.lexbor import LexborHTMLParser

from site_builder.foundation.page import Page
from tests.miniature import texts
from tests.rendered import rendered

YOUTH = "ungdomsplan-2023-2026"


@cache
def pages() -> dict[str, Page]:
    return rendered(texts())


def table(page: Page, identity: str) -> dict[str, list[str]]:
    """The cells of a table's rows, by the words of the row's header."""
    rows = LexborHTMLParser(page.html).css(f"div[aria-labelledby={identity}] tr:not(.group)")
    return {row.css("th")[0].text().strip(): [cell.text().strip() for cell in row.css("td")] for row in rows}


def test_the_list_of_organizations_counts_own_duties_first() -> None:
    """Own duties, each role with that of groups in brackets, and last what comes through groups."""
    found = table(pages()["organisationer/"], "tabell-namnder")
    assert found["Kulturnämnden"] == ["2", "1", "2 (2)", "0", "2"]
    assert found["Tekniska nämnden"] == ["3", "1", "1 (2)", "1", "2"]


def test_totals_of_the_matrix_agree_both_ways() -> None:
    """Own duties of the rows and of the columns add up to the same; what comes of groups stands in brackets."""
    matrix = table(pages()[f"{YOUTH}/ansvarsmatris/"], "tabell-ansvarsmatris")
    *columns, total, _ = matrix.pop("Antal insatser")
    rows = [cells for cells in matrix.values() if cells]
    assert sum(int(cells[-2]) for cells in rows) == int(total)
    assert sum(int(re.sub(r" \(.*", "", number)) for number in columns) == int(total)
    letters = [sum(bool(re.search(r"(?<!\()\b[SAB]\b(?!\))", cell)) for cell in cells[:-2]) for cells in rows]
    assert letters == [int(cells[-2]) for cells in rows]
