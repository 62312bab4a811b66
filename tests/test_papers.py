"""PDF files that lie ready: they are linked and published only where they were made of the very content of the site."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from hooks.papers import size_words
from site_builder.edge.inputs import inputs
from site_builder.edge.publishing.papers import FOLDER, LIST, Papers, papers_of, with_list
from site_builder.edge.write import write
from site_builder.export.pdf.papers import paper_path, papers
from tests.miniature import ROOT as MINIATURE
from tests.workspace import Workspace, miniature

DAY = date(2026, 1, 1)
PLAN, BODY = "ungdomsplan-2023-2026/", "organisationer/kulturnamnden/"
FILES = {PLAN: b"%PDF-1.7 plan" + b"." * 1_234_567, BODY: b"%PDF-1.7 body"}
NAME = f"{FOLDER}/{PLAN}{PLAN.rstrip('/')}.pdf"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A committed working copy of the miniature, with files that lie ready for its content."""
    workspace = miniature(tmp_path_factory.mktemp("papers") / "kopia")
    workspace.commit()
    version = inputs(workspace.root, history=False).version
    write(workspace.root / FOLDER, with_list({**FILES, "ingen/sida/": b"%PDF-1.7 none"}, version, DAY))
    return replace(workspace, environment={"SOURCE_DATE_EPOCH": "1767225600"})


def test_the_plan_is_linked_with_size_and_day_and_so_is_each_body(copy: Workspace) -> None:
    """On the start page, on the plan's own and on that for paper; what stands for no page is not published."""
    ran = copy.run("site_builder", "site")
    assert (ran.code, "make pdf" in ran.said) == (0, False)
    said = "Ungdomsplan 2023–2026 som PDF (1,2 MB, 1 januari 2026)"
    found = links(copy.site())
    assert found.pop(BODY) == ("kulturnamnden.pdf", "Sidan som PDF (1 kB, 1 januari 2026)")
    assert found == {
        "": (f"{PLAN}{PLAN.rstrip('/')}.pdf", said),
        PLAN: (f"{PLAN.rstrip('/')}.pdf", said),
        f"{PLAN}utskrift/": (f"../{PLAN.rstrip('/')}.pdf", said),
    }
    published = {path: file for path, file in copy.site().items() if path.endswith(".pdf")}
    assert published == {paper_path(address): file for address, file in FILES.items()}


def test_the_archive_takes_them(copy: Workspace, tmp_path: Path) -> None:
    """As files of the site like any other."""
    assert copy.run("site_builder", "archive", str(tmp_path / "ut")).code == 0
    assert FILES[BODY] in (tmp_path / "ut/data/webbplats.warc").read_bytes()


def test_after_a_change_of_content_none_is_linked_and_that_is_said(tmp_path: Path) -> None:
    """Whatever has changed: the whole file could be wrong."""
    workspace = miniature(tmp_path / "kopia")
    workspace.commit()
    write(workspace.root / FOLDER, with_list(FILES, "another", DAY))
    ran = workspace.run("site_builder", "site")
    assert (ran.code, "make pdf" in ran.said) == (0, True)
    assert links(workspace.site()) == {}
    assert not any(path.endswith(".pdf") for path in workspace.site())


def links(site: Mapping[str, bytes]) -> dict[str, tuple[str | None, str]]:
    """Return where the link of each page leads and what it says."""
    found = {}
    for path, content in site.items():
        if path.endswith("index.html") and (link := LexborHTMLParser(content).css_first(".as-pdf a")):
            found[path.removesuffix("index.html")] = (link.attributes["href"], " ".join(link.text().split()))
    return found


def _shortened(folder: Path) -> None:
    (folder / NAME).write_bytes(FILES[PLAN][:-1])


def _linked(folder: Path) -> None:
    elsewhere = folder / "annan.pdf"
    elsewhere.write_bytes(FILES[PLAN])
    (folder / NAME).unlink()
    (folder / NAME).symlink_to(elsewhere)


@pytest.mark.parametrize("harm", [_shortened, _linked, lambda folder: (folder / NAME).unlink()])
def test_a_file_that_is_not_what_the_list_says_is_left_out(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """And the others stay."""
    write(tmp_path / FOLDER, with_list(FILES, "v", DAY))
    assert papers_of(tmp_path, "v", FILES) == Papers(DAY, FILES)
    harm(tmp_path)
    assert papers_of(tmp_path, "v", FILES) == Papers(DAY, {BODY: FILES[BODY]})


def test_a_file_that_is_no_pdf_is_left_out(tmp_path: Path) -> None:
    """Even if the list names it."""
    write(tmp_path / FOLDER, with_list({PLAN: b"<script>"}, "v", DAY))
    assert papers_of(tmp_path, "v", [PLAN]).files == {}


GOOD_LIST: dict[str, object] = {"content_version": "v", "day": "2026-01-01", "sha256": {}}


@pytest.mark.parametrize("told", ["", "[]", "{}", "\ufffd", *(json.dumps({**GOOD_LIST, key: 7}) for key in GOOD_LIST)])
def test_a_broken_list_is_none(tmp_path: Path, told: str) -> None:
    """It may say nothing of the version, or of another."""
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / LIST).write_text(told, encoding="utf-8")
    assert papers_of(tmp_path, "v", [PLAN]).files == {}


def test_a_file_has_the_name_of_its_folder() -> None:
    """Whatever signs it begins and ends with."""
    assert [paper_path(address) for address in ("a/b/", "PLANX/", "a-b/X/")] == [
        "a/b/b.pdf",
        "PLANX/PLANX.pdf",
        "a-b/X/X.pdf",
    ]


def test_no_folder_is_no_fault(tmp_path: Path) -> None:
    """The site is built without PDF files."""
    assert papers_of(tmp_path, "v", [PLAN]) == Papers()


def test_every_plan_and_every_body_with_duties_by_name_has_one() -> None:
    """None for a body that only belongs to a group."""
    index = inputs(MINIATURE, history=False).check().index
    found = {paper.stands_for: paper.page for paper in papers(index)}
    assert (found[PLAN], found[BODY]) == (f"{PLAN}utskrift/", BODY)
    bodies = {address.split("/")[1] for address in found if address.startswith("organisationer/")}
    decided = {name for name, content in index.plans.items() if not content.plan.value.proposal}
    named = {duty.organization for duty in index.duties if not duty.via and duty.plan in decided}
    assert bodies == named
    assert bodies < set(index.organizations)


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 kB"), (92_400, "92 kB"), (999_499, "999 kB"), (999_500, "1,0 MB"), (1_234_567, "1,2 MB")],
)
def test_sizes_are_written_as_swedes_write_them(size: int, words: str) -> None:
    """With a comma, and never a thousand kilobytes."""
    assert size_words(size) == words
