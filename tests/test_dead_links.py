"""A link that leads nowhere is told before the site is published."""

from dataclasses import replace
from datetime import date

import pytest

from hooks.dead_links import dead_links
from site_builder.build import build
from site_builder.foundation.page import Page
from site_builder.reading.read import read_strings
from tests.miniature import texts
from tests.workspace import Workspace


def page(address: str, html: str) -> Page:
    return Page(address, "T", "T", "T", html, ("docs/om.md",), None)


@pytest.mark.parametrize(
    ("href", "dead"),
    [
        ("../b/", False),
        ("../b/#har", False),
        ("../b/#b%C3%A5gen", False),
        ("#egen", False),
        ("../data/fil.csv", False),
        ("../b/?visa=alla#har", False),
        ("https://x.example/", False),
        ("mailto:a@b.example", False),
        ("../", False),
        ("../c/", True),
        ("../b/#borta", True),
        ("#borta", True),
        ("../data/borta.csv", True),
        ("../b", True),
    ],
)
def test_a_link_leads_to_a_page_a_place_or_a_file(href: str, dead: bool) -> None:
    """Of the site's own; what lies elsewhere is not asked for."""
    pages = (
        page("", ""),
        page("a/", f'<p id="egen"><a class="x" href="{href}">x</a></p>'),
        page("b/", '<h2 id="har">x</h2><h2 id="bågen">x</h2>'),
    )
    assert [link for _, link in dead_links(pages, ("data/fil.csv",))] == ([href] if dead else [])


def test_the_generator_makes_no_dead_link() -> None:
    """Every link of every page of the miniature, in pages that hold others too."""
    built = build(texts(), date(2026, 1, 15), read_strings())
    files = {artifact.path for artifact in built.artifacts}
    assert list(dead_links(built.pages, files)) == []
    assert list(dead_links((replace(built.pages[0], html='<a href="borta/">x</a>'),), files))


def test_a_picture_that_is_missing_ends_the_build_in_words(workspace: Workspace) -> None:
    """The file it is written in is named, in Swedish, and nothing is published."""
    text = (workspace.root / "docs/om.md").read_text(encoding="utf-8")
    (workspace.root / "docs/om.md").write_text(f"{text}\n![En bild](saknas.png)\n", encoding="utf-8")
    ran = workspace.run("site_builder", "site")
    assert ran.code == 1
    assert "docs/om.md: Länken ../saknas.png leder ingenstans" in ran.said
    assert not (workspace.root / "site").exists()
