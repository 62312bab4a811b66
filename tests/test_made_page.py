"""A page as MkDocs has it: the HTML that was made, its headings, and nothing read or converted."""

from collections.abc import Iterable
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import AnchorLink

from hooks.made_page import MadePage
from site_builder.foundation.packed import Packed
from site_builder.foundation.page import Page, PagePart

BODY = """\
<h1 id="om">Om</h1>
<h2 id="a">A &amp; <em>b</em></h2>
<p># Ingen rubrik, *ingen* [länk](x.md)</p>
<h3 id="a-1"><span class="area-mark"></span>A1</h3>
<h4 id="djupt">Djupt</h4>
<h3 class="visually-hidden" id="a-2">A2</h3>
<h2 id="b">B</h2>
"""


@pytest.fixture
def config() -> MkDocsConfig:
    made = MkDocsConfig()
    made.load_dict({"site_name": "Plan", "use_directory_urls": True, "validation": {"links": {"not_found": "warn"}}})
    made.validate()
    made.plugins._current_plugin = None  # which MkDocs sets around each event
    return made


def made(config: MkDocsConfig, html: str, parts: tuple[PagePart, ...] = ()) -> MadePage:
    """A page at `om/` after MkDocs has read and rendered it."""
    return rendered(config, Page("om/", "Om", "Om – Plan", "Vad.", html, ("docs/om.md",), "", parts=parts))


def rendered(config: MkDocsConfig, ours: Page) -> MadePage:
    file = File.generated(config, "om/index.md", content="")
    file.page = page = MadePage(file, config, ours, "Om")
    page.read_source(config)
    page.render(config, Files([file]))
    return page


def nested(items: Iterable[AnchorLink]) -> list[Any]:
    return [(item.title, item.id, nested(item.children)) for item in items]


def test_mkdocs_is_handed_nothing_to_convert_or_to_hold(config: MkDocsConfig) -> None:
    """No file is read, and the text goes from the build to its file."""
    page = made(config, BODY)
    assert page.content == ""
    assert page.markdown == ""
    assert page.meta == {"title": "Om", "description": "Vad."}
    assert page.title == "Om"


@pytest.mark.parametrize(
    ("html", "holds"),
    [
        ('<form class="filter">', {"filter"}),
        ('<input id="sok-falt">', {"search"}),
        ('<p class="letters">', {"letters"}),
    ],
)
def test_the_theme_is_told_what_a_text_holds(config: MkDocsConfig, html: str, holds: set[str]) -> None:
    """What needs a script or does without a table of contents, in whichever piece of a long page it stands."""
    page = Page("om/", "Om", "Om", "Vad.", "", ("docs/om.md",), "").with_html(Packed.of([BODY, html]))
    assert rendered(config, page).holds == holds
    assert made(config, BODY).holds == set()


def test_headings_of_the_third_level_stand_below_those_of_the_second(config: MkDocsConfig) -> None:
    """Their names are text, escaped once; other levels are left out."""
    assert nested(made(config, BODY).toc) == [
        ("A &amp; b", "a", [("A1", "a-1", []), ("A2", "a-2", [])]),
        ("B", "b", []),
    ]


def test_a_third_level_before_any_second_stands_for_itself(config: MkDocsConfig) -> None:
    """No heading is lost where there is none above it."""
    html = '<h3 id="a">A</h3><h3 id="b">B</h3><h2 id="c">C</h2>'
    assert nested(made(config, html).toc) == [("A", "a", [("B", "b", [])]), ("C", "c", [])]


def test_a_page_that_holds_others_lists_them_itself(config: MkDocsConfig) -> None:
    """Its table of contents stands in its text."""
    assert nested(made(config, BODY, parts=(PagePart("a/", 1),)).toc) == []
