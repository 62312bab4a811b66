"""The theme escapes every value: what site.yaml says, and a page's lead, end no attribute and begin no element."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request
from selectolax.lexbor import LexborHTMLParser

from tests.browser import serve
from tests.built_site import policy
from tests.workspace import Workspace, miniature

SITE = "content/site.yaml"
LEAD = "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
ADDRESS = "ungdomsplan-2023-2026/insatser/1-2/index.html"
ATTACK = '0;url=https://x.example/" http-equiv="refresh" onfocus="alert(1)'
LEADS_ON = "cyklar/index.html"  # an old address, which the content leads on
EMAIL = 'a"onfocus="alert(1)"@smastad.example'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which every value that reaches the frame of a page tries to get out of its place."""
    workspace = miniature(tmp_path_factory.mktemp("hostile") / "copy")
    for key in ("name: Småstads planer", "description: Vad Småstad har beslutat att göra för unga och för klimatet."):
        workspace.replace(SITE, key, f"{key.partition(':')[0]}: '{ATTACK}'")
    workspace.replace(SITE, "contact: redaktionen@smastad.example", f"contact: '{EMAIL}'")
    workspace.replace(SITE, "  name: Småstads kommun", f"  name: '{ATTACK}'")
    workspace.replace(LEAD, "lead: Kommunen frågar unga varje år vad de vill göra.", f"lead: '{ATTACK}'")
    ran = workspace.run("site_builder", "site")
    assert ran.code == 0, ran.said
    return workspace.root / "site"


def pages(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    """Every page of a site with its path."""
    for file in sorted(site.rglob("*.html")):
        yield file.relative_to(site).as_posix(), LexborHTMLParser(file.read_text(encoding="utf-8"))


def test_no_value_gets_out_of_its_attribute(hostile: Path) -> None:
    """No page sends its reader away, and no element has a handler."""
    for path, html in pages(hostile):
        sent = [] if path == LEADS_ON else html.css("[http-equiv]")
        assert sent == [], path
        handlers = [name for node in html.css("*") for name in node.attributes if name.startswith("on")]
        assert handlers == [], path


def test_values_are_whole_where_they_belong(hostile: Path) -> None:
    """The description, the name and the address are those that were written, quotation marks and all."""
    html = dict(pages(hostile))[ADDRESS]

    def content(selector: str) -> str:
        return (html.css_first(f"meta[{selector}]") or pytest.fail(selector)).attributes["content"] or ""

    assert ATTACK in content("name=description")
    assert ATTACK in content("property='og:description'")
    assert content("property='og:site_name'") == ATTACK
    links = [node.attributes["href"] or "" for node in html.css("footer a[href^='mailto:']")]
    assert any(link.startswith(f"mailto:{EMAIL}?subject=") for link in links)


@pytest.mark.parametrize("field", ["url", "edit_url", "sender"])
def test_an_address_holds_no_quotation_mark(workspace: Workspace, field: str) -> None:
    """It is told at its field, so that no other program that reads the data is led astray either."""
    old = {
        "url": "url: https://planer.smastad.example/",
        "edit_url": "edit_url: https://git.smastad.example/planer/edit/main/",
        "sender": "  url: https://www.smastad.example/",
    }[field]
    text = (workspace.root / SITE).read_text(encoding="utf-8")
    new = f"{old.partition('https')[0]}'https://{ATTACK.replace(' ', '%20')}/'"
    workspace.write(SITE, text.replace(f"\n{old}\n", f"\n{new}\n"))
    ran = workspace.run("site_builder", "check")
    assert ran.code == 1
    assert f"{SITE}:" in ran.out
    assert "[bad-format]" in ran.out


@pytest.mark.browser
def test_nothing_runs_and_nobody_is_sent_away(hostile: Path, page: Page) -> None:
    """In a browser with the policy on: the reader stays, nothing is asked of another host, nothing is reported."""
    said: list[str] = []
    requests: list[Request] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108 - Playwright marks the function
    with serve(hostile, headers=policy(hostile)) as base:
        page.goto(base + ADDRESS, wait_until="networkidle")
        page.keyboard.press("Tab")
        page.wait_for_timeout(300)
        assert page.url.startswith(base)
    assert said == []
    assert all(request.url.startswith(base) for request in requests)
