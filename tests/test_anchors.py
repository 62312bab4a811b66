"""Every heading of a page has an id of its own, and the checks know those that the templates give."""

import re
from collections import Counter
from datetime import date

import pytest

from site_builder.checks.names.anchors import FRAME, PAGES, HeadedPage
from site_builder.render.environment import environment
from tests.cases import AS_OF
from tests.miniature import texts
from tests.rendered import rendered
from tests.workspace import ROOT

HEADING = re.compile(r'<h[1-6]\b[^>]*?\bid="([^"]+)"')
PLACE = re.compile(r'\bid="([^"{}]+)"')
# One that the template puts together is the content's own, or unlike any other.
WRITTEN = re.compile(r'<h[1-6]\b[^>]*?\bid="([^"{}]+)"')


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.template)
def test_the_checks_know_the_headings_of_the_template(page: HeadedPage) -> None:
    """An id that the template writes out cannot be given to a section."""
    loader = environment().loader
    assert loader is not None
    source = loader.get_source(environment(), f"{page.template}.html.j2")[0]
    written = set(WRITTEN.findall(source)) | ({"kallor"} if "source_list(sources" in source else set())
    assert written
    assert written <= page.own


def test_the_checks_know_the_places_of_the_theme() -> None:
    """What the theme gives an id cannot be the id of a heading of a hand-written page."""
    templates = (ROOT / "docs/theme").rglob("*.html")
    assert {found for file in templates for found in PLACE.findall(file.read_text(encoding="utf-8"))} == FRAME


def test_no_page_of_the_miniature_has_two_headings_with_one_id() -> None:
    """Whatever gives a heading its id, it is the only one on its page."""
    for page in rendered(texts(), date.fromisoformat(AS_OF)).values():
        counts = Counter(HEADING.findall(page.html))
        assert [anchor for anchor, count in counts.items() if count > 1] == [], page.address
