"""Queries typed into the real search page, and what a visitor would see and fetch."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.search.measures import Query

ANSWERED = "q => document.title.startsWith(q + ' – ') && document.querySelector('.search.ready')"


def ask(page: Page, text: str) -> list[str]:
    """Type a query, wait for its answer, and return the addresses of the pages shown, best first."""
    page.fill("#sok-falt", text)
    page.wait_for_function(ANSWERED, arg=text)
    found: list[str] = page.eval_on_selector_all("#sok-resultat a.hit", "links => links.map(link => link.href)")
    return found


def rankings(page: Page, base: str, queries: Iterable[Query], names: Mapping[str, str]) -> dict[str, list[str]]:
    """Return what the page finds for every query: addresses, or the names that the judgements have for them.

    The site stands at `base`.
    """
    page.goto(f"{base}sok/")
    root = urlsplit(base).path
    found = {}
    for query in queries:
        addresses = (urlsplit(address).path.removeprefix(root) for address in ask(page, query.text))
        found[query.id] = list(dict.fromkeys(names.get(address, address) for address in addresses))
    return found
