"""Hostile words in every kind of text field: nothing runs, nothing is reported, and pages keep their own skeleton.

The checks would refuse most of it at its line. Here they are switched off, so that what is tried is the second line of
defence: what makes the pages, and the policy that a server sends with them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Request
from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.reading.layout import FILE_KINDS
from tests.browser import serve
from tests.built_site import leads_on, policy
from tests.hostile import Hostile, fields_of, hostile_texts, takes
from tests.workspace import miniature

PIECES = (
    "<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)></svg>",
    "</div></section></main></td></table></title></style></textarea>--><h1>Ut</h1><base href=//x.example>",
    "\" onfocus=\"alert(1)\" autofocus x='' style='color:red' {{ 7*7 }} ${alert(1)} ]]> &#60;b&#62; \x02 \\",
    "[här](javascript:alert(1)) <javascript:alert(1)> ![b](https://x.example/b.png) *ord*{: onclick=alert(1) {}",
)
IN_LINE = " ".join(PIECES).replace("\x02", "")
IN_BLOCKS = "\n\n# Rubrik\n\n## Två\n\nTre\n===\n\n---\n\n[TOC]\n\n!!! note\n    Fyra\n\n<div>\n\n> [x]: data:a\n\n[x]"
SHORT = ('"><b onclick=x>', '"<b>', "<b", '"')
# What running text may become, and what a picture is drawn of: how many of them there are is up to the text.
FREE = {"p", "ul", "ol", "li", "em", "strong", "a", "code", "pre", "blockquote", "br", "mark", "wbr", "span"}
OF_PICTURES = {"text", "tspan", "title", "path", "rect", "line", "g", "circle", "use", "polyline", "polygon", "desc"}
# Of what is nowhere in the miniature, and stands in what is not there either.
NOT_THERE = {"AuditFinding", "AuditTool", "Dropped", "FormerName", "MemberSource", "Succeeds"}


def hostile(kind: Any, text: str) -> str | None:
    """Return the text with as much behind it as its field takes."""
    tries = (f"{text} {IN_LINE}{IN_BLOCKS}", f"{text} {IN_LINE}", *(f"{text[:9]}{piece}" for piece in SHORT))
    return next((made for made in tries if takes(kind, made)), None)


def mild(kind: Any, text: str) -> str | None:
    """Return the text with a harmless word in the same field."""
    tries = (f"{text} {IN_LINE}", *(f"{text[:9]}{piece}" for piece in SHORT))
    made = next((made for made in tries if takes(kind, made)), None)
    return made and (f"{text} ord" if IN_LINE in made else f"{text[:9]} ord")


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature's site with hostile words everywhere."""
    return site_with(tmp_path_factory.mktemp("hostile"), hostile)


@pytest.fixture(scope="module")
def at_peace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with words that do no harm."""
    return site_with(tmp_path_factory.mktemp("mild"), mild)


def site_with(folder: Path, words: Hostile) -> Path:
    """Build a site with words in every field, whatever the checks think of them."""
    workspace = miniature(folder / "copy")
    for path, text in hostile_texts(words)[0].items():
        workspace.write(path, text)
    workspace.replace(
        "site_builder/foundation/diagnostic.py", "any(diagnostic.severity is Severity.ERROR for", "any(False for"
    )
    ran = workspace.run("site_builder", "site")
    assert ran.code == 0, ran.said[-3000:]
    return workspace.root / "site"


def pages_of(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for file in sorted(site.rglob("*.html")):
        if not leads_on(file):
            yield file.relative_to(site).as_posix(), LexborHTMLParser(file.read_text(encoding="utf-8"))


def skeleton(html: LexborHTMLParser) -> list[str]:
    """Every element that no text may add or take away, with those that it stands in."""
    return [_way(node) for node in html.css("*") if node.tag not in FREE | OF_PICTURES]


def _way(node: LexborNode) -> str:
    way, above = str(node.tag), node.parent
    while above is not None and above.tag != "html":
        way = f"{above.tag} {way}" if above.tag not in FREE else way
        above = above.parent
    return way


def test_every_kind_of_text_field_is_reached() -> None:
    """What the models say that somebody writes is what is tried."""
    wanted = {field for kind in FILE_KINDS for field in fields_of(kind.list_model or kind.model, hostile)}
    reached = hostile_texts(hostile)[1]
    assert {model for model, _ in wanted - reached} <= NOT_THERE
    assert len(reached) > 100


def test_pages_keep_their_skeleton(attacked: Path, at_peace: Path) -> None:
    """The same headings and sections in the same places as with words that do no harm."""
    made, other = dict(pages_of(attacked)), []
    for address, page in pages_of(at_peace):
        found, wanted = skeleton(made[address]), skeleton(page)
        if found != wanted:
            other.append((address, sorted(set(found) ^ set(wanted))[:4], len(found) - len(wanted)))
    assert other == []


def test_nothing_gets_out_of_its_attribute(attacked: Path) -> None:
    """No handler, no element that is not ours, no address that a browser would run or fetch from elsewhere."""
    for address, html in pages_of(attacked):
        names = {
            name for node in html.css("*") for name in node.attributes if name.startswith("on") or name == "autofocus"
        }
        assert names == set(), address
        assert html.css("base, iframe, object, embed, script:not([src]):not([type])") == [], address
        for node in html.css("[href], [src], [action]"):
            places = [(node.attributes.get(name) or "").casefold() for name in ("href", "src", "action")]
            assert not any(place.startswith(("javascript:", "data:text", "//", "vbscript:")) for place in places), (
                address
            )


@pytest.mark.browser
def test_nothing_runs_and_nothing_is_reported(attacked: Path, page: Page) -> None:
    """In a browser with the policy on: one page of each kind, and the reader stays on it."""
    said: list[str] = []
    requests: list[Request] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: requests.append(request))  # noqa: PLW0108 - Playwright marks the function
    with serve(attacked, headers=policy(attacked)) as base:
        for address, _ in pages_of(attacked):
            page.goto(base + address.removesuffix("index.html"), wait_until="load")
            assert page.url.startswith(base), address
    assert said == []
    assert {request.url[: len(base)] for request in requests} == {base}
