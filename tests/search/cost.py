"""What a search costs a visitor: the bytes of a first search, and the time from the last key on a slow phone."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.browser import visitor
from tests.search.browse import ANSWERED

SLOWER = 4  # times: the usual measure of a phone
WORDS = ("polis", "skola", "1:4", "barn och unga", "ansvar", "stöd", "samverkan mellan myndigheter")
# The time from the last key to the answer in the page, as the page itself sees it.
TIMED = """text => new Promise(done => {
  const field = document.getElementById("sok-falt"), list = document.getElementById("sok-resultat");
  const start = performance.now();
  const watch = new MutationObserver(() => {
    if (document.title.startsWith(text + " – ")) { watch.disconnect(); done(performance.now() - start); }
  });
  watch.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""


@dataclass(frozen=True)
class Cost:
    """Bytes, as they are and packed, and milliseconds."""

    index: int
    first_search: int
    first_search_packed: int
    milliseconds: float
    slowest: float


def cost(browser: Browser, base: str, site: Path, word: str) -> Cost:
    """Return what a search for a word costs, and the time that others take when the index is there."""
    page = visitor(browser, viewport={"width": 390, "height": 844}).new_page()
    fetched: dict[str, Path] = {}
    page.on("request", lambda request: fetched.update({request.url: _file(site, base, request.url)}))
    page.goto(f"{base}sok/")
    page.fill("#sok-falt", word)
    page.wait_for_function(ANSWERED, arg=word)
    page.wait_for_load_state("networkidle")
    own = [file for file in fetched.values() if file.is_file() and "sok" in str(file.relative_to(site))]
    times = _times(page)
    page.close()
    return Cost(
        index=sum(file.stat().st_size for file in (site / "sok").rglob("*.json")),
        first_search=sum(file.stat().st_size for file in own),
        first_search_packed=sum(len(gzip.compress(file.read_bytes(), 9)) for file in own),
        milliseconds=median(times),
        slowest=max(times),
    )


def cost_table(rows: Mapping[str, Cost]) -> str:
    """Return costs as lines of text."""
    head = f"{'innehåll':10}{'index kB':>10}{'första kB':>11}{'packat kB':>11}{'ms':>8}{'högst ms':>10}\n"
    return head + "".join(
        f"{name:10}{row.index / 1000:>10.0f}{row.first_search / 1000:>11.1f}{row.first_search_packed / 1000:>11.1f}"
        f"{row.milliseconds:>8.0f}{row.slowest:>10.0f}\n"
        for name, row in rows.items()
    )


def _times(page: Page) -> list[float]:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return [float(page.evaluate(TIMED, word)) for word in WORDS]


def _file(site: Path, base: str, url: str) -> Path:
    path = urlsplit(url).path.removeprefix(urlsplit(base).path)
    return site / path / "index.html" if path.endswith("/") or not path else site / path
