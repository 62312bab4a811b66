"""`python -m tests.search`: how good the search is, category by category, and what it fetches.

The queries in `queries.yaml` are typed into the search page of `site/`, which has to be built, in a real browser.
`--sizes 17,500` measures made-up contents instead: bytes of the index, of a first search, and its time on a slow phone.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.plan import files
from tests.browser import FLAGS, chromium_path, serve
from tests.search.browse import rankings
from tests.search.cost import Cost, cost, cost_table
from tests.search.measures import Judged, judged_pages, queries, table
from tests.workspace import ROOT, with_texts

MADE_UP_WORD = "föräldrar"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.search", description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", help="numbers of interventions in made-up contents, with commas")
    parser.add_argument("--queries", type=Path, help="another file of queries")
    arguments = parser.parse_args()
    if arguments.sizes:
        rows = {size: _made_up(int(size)) for size in arguments.sizes.split(",")}
        sys.stdout.write(cost_table(rows))
        return
    sys.stdout.write(_measured(ROOT / "site", arguments.queries))


def _measured(site: Path, other: Path | None) -> str:
    asked = queries(other) if other else queries()
    with sync_playwright() as playwright, serve(site) as base:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        found = rankings(browser.new_page(), base, asked, judged_pages())
        costs = {"site": cost(browser, base, site, "knark")}
        browser.close()
    judged = Judged(asked, found)
    return f"{table(judged)}Frågor utan svar som ändå fick träffar: {judged.nonsense_with_hits}\n\n{cost_table(costs)}"


def _made_up(size: int) -> Cost:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        workspace = with_texts(Path(folder) / "copy", files(size))
        made = workspace.run("site_builder", "site", timeout=3600)
        assert made.code == 0, made.said
        site = workspace.root / "site"
        with serve(site) as base:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
            return cost(browser, base, site, MADE_UP_WORD)


if __name__ == "__main__":
    main()
