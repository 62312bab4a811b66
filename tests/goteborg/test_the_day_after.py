"""The city's site on the day after its plan has run out: it says so, and that nothing about what comes is here."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from site_builder.build import check
from site_builder.foundation.page import Page
from site_builder.meaning.period import period
from site_builder.meaning.plans.state import PlanState, state_of, successors
from site_builder.reading.read import read
from tests.rendered import rendered


@pytest.fixture(scope="module")
def after(root: Path) -> tuple[date, dict[str, Page], str, bool]:
    """The day after the current plan's last one, the pages then, the plan, and whether anything comes after it."""
    content = dict(read(root).by_path)
    index = check(content, date(2026, 1, 1)).index
    assert index.site
    plan = index.plans[index.site.value.current_plan].plan.value
    day = period(plan).last_day + timedelta(days=1)
    assert state_of(plan, day) is PlanState.OVER
    return day, rendered(content, day), plan.id, bool(successors(index, plan.id))


def test_the_start_says_that_the_plan_has_run_out(after: tuple[date, dict[str, Page], str, bool]) -> None:
    """And what is known of what comes: nothing, or the way to it."""
    _, pages, _, has_next = after
    notice = pages[""].notice
    assert notice
    assert notice.shown
    assert bool(notice.links) == has_next
    assert ("framgår inte här" in notice.text) != has_next
    assert "Har löpt ut" in pages[""].html


def test_every_page_of_the_plan_says_the_same(after: tuple[date, dict[str, Page], str, bool]) -> None:
    """From that day on, also for those who read it without scripts."""
    _, pages, plan, _ = after
    of_plan = [page for address, page in pages.items() if address.startswith(f"{plan}/")]
    assert len(of_plan) > 10
    assert all(page.notice and page.notice.shown for page in of_plan)
