"""Follow-up on every page that tells of it: five states apart, n of m with names, the latest answer first."""

from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.foundation.page import Page
from tests.miniature import texts
from tests.outline import outline
from tests.rendered import rendered

YOUTH, CLIMATE, READING = "ungdomsplan-2023-2026", "klimatprogram-2022-2027", "lasplan-2024-2027"


@cache
def pages() -> dict[str, Page]:
    """Every page of the miniature by its address."""
    return rendered(texts())


def text(address: str) -> str:
    """What a page says, as an outline."""
    return outline(pages()[address].html)


def part(address: str, anchor: str, level: str = "## ") -> str:
    """What stands below the heading with an anchor, up to the next heading of the same level."""
    return text(address).partition(f"{{#{anchor}}}")[2].partition(f"\n{level}")[0]


def words(node: LexborNode | None) -> str:
    """The words of an element on one line."""
    return " ".join(node.text().split()) if node else ""


def rows(address: str, table: str) -> dict[str, list[str]]:
    """The cells of a table by the words of their row's header."""
    regions = LexborHTMLParser(pages()[address].html).css(f"div[aria-labelledby={table}] tbody tr:not(.group)")
    return {words(line.css_first("th")): [words(cell) for cell in line.css("td")] for line in regions}


def test_all_reports_are_listed_the_latest_first() -> None:
    """The list has every report of every plan."""
    told = text("uppfoljningar/")
    places = [
        told.index(f"{{#{name}}}") for name in ("2024-kulturnamnden", "2024-tekniska-namnden", "2023-kulturnamnden")
    ]
    assert places == sorted(places)
