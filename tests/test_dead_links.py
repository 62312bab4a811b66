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


def test_a_file_that_is_missing_ends_the_build_in_words(workspace: Workspace) -> None:
    """Only the build knows what data there is. The page it is written in is named, and nothing is published."""
    text = (workspace.root / "docs/om.md").read_text(encoding="utf-8")
    (workspace.root / "docs/om.md").write_text(f"{text}\n[Tabellen](data/saknas.csv)\n", encoding="utf-8")
    ran = workspace.run("site_builder", "site")
    assert ran.code == 1
    assert "docs/om.md: Länken ../data/saknas.csv leder ingenstans" in ran.said
    assert not (workspace.root / "site").exists()


def test_a_picture_is_known_by_the_files_that_are_there(workspace: Workspace) -> None:
    """The check tells of a missing one at its line; one that lies where pictures lie is right."""
    text = (workspace.root / "docs/om.md").read_text(encoding="utf-8")
    lines = text.count("\n") + 2
    workspace.write("docs/assets/bilder/torg.svg", '<svg xmlns="http://www.w3.org/2000/svg"></svg>')
    for name, code in (("torg", 0), ("borta", 1)):
        workspace.write("docs/om.md", f"{text}\n![Torget](assets/bilder/{name}.svg)\n")
        ran = workspace.run("site_builder", "check")
        assert ran.code == code, ran.said
        assert (f"docs/om.md:{lines}:11: fel [dead-link]" in ran.out) == bool(code)
