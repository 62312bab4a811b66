"""`python -m tests.jobs [NAME ...]`: every recipe in its three ways, and what each touches. `--write` keeps it."""

import platform
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import FLAGS, chromium_path, visitor
from tests.jobs.table import HEAD, Row, rows
from tests.jobs.ways import RECIPES

PAGE = Path(__file__).resolve().parents[2] / "docs/dev/jobs.md"
MARK = "<!-- made by python -m tests.jobs --write -->\n"


def main() -> None:
    """Print the table."""
    names = [name for name in sys.argv[1:] if not name.startswith("--")] or list(RECIPES)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        found: list[Row] = []
        print(HEAD)  # noqa: T201 - a table on the terminal
        for row in rows(names, visitor(browser).new_page()):
            print(row, flush=True)  # noqa: T201
            found.append(row)
        browser.close()
    if "--write" in sys.argv:
        text = PAGE.read_text(encoding="utf-8").partition(MARK)[0]
        table = "\n".join([HEAD, *map(str, found)])
        PAGE.write_text(f"{text}{MARK}\n{_summed(found)}\n\n{table}\n", encoding="utf-8")


def _summed(found: list[Row]) -> str:
    """Return what the table comes to, in a sentence."""
    ways = {way: [row for row in found if row.way == way] for way in ("form", "file", "command")}
    times = ", ".join(f"{way} {sum(row.seconds for row in given) / len(given):.1f} s" for way, given in ways.items())
    errors = sum(row.errors for row in found)
    jobs = len({row.job for row in found})
    return (
        f"{jobs} jobs, {len(found)} rows, {errors} errors. On the mean: {times} (Python {platform.python_version()})."
    )


if __name__ == "__main__":
    main()
