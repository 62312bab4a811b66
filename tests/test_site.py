"""A built site, crawled file by file. `tests/goteborg/` asks the same of the real one."""

import posixpath
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborNode

from tests.built_site import BuiltPage, site_of

PLAN = "ungdomsplan-2023-2026"


def links(page: BuiltPage) -> Iterator[tuple[str, str]]:
    """Every address that a page names, with the element that names it."""
    for selector, attribute in (("[href]", "href"), ("[src]", "src"), ("form[action]", "action")):
        for node in page.html.css(selector):
            yield node.tag or "", node.attributes[attribute] or ""


def text_of(node: LexborNode | None) -> str:
    """The words of an element on one line."""
    return " ".join(node.text().split()) if node else ""


def test_no_link_and_no_anchor_is_broken(site: Path, built: dict[str, BuiltPage]) -> None:
    """Every relative link leads to a file of the site, and its anchor to an element there; none depends on the root."""
    broken = []
    for page in built.values():
        for tag, target in links(page):
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            path = posixpath.normpath(posixpath.join(f"/{page.address}", unquote(parts.path))).lstrip("/")
            folder = parts.path.endswith("/") or parts.path in ("", ".", "..")
            place = f"{path}/".lstrip("/") if folder else path
            address = place if parts.path else page.address
            known = address in built or (site / address).is_file()
            if (
                target.startswith("/")
                or not known
                or (parts.fragment and address in built and unquote(parts.fragment) not in built[address].anchors)
            ):
                broken.append((page.address, tag, target))
    assert broken == []


def test_no_page_asks_another_origin(built: dict[str, BuiltPage]) -> None:
    """Only links that a reader follows lead elsewhere; nothing is loaded from there."""
    loaded = [
        (page.address, tag, target)
        for page in built.values()
        for tag, target in links(page)
        if urlsplit(target).netloc and tag != "a"
    ]
    canonical = [item for item in loaded if item[1] == "link"]
    assert [item for item in loaded if item not in canonical] == []
    rels = {
        str(node.attributes.get("rel"))
        for page in built.values()
        for node in page.html.css("link[href]")
        if urlsplit(node.attributes["href"] or "").netloc
    }
    assert rels <= {"canonical", "alternate"}  # the same page, and what there is in other languages


def test_every_page_has_one_heading_a_language_a_title_and_a_description(built: dict[str, BuiltPage]) -> None:
    """One h1 a page, the site's language or that of a summary, a title of its own and a description."""
    titles = {}
    for page in built.values():
        html = page.html
        assert len(html.css("h1")) == 1, page.address
        assert page.language == "sv" or page.html.css_first(".summary"), page.address
        assert (html.css_first("meta[name=description]") or pytest.fail(page.address)).attributes["content"]
        titles[page.address] = text_of(html.css_first("title"))
    assert len(set(titles.values())) == len(titles)


def test_the_title_of_a_page_says_where_it_belongs(built: dict[str, BuiltPage]) -> None:
    """Number and title first, the plan's short title last."""
    title = text_of(built[f"{PLAN}/insatser/1-1/"].html.css_first("title"))
    assert title.startswith("1:1 Öppna en fritidsgård")
    assert title.endswith("– Ungdomsplan 2023–2026")


def test_headings_do_not_skip_a_level(built: dict[str, BuiltPage]) -> None:
    """Headings go down one level at a time."""
    for page in built.values():
        levels = [int((node.tag or "h0")[1]) for node in page.html.css("article :is(h1,h2,h3,h4,h5,h6)")]
        assert levels[0] == 1, page.address
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.address


def test_every_page_can_be_edited_where_it_is_written(source: Path, built: dict[str, BuiltPage]) -> None:
    """The edit link of a page ends with the path of the file that its text comes from."""
    start = site_of(source).edit_url
    for page in built.values():
        links_to = [node.attributes["href"] or "" for node in page.html.css("a[rel=edit]")]
        assert links_to, page.address
        for link in links_to:
            assert (source / unquote(link.removeprefix(start))).is_file(), link


def test_a_page_that_gathers_files_lets_the_editor_choose(source: Path, built: dict[str, BuiltPage]) -> None:
    """No file of a list is the right one for all of it; a thing with a page of its own has one file."""
    start = site_of(source).edit_url
    bodies = {path.relative_to(source).as_posix() for path in (source / "content/organizations").glob("*.yaml")}
    offered = {address: edited(page, start) for address, page in built.items()}
    assert set(offered["organisationer/"]) == bodies
    for path in bodies - {"content/organizations/groups.yaml"}:
        assert offered[f"organisationer/{Path(path).stem}/"] == [path]


def edited(page: BuiltPage, start: str) -> list[str]:
    """The files that a page offers to edit."""
    links = (node.attributes["href"] or "" for node in page.html.css("a[rel=edit]"))
    return [unquote(link.removeprefix(start)) for link in links]


def test_no_mark_of_a_reference_or_template_is_left(built: dict[str, BuiltPage]) -> None:
    """No reader meets `[[…]]`, `{{…}}` or None; pages for editors show them in code, or quote a message that does."""
    for page in (page for address, page in built.items() if address != "om/kontroller/"):
        copy = page.html.clone()  # the other tests read the same tree
        for node in copy.css("article code, article pre"):
            node.decompose()
        words = text_of(copy.css_first("article"))
        assert not any(mark in words for mark in ("[[", "]]", "{{", "{%", "None", "\\_", "**")), page.address


def test_navigation_holds_sections_and_not_items(built: dict[str, BuiltPage]) -> None:
    """The menu has the list of interventions but not each of them, so that the site grows with its content alone."""
    page = built[f"{PLAN}/insatser/1-2/"].html
    assert text_of(page.css_first("nav.breadcrumbs")).startswith("Start Ungdomsplan")
    menu = page.css("nav.menu a[href]")
    targets = [node.attributes["href"] or "" for node in menu]
    assert not any("1-1" in target for target in targets)
    assert any("ansvarsmatris" in target for target in targets)


def test_neighbours_lead_on(built: dict[str, BuiltPage]) -> None:
    """An intervention leads to the one before and the one after, across focus areas."""
    html = built[f"{PLAN}/insatser/2-1/"].html
    before, after = (html.css_first(f".neighbours [rel={side}]") for side in ("prev", "next"))
    assert (before or pytest.fail("missing")).attributes["href"] == "../1-2/"
    assert (after or pytest.fail("missing")).attributes["href"] == "../2-2/"


@pytest.mark.browser
@pytest.mark.parametrize(("moment", "visible"), [("2026-12-31T12:00+01:00", False), ("2027-01-01T08:00+01:00", True)])
def test_a_page_says_by_itself_that_the_period_is_over(served: str, page: Page, moment: str, *, visible: bool) -> None:
    """A page that was built while the plan was valid tells its reader from the day after, without a new build."""
    page.clock.set_fixed_time(moment)
    page.goto(served + f"{PLAN}/insatser/1-2/", wait_until="load")
    assert page.locator("p.period").is_visible() is visible
