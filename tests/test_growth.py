"""What the page of a measure costs does not grow with the plan: whoever looks through all measures for one makes it so.

Counted are lines of Python that are run, which are as many on any machine; no time is measured.
"""

import sys
from collections.abc import Callable
from datetime import date
from statistics import mean
from types import FrameType
from typing import Any

from site_builder.build import begin
from site_builder.reading.read import read_strings
from tests.bench.plan import files

FEW, MANY = 60, 960
PAGES = 20  # the last ones, which whoever looks from the first measure on finds last
# Lines for each measure that a plan has more. To look through all measures takes one at least; the square root of
# them, as there are areas and bodies, takes less.
ALLOWED = 0.75


def lines_for_a_page(measures: int) -> float:
    """Return how many lines are run for the page of a measure, after another has made what they share."""
    build = begin(dict(files(measures)), date(2025, 3, 1), read_strings())
    first, *others = (
        page for page in build.pages if "insatser/" in page.address and not page.address.endswith("insatser/")
    )
    first.html_made()
    assert len(others) == measures - 1
    return mean(lines_of(page.html_made) for page in others[-PAGES:])


def lines_of(make: Callable[[], object]) -> int:
    """Return how many lines of Python are run in making something; each turn of a loop is one at least."""
    count = 0

    def noted(_: FrameType, event: str, __: object) -> Any:
        nonlocal count
        count += event == "line"
        return noted

    before = sys.gettrace()
    sys.settrace(noted)
    try:
        make()
    finally:
        sys.settrace(before)
    return count


def test_no_page_of_a_measure_looks_through_all_of_them() -> None:
    few, many = lines_for_a_page(FEW), lines_for_a_page(MANY)
    assert few > 1000
    assert many - few < ALLOWED * (MANY - FEW)
