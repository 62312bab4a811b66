"""What a visit costs and tells: requests, weight, cookies, and a policy that is strict and kept."""

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, Request

from tests.browser import serve
from tests.built_site import PREFIX, BuiltPage, policy
from tests.workspace import Workspace

PLAN = "ungdomsplan-2023-2026"
JSON_LD = "application/ld+json"
MOST_BYTES, MOST_REQUESTS = 60_000, 10


@pytest.mark.browser
@pytest.mark.parametrize("address", ["", f"{PLAN}/insatser/1-1/", f"{PLAN}/ansvarsmatris/"])
def test_a_first_visit_is_light(site: Path, served: str, page: Page, address: str) -> None:
    """An empty cache: at most 60 kB gzip in at most 10 requests, all of them to the site itself."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright marks the function
    page.goto(served + address, wait_until="networkidle")
    paths = [unquote(urlsplit(request.url).path).removeprefix(f"/{PREFIX}/") for request in asked]
    assert [request.url for request in asked if not request.url.startswith(served)] == []
    assert len(paths) <= MOST_REQUESTS
    files = [site / path / "index.html" if not path or path.endswith("/") else site / path for path in paths]
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= MOST_BYTES


@pytest.mark.browser
def test_the_policy_refuses_what_it_should(site: Path, page: Page, tmp_path: Path) -> None:
    """An inline script and an inline style on a page behind the policy do nothing: it is really in force."""
    words = '<!doctype html><html lang="sv"><title>Sida</title><p style="color:red">Text<script>var ran = 1</script>'
    (tmp_path / "index.html").write_text(words, encoding="utf-8")
    with serve(tmp_path, headers=policy(site)) as base:
        page.goto(base)
        assert page.evaluate("typeof ran") == "undefined"
        assert page.evaluate("getComputedStyle(document.querySelector('p')).color") == "rgb(0, 0, 0)"


def test_the_policy_is_strict(site: Path) -> None:
    """Nothing is allowed that is not named, and nothing inline, evaluated or from elsewhere."""
    rules = dict(part.strip().split(" ", 1) for part in (site / "csp.txt").read_text("utf-8").split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert set(rules.values()) == {"'none'", "'self'"}


def test_no_page_needs_an_exception(built: dict[str, BuiltPage]) -> None:
    """No script, style or handler stands in a page itself, and none leaves a cookie or names where the reader was."""
    for page in built.values():
        assert [node for node in page.html.css("script:not([src])") if node.attributes.get("type") != JSON_LD] == []
        assert page.html.css("style, [style], [onclick], [onload], iframe, object, embed") == []
        assert (page.html.css_first("meta[name=referrer]") or pytest.fail(page.address)).attributes["content"]


def test_names_of_files_change_with_their_content(workspace: Workspace) -> None:
    """Another byte in a style sheet gives it another name, and no other file; every page asks for that name."""
    assert workspace.run("mkdocs", "build", "--quiet").code == 0
    before = {path for path in workspace.site() if path.startswith("assets/")}
    style = workspace.root / "docs/assets/css/plan.css"
    style.write_text(style.read_text(encoding="utf-8") + "p { margin: 0 }\n", encoding="utf-8")
    assert workspace.run("mkdocs", "build", "--quiet").code == 0
    after = {path: data for path, data in workspace.site().items() if path.startswith("assets/")}
    (old,), (new,) = before - set(after), set(after) - before
    assert re.fullmatch(r"assets/css/plan\.[0-9a-f]{10}\.css", new)
    pages = {path: data for path, data in workspace.site().items() if path.endswith(".html")}
    asking = [path for path, data in pages.items() if b'rel="stylesheet"' in data]
    assert set(pages) - set(asking) == {"cyklar/index.html"}  # which only leads on
    assert all(Path(new).name in workspace.site()[path].decode() for path in asking)
    assert not any(Path(old).name in workspace.site()[path].decode() for path in asking)
