"""Whoever leaves MkDocs keeps every page: other generators make the same text, links and ids of the exported pages.

The look is theirs (here Material's, which all three carry); what stands in the article is ours.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.bench.stock import stock_project
from tests.built_site import BuiltPage, pages_of
from tests.workspace import Workspace

# What a theme adds to an article: ours the contents, a sentence behind links that leave, and the way to the PDF file;
# Material a sign at each heading, and Zensical a place behind its link to the text.
ADDED = ".on-page, .leaves-site, .as-pdf, .headerlink, script, style"
OF_THE_THEME = {"__skip"}
GENERATORS = ("mkdocs", "properdocs", "zensical")


@dataclass(frozen=True)
class Article:
    """What a page says: its text without blanks, where its links lead, and its ids, in their order."""

    text: str
    links: tuple[str, ...]
    ids: tuple[str, ...]


@pytest.fixture(scope="module")
def project(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported pages of the miniature as a project for other generators."""
    folder = tmp_path_factory.mktemp("exit")
    ran = Workspace(source).run("site_builder", "export", str(folder / "exported"))
    assert ran.code == 0, ran.said
    stock_project(source / "content", folder / "exported", folder / "project")
    return folder / "project"


@pytest.mark.parametrize("generator", GENERATORS)
def test_another_generator_makes_the_same_pages(generator: str, project: Path, built: dict[str, BuiltPage]) -> None:
    """Every page has its address, and its article says the same, leads to the same and has the same places."""
    command = [str(Path(sys.executable).with_name(generator)), "build", "--clean"]
    ran = subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    theirs = pages_of(project / "site")
    assert set(theirs) == set(built)
    differing = {address: (article(page), article(theirs[address])) for address, page in built.items()}
    assert {address: pair for address, pair in differing.items() if pair[0] != pair[1]} == {}


def test_an_article_that_differs_is_seen(built: dict[str, BuiltPage]) -> None:
    """Pages with other words, links or places are not the same."""
    assert len({article(page) for page in built.values()}) == len(built)


def article(page: BuiltPage) -> Article:
    """Read what a page says."""
    html = LexborHTMLParser(page.file.read_text(encoding="utf-8"))
    root = html.css_first("article")
    assert root is not None, page.address
    for node in root.css(ADDED):
        node.decompose()
    links = (urljoin(f"/{page.address}", node.attributes["href"] or "") for node in root.css("a[href]"))
    ids = (node.attributes["id"] or "" for node in root.css("[id]"))
    return Article("".join(root.text().split()), tuple(links), tuple(name for name in ids if name not in OF_THE_THEME))
