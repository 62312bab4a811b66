"""The tools of the browser tests, tried on pages small enough to know the answer."""

from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from tests.browser import axe, chromium_path, serve

PAGE = '<!doctype html><html lang="sv"><title>Sida</title><main><h1>Sida</h1>{}</main></html>'

STRICT = {"Content-Security-Policy": "default-src 'self'"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of two pages and a 404 page, below a prefix."""
    folder = tmp_path_factory.mktemp("site")
    _write(folder / "index.html", PAGE.format("<p>Åtgärder mot <a href='fel/'>fel</a>.</p>"))
    _write(folder / "fel/index.html", PAGE.format("<img src='bild.png'>"))
    _write(folder / "404.html", PAGE.format("<p>Sidan finns inte.</p>"))
    _write(folder / "data/plans.json", "{}")
    with serve(folder, prefix="kommun/plan", headers=STRICT) as url:
        yield url


def test_a_folder_is_served_below_its_prefix(site: str) -> None:
    assert site.endswith("/kommun/plan/")
    assert _get(site)[0] == 200
    assert "Åtgärder" in _get(site)[1]
    assert _get(f"{site}data/plans.json") == (200, "{}")


def test_an_address_without_its_slash_is_sent_on(site: str) -> None:
    with urlopen(f"{site}fel") as answer:
        assert answer.url == f"{site}fel/"


@pytest.mark.parametrize("path", ["saknas/", "data/", "../", "/", "%2e%2e/%2e%2e/etc/passwd"])
def test_what_is_missing_gets_the_404_page(site: str, path: str) -> None:
    status, text = _get(urljoin(site, path))
    assert status == 404
    assert "Sidan finns inte." in text


def test_without_a_404_page_the_answer_is_still_404(tmp_path: Path) -> None:
    with serve(tmp_path) as url:
        assert url.count("/") == 3
        assert _get(f"{url}saknas")[0] == 404


@pytest.mark.browser
def test_a_sound_page_has_no_violations_under_a_strict_policy(site: str, page: Page) -> None:
    page.goto(site)
    assert axe(page) == []


@pytest.mark.browser
def test_an_image_without_text_is_found_and_named(site: str, page: Page) -> None:
    page.goto(site)
    page.get_by_role("link", name="fel").click()
    page.wait_for_url("**/fel/")
    (violation,) = axe(page)
    assert (violation.rule, violation.impact) == ("image-alt", "critical")
    assert "bild.png" in violation.elements[0]


def test_a_missing_browser_skips_here_and_fails_in_ci(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no browser on PATH"):
        chromium_path()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no browser on PATH"):
        chromium_path()


def test_a_browser_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mine = tmp_path / "my browser"
    mine.touch(mode=0o755)
    monkeypatch.setenv("CHROMIUM", str(mine))
    assert chromium_path() == str(mine)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _get(url: str) -> tuple[int, str]:
    try:
        with urlopen(url) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()
