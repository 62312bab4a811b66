"""What browsers, search engines and finders of faults look for beside the pages."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from struct import unpack
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser import serve
from tests.built_site import PREFIX, BuiltPage, policy, site_of
from tests.workspace import Workspace


@pytest.fixture
def moved(workspace: Workspace) -> Iterator[str]:
    """The miniature's site, built for an address below a sub-path and served there."""
    workspace.replace(
        "content/site.yaml", "url: https://planer.smastad.example/\n", f"url: https://smastad.example/{PREFIX}/\n"
    )
    assert workspace.run("mkdocs", "build", "--quiet").code == 0
    with serve(workspace.root / "site", prefix=PREFIX, headers=policy(workspace.root / "site")) as base:
        yield base


@pytest.mark.browser
def test_a_missing_page_offers_the_nearest_ones(moved: str, page: Page) -> None:
    """Deep down and below a sub-path: the 404 page has its style, says so in Swedish and leads to what was meant."""
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108 - Playwright marks the function
    answer = page.goto(f"{moved}ungdomsplan-2023-2026/insats/1-1")
    assert answer
    assert answer.status == 404
    expect(page.get_by_role("heading", level=1)).to_have_text("Sidan finns inte")
    near = page.locator(".nearest a")
    expect(near.first).to_be_visible()
    assert 1 <= near.count() <= 5
    assert all(request.url.startswith(moved) for request in requests)
    assert [str(link.get_attribute("href")) for link in near.all() if "1-1/" in str(link.get_attribute("href"))]
    near.first.click()
    expect(page.locator("nav.breadcrumbs")).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize("wrong", ["%E4%F6", "x" * 300, "a/b/c/d/e/", "<b>"])
def test_a_strange_address_breaks_nothing(site: Path, page: Page, wrong: str) -> None:
    """No fault in the script, whatever stands in the address."""
    errors: list[str] = []
    page.on("pageerror", lambda fault: errors.append(str(fault)))
    with serve(site, headers=policy(site)) as base:
        page.goto(base + wrong, wait_until="networkidle")
        expect(page.get_by_role("button", name="Mörkt")).to_be_visible()
    assert errors == []


def test_robots_and_sitemap_say_where_the_pages_are(source: Path, site: Path, built: dict[str, BuiltPage]) -> None:
    """Everybody may read everything, and the map of the site names every page."""
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    home = site_of(source).url
    assert f"Sitemap: {home}sitemap.xml" in robots
    assert "Disallow: /" not in robots
    named = re.findall("<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    assert sorted(named) == sorted(home + address for address in built)


def test_the_contact_for_holes_is_valid_for_less_than_a_year(site: Path) -> None:
    """RFC 9116: a contact, and a day after which it is not to be trusted."""
    lines = (site / ".well-known/security.txt").read_text(encoding="utf-8").splitlines()
    found = dict(line.split(": ", 1) for line in lines)
    assert found["Contact"].startswith("mailto:")
    expires = date.fromisoformat(found["Expires"][:10])
    assert 0 < (expires - datetime.now(UTC).date()).days < 366  # the day that the builder takes
    assert found["Canonical"].endswith("/.well-known/security.txt")


def test_the_manifest_names_files_that_are_there(site: Path) -> None:
    """The start page and the icons of the web manifest are relative, and there."""
    manifest = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["lang"] == "sv"
    assert manifest["start_url"] == "./"
    assert all((site / icon["src"]).is_file() for icon in manifest["icons"])


def test_the_picture_for_sharing_is_there(site: Path, built: dict[str, BuiltPage]) -> None:
    """A PNG of 1200 × 630 that every page names with its whole address, size and words."""
    data = (site / "assets/bilder/delning.png").read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert unpack(">II", data[16:24]) == (1200, 630)
    assert len(data) < 300_000
    for page in built.values():
        shared = {node.attributes["property"]: node.attributes["content"] for node in page.html.css("meta[property]")}
        assert str(shared["og:image"]).endswith("/assets/bilder/delning.png")
        assert shared["og:image:alt"]
        assert shared["og:title"]
        assert str(shared["og:url"]).endswith(f"/{page.address}")


def test_every_page_says_what_it_is_in_structured_data(built: dict[str, BuiltPage]) -> None:
    """Valid JSON-LD with the page's own address and title, and the way to it as the reader sees it."""
    for page in built.values():
        (script,) = page.html.css("script[type='application/ld+json']")
        graph = json.loads(script.text())["@graph"]
        assert graph[0]["url"].endswith(f"/{page.address}")
        heading = page.html.css_first("h1") or pytest.fail(page.address)
        heard = heading.text().strip().replace("\u00ad", "")  # a long word may be broken where it is shown,
        assert graph[0]["name"] == heard.replace("\u00a0", " ")  # and a date keeps together
        trail = [item["name"] for item in graph[1]["itemListElement"]] if len(graph) > 1 else []
        shown = [" ".join(node.text().split()) for node in page.html.css("nav.breadcrumbs a")]
        assert len(trail) == (len(shown) + 1 if shown else 0), page.address


def test_every_page_can_be_reported(source: Path, built: dict[str, BuiltPage]) -> None:
    """A letter to the site's own contact is begun with the whole address of the page in it."""
    contact = site_of(source).contact
    for page in built.values():
        letters = [node.attributes["href"] or "" for node in page.html.css(".about-page a[href^='mailto:']")]
        (letter,) = (urlsplit(href) for href in letters)
        assert letter.path == contact
        assert f"/{page.address}\n" in parse_qs(letter.query)["body"][0]
