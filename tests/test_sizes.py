"""Every page at its right size: nothing buried, nothing hidden in a box, no more paper than is needed."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.audit.sizes import LONGEST, PHONE, Size, faults, measured, paper_faults, sizes
from tests.browser import serve
from tests.built_site import BuiltPage

SOUND = Size("plan/insatser/1-1/", PHONE[0], 5000, sentence=400, hidden=0, headings=3, contents=False)
BOXED = """<!doctype html><html lang="sv"><title>Sida</title><article><h1>Sida</h1><p>Kort</p>
<p style="margin-top: 300px">Här börjar <a href=".">texten</a>. Den fortsätter med en mening till, som är lång.</p>
<div style="max-height: 100px; overflow: auto"><table><tbody>{rows}</tbody></table></div></article></html>"""


@pytest.mark.browser
def test_every_page_has_its_right_size(served: str, built: Mapping[str, BuiltPage], chromium: Browser) -> None:
    """Every page of the miniature at both widths, and its committees and matrices on paper."""
    assert list(measured(chromium, served, list(built))) == []


@pytest.fixture(scope="module")
def boxed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with ten rows of a table in a box that shows some."""
    folder: Path = tmp_path_factory.mktemp("boxed")
    rows = '<tr style="height: 40px"><td>1</td></tr>' * 10
    (folder / "index.html").write_text(BOXED.format(rows=rows), encoding="utf-8")
    with serve(folder) as base:
        yield base


@pytest.mark.browser
def test_what_is_buried_is_measured(boxed: str, page: Page) -> None:
    """Rows that only scrolling inside a box shows are hidden; the first plain sentence ends at its stop."""
    desktop, phone = sizes(page, boxed, "")
    assert 6 <= desktop.hidden <= 9
    assert desktop.sentence
    assert 400 < desktop.sentence < 480
    assert phone.width == PHONE[0]


LONG = """<!doctype html><html lang="sv"><title>Sida</title><style>body {{ margin: 0; }}</style><article><h1>Sida</h1>{}
</article></html>"""
LINES = '<p style="height: 100px">Rad.</p>' * 120
TABLE = '<div class="table-frame"><table><tbody><tr><td style="height: 12000px">1</td></tr></tbody></table></div>'


@pytest.mark.browser
@pytest.mark.parametrize(
    ("shown", "is_long"),
    [
        (LINES, True),
        (f"<details class='folded'><summary>Visa</summary>{LINES}</details>", False),
        (f"<details open class='folded'><summary>Visa</summary>{LINES}</details>", True),
        (TABLE, False),
        (f"<details class='folded'><summary>Visa</summary>{TABLE}</details>", False),
        (f"<details class='folded'><summary>Visa</summary>{TABLE}</details>{LINES}", True),
    ],
)
def test_a_long_page_is_told_by_a_browser(page: Page, tmp_path: Path, shown: str, *, is_long: bool) -> None:
    """What is folded takes no room and a full table is not counted; neither hides what else is long."""
    (tmp_path / "index.html").write_text(LONG.format(shown), encoding="utf-8")
    with serve(tmp_path) as base:
        found = [size.height > LONGEST for size in sizes(page, base, "") if size.width == PHONE[0]]
    assert found == [is_long]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"hidden": 12}, "12 rows"),
        ({"headings": 4}, "no contents list"),
        ({"height": 10_001}, "10001 px"),
        ({"sentence": 741}, "741 px"),
        ({"sentence": None}, "None px"),
    ],
)
def test_what_is_too_large_is_told(change: dict[str, int | None], words: str) -> None:
    """Each limit by itself; a page that keeps them all has no fault."""
    assert list(faults(SOUND)) == []
    (fault,) = faults(Size(**{**vars(SOUND), **change}))
    assert words in fault


def test_what_takes_too_much_paper_is_told() -> None:
    """Two sheets for a committee, one sheet across for the matrix, sixty for the whole plan."""
    upright, across = (595, 842), (842, 595)
    assert list(paper_faults("organisationer/a/", [upright] * 2, is_committee=True)) == []
    assert list(paper_faults("organisationer/a/", [upright] * 3, is_committee=True)) == ["3 sheets"]
    assert list(paper_faults("p/ansvarsmatris/", [upright, across], is_committee=False)) == []
    assert list(paper_faults("p/ansvarsmatris/", [across, across], is_committee=False)) == ["the matrix on 2 sheets"]
    assert list(paper_faults("p/utskrift/", [upright] * 61, is_committee=False)) == ["61 sheets"]
