"""Queries typed into the real search page, and what a visitor would see and fetch."""

import re
from datetime import date
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.search.sets import QuerySet, names_of

ANSWERED = "q => document.title.startsWith(q + ' – ') && document.querySelector('.search.ready')"
# Pages that were cut on a day: what was said before of the whole holds for its parts, which count once.
CUT_ON = date(2026, 11, 29)
CUT = (
    (re.compile(r"^avvikelser/.+"), "avvikelser/"),
    (re.compile(r"(?<=/)(fran-forslag-till-beslut|kostnader|angransande-uppdrag)/$"), "bakgrund/"),
    (re.compile(r"^om/redaktorer/$"), "om/redigera/"),
)


def ask(page: Page, text: str) -> list[str]:
    """Type a query, wait for its answer, and return the addresses of the pages shown, best first."""
    page.fill("#sok-falt", text)
    page.wait_for_function(ANSWERED, arg=text)
    found: list[str] = page.eval_on_selector_all("#sok-resultat a.hit", "links => links.map(link => link.href)")
    return found


def rankings(page: Page, base: str, asked: QuerySet) -> dict[str, list[str]]:
    """Return what the page finds for every query of a set: addresses, or the names that its judgements have for them.

    The site stands at `base`.
    """
    page.goto(f"{base}sok/")
    root = urlsplit(base).path
    names, was_whole = names_of(asked), asked.judged < CUT_ON
    found = {}
    for query in asked.queries:
        addresses = (urlsplit(address).path.removeprefix(root) for address in ask(page, query.text))
        judged = (_whole(address) if was_whole else address for address in addresses)
        found[query.id] = list(dict.fromkeys(names.get(address, address) for address in judged))
    return found


def _whole(address: str) -> str:
    """Return the page that a page was a part of when it was judged, else itself."""
    for part, whole in CUT:
        address = part.sub(whole, address)
    return address
