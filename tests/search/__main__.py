"""`python -m tests.search`: how good the search is, category by category, and what it fetches.

The queries of each set are typed into the search page of `site/`, which has to be built, in a real browser; measures
come with 95 % intervals, and with word of whether anybody has looked at the set's answers.
`--sizes 17,500` measures made-up contents instead: bytes of the index, of a first search, and its time on a slow phone.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.plan import files
from tests.browser import FLAGS, chromium_path, serve, visitor
from tests.search.browse import rankings
from tests.search.cost import Cost, cost, cost_table
from tests.search.measures import Judged, table
from tests.search.sets import FILES, QuerySet, query_set
from tests.workspace import ROOT, with_texts

MADE_UP_WORD = "föräldrar"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.search", description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", help="numbers of interventions in made-up contents, with commas")
    parser.add_argument("--sets", default=",".join(FILES), help="sets of queries, with commas")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="another built site")
    arguments = parser.parse_args()
    if arguments.sizes:
        rows = {size: _made_up(int(size)) for size in arguments.sizes.split(",")}
        sys.stdout.write(cost_table(rows))
        return
    sys.stdout.write(_measured(arguments.site, [query_set(name) for name in arguments.sets.split(",")]))


def _measured(site: Path, sets: list[QuerySet]) -> str:
    with sync_playwright() as playwright, serve(site) as base:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        page = visitor(browser).new_page()
        judged = [(one, Judged(one.queries, rankings(page, base, one))) for one in sets]
        costs = {"site": cost(browser, base, site, "knark")}
        browser.close()
    return "".join(_told(one, found) for one, found in judged) + cost_table(costs)


def _told(one: QuerySet, found: Judged) -> str:
    """Return the measures of a set; of one that nobody has looked at the words of no query."""
    nonsense = found.nonsense_with_hits
    which = ", ".join(nonsense) if one.is_looked_at else str(len(nonsense))
    return f"{one.about}\n{table(found)}Frågor utan svar som ändå fick träffar: {which or 0}\n\n"


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
