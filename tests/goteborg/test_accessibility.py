"""The real pages with every part of the theme, in a real browser, and the statement of accessibility."""

import pytest
from playwright.sync_api import Browser

from site_builder.meaning.link import PlanIndex
from tests.audit.examine import examine, with_every_part
from tests.built_site import BuiltPage


@pytest.mark.browser
@pytest.mark.parametrize("place", range(4), ids=["start", "measure", "matrix", "connections"])
def test_every_part_is_accessible_and_fits_in_every_state(
    index: PlanIndex, served: str, chromium: Browser, place: int
) -> None:
    """The current plan's matrix and picture are the largest there are; the miniature's are tried for every rule."""
    address = with_every_part(index)[place]
    assert examine(chromium, served, address, "content") == []


def test_the_statement_says_what_the_audit_found(index: PlanIndex, built: dict[str, BuiltPage]) -> None:
    """`make audit` has written its findings to the content, and the statement shows every one of them."""
    trial = index.accessibility
    assert trial, "make audit"
    statement = built["tillganglighet/"].html.text()
    assert all(finding.rule in statement for finding in trial.value.findings)
    assert str(trial.value.pages) in statement
