"""`python -m tests.bench.scroll [ROWS]`: how evenly a large matrix scrolls: 200 interventions, 60 bodies, in Chromium.

The wheel is turned over the table, down and sideways, while the page notes when each frame is shown. No test measures
time: the figures depend on the machine, and most on what else it does.
"""

import statistics
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.content import PLAN
from tests.bench.plan import files
from tests.browser import FLAGS, chromium_path, serve, visitor
from tests.workspace import with_texts

ROWS = 200
TURNS = 120
NOTE = """() => {
  window.frames_shown = [];
  const note = (now) => { frames_shown.push(now); requestAnimationFrame(note); };
  requestAnimationFrame(note);
}"""


def main() -> None:
    """Build, scroll, and print the times between frames in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
        workspace = with_texts(Path(folder) / "copy", files(rows))
        if (built := workspace.run("mkdocs", "build", "--quiet")).code:
            sys.exit(built.said)
        with serve(workspace.root / "site") as base:
            times, size = _frames(f"{base}{PLAN}/ansvarsmatris/")
    ordered = sorted(times)
    late = sum(time > 1000 / 60 * 1.5 for time in times)
    worst, near = ordered[-1], ordered[int(len(ordered) * 0.95)]
    sys.stdout.write(f"{size}: {len(times)} frames, median {statistics.median(times):.1f} ms, ")
    sys.stdout.write(f"95 % {near:.1f} ms, worst {worst:.1f} ms, late {late}\n")


def _frames(address: str) -> tuple[list[float], str]:
    """Return the times between frames while the matrix scrolls, and how large it is."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), headless=True, args=list(FLAGS))
        page = visitor(browser, viewport={"width": 1280, "height": 800}).new_page()
        page.goto(address, wait_until="load")
        region = page.locator(".matrix")
        region.scroll_into_view_if_needed()
        region.hover()
        page.evaluate(NOTE)
        for turn in range(TURNS):
            page.mouse.wheel(120 if turn % 3 == 2 else 0, 0 if turn % 3 == 2 else 120)
            page.wait_for_timeout(16)
        shown: list[float] = page.evaluate("frames_shown")
        table = page.locator(".matrix table")
        rows = table.locator("tbody tr:not(.group)").count()
        size = f"{rows} × {table.locator('thead th').count() - 2}"
        browser.close()
    return [after - before for before, after in pairwise(shown)], size


if __name__ == "__main__":
    main()
