"""How large every page is: on a desktop, on a phone and on paper, held against what a reader has the patience for.

    python -m tests.audit.sizes [--site FOLDER]     every page of the real site, or of one that is already built

The limits are those of the issue that asked for them. Each finding names the page, the limit and what was measured.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import FLAGS, chromium_path, serve, visitor
from tests.built_site import PREFIX, build_site, pages_of, policy

DESKTOP, PHONE = (1280, 800), (360, 740)
LONGEST = 10_000  # pixels of a public page on a phone
MOST_HEADINGS = 3  # more than that, and the page has a list of its contents
ORGANIZATION_SHEETS, MATRIX_SHEETS, WHOLE_PLAN_SHEETS = 2, 1, 60
# The whole plan for paper is as long as it has to be, as full tables are; some pages are for editors alone.
FULL = ("utskrift/",)
EDITORS = ("om/kontroller/", "om/redigera/", "om/recept/", "om/falt/")

MEASURE = """() => {
  const shown = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility !== 'hidden';
  const box = (one) => one.getBoundingClientRect();
  const hidden = [...document.querySelectorAll('table tbody tr')].filter(shown).filter(row => {
    for (let one = row.parentElement; one && one !== document.body; one = one.parentElement) {
      const cuts = getComputedStyle(one).overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1;
      if (cuts && (box(row).bottom > box(one).bottom + 1 || box(row).top < box(one).top - 1)) return true;
    }
    return false;
  });
  const article = document.querySelector('article');
  const plain = [...article.querySelectorAll('p')].filter(shown)
    .find(one => !one.closest('.on-page, .state, .area-line') && /[a-zåäö)”]\\.(\\s|$)/.test(one.innerText));
  const end = (one) => {
    const walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), range = document.createRange();
    range.setStart(one, 0);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
      const stop = text.data.search(/[a-zåäö)”]\\.(\\s|$)/);
      if (stop < 0) continue;
      range.setEnd(text, stop + 2);
      return box(range).bottom + scrollY;
    }
    return box(one).bottom + scrollY;
  };
  const headings = [...article.querySelectorAll('h2, h3')].filter(shown).filter(one => !one.closest('.on-page'));
  const table = document.querySelector('.table-frame.matrix');
  return {
    height: Math.round([...document.querySelectorAll('.grid, .table-frame')].filter(
      one => !one.parentElement.closest('.grid, .table-frame, details:not([open])')).reduce(
      (left, one) => left - box(one).height, document.documentElement.scrollHeight)),
    sentence: plain ? Math.round(end(plain)) : null,
    hidden: hidden.length,
    headings: headings.length,
    contents: [...document.querySelectorAll('.on-page, .letters, .contents')].some(shown),
    table: table && shown(table) ? [Math.round(box(table).height), table.scrollWidth - table.clientWidth] : null,
  };
}"""
# Paper's own style sheet, as a script sees it, is not paper: only what is printed has sheets.
SIZE = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)")


@dataclass(frozen=True)
class Size:
    """What one page is at one width, without the height of its full tables.

    `sentence` is how far down its first plain sentence ends, if it has one;
    `table` is the height of a matrix, and how much of its width does not fit.
    """

    address: str
    width: int
    height: int
    sentence: int | None
    hidden: int
    headings: int
    contents: bool
    table: tuple[int, int] | None = None


def sizes(page: Page, base: str, address: str) -> Iterator[Size]:
    """Yield what a page is on a desktop and on a phone."""
    for width, height in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(base + address, wait_until="load")
        found = page.evaluate(MEASURE)
        table = found.pop("table")
        yield Size(address, width, **found, table=(table[0], table[1]) if table else None)


def sheets(page: Page, address: str) -> list[tuple[int, int]]:
    """Return the sizes in points of the A4 sheets that a page is printed on."""
    page.goto(address, wait_until="load")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    return [(round(float(wide)), round(float(high))) for wide, high in SIZE.findall(printed)]


def faults(size: Size) -> Iterator[str]:
    """Yield in which way a page is larger than it may be."""
    if size.hidden:
        yield f"{size.hidden} rows of tables are hidden"
    if size.headings > MOST_HEADINGS and not size.contents:
        yield f"{size.headings} headings and no contents list"
    if size.width == PHONE[0] and size.height > LONGEST and not size.address.endswith((*FULL, *EDITORS)):
        yield f"{size.height} px high"
    if "/insatser/" in size.address and size.address.count("/") > 2 and not _begins(size):
        yield f"the first plain sentence ends at {size.sentence} px"


def _begins(size: Size) -> bool:
    return size.sentence is not None and size.sentence <= dict((DESKTOP, PHONE))[size.width]


def paper_faults(address: str, found: Sequence[tuple[int, int]], is_committee: bool) -> Iterator[str]:
    """Yield in which way a printed page takes more paper than it may."""
    if is_committee and len(found) > ORGANIZATION_SHEETS:
        yield f"{len(found)} sheets"
    if address.endswith("/utskrift/") and len(found) > WHOLE_PLAN_SHEETS:
        yield f"{len(found)} sheets"
    across = sum(wide > high for wide, high in found)
    if address.endswith("/ansvarsmatris/") and across > MATRIX_SHEETS:
        yield f"the matrix on {across} sheets"


def committees(page: Page, base: str) -> list[str]:
    """Return the addresses of the committees, from the list of organizations."""
    page.goto(f"{base}organisationer/", wait_until="load")
    links = page.locator("#tabell-namnder").locator("xpath=ancestor::table").locator("tbody th a")
    return [str(link.get_attribute("href")) for link in links.all()]


def measured(browser: Browser, base: str, addresses: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each fault of the pages, with the page's address."""
    page = visitor(browser).new_page()
    for address in addresses:
        for size in sizes(page, base, address):
            yield from ((f"/{address} at {size.width} px", fault) for fault in faults(size))
    printed = [f"organisationer/{name}" for name in committees(page, base)]
    bodies = frozenset(printed)
    printed += [one for one in addresses if one.endswith(("/ansvarsmatris/", "/utskrift/"))]
    for address in printed:
        found = paper_faults(address, sheets(page, base + address), address in bodies)
        yield from ((f"/{address} on paper", fault) for fault in found)
    page.close()


def main() -> None:
    """Measure the site, print each fault, and end with 1 if there is any."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit.sizes", description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = given.site or Path(folder) / "site"
        if given.site is None:
            build_site(site)
        browser = playwright.chromium.launch(executable_path=chromium_path(), headless=True, args=list(FLAGS))
        with serve(site, prefix=PREFIX, headers=policy(site)) as base:
            found = list(measured(browser, base, list(pages_of(site))))
        browser.close()
    sys.stdout.writelines(f"{where}: {fault}\n" for where, fault in found)
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
