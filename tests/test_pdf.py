"""The plan as a PDF file: its structure, its words and pictures, and that it is the same when it is made again.

Skipped where WeasyPrint or Pango is missing, an error in CI. No program here proves PDF/UA as a whole.
"""

import io
import os
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import tests.needs_weasyprint  # noqa: F401 - first of all
from tests.workspace import Workspace, files_below, miniature

# isort: split
import pikepdf

from site_builder.edge.inputs import inputs
from site_builder.edge.publishing.papers import LIST
from site_builder.export.pdf.papers import papers
from site_builder.export.pdf.structure import elements

DAY = {"SOURCE_DATE_EPOCH": "1767225600"}  # 2026-01-01
PLAN = "ungdomsplan-2023-2026/ungdomsplan-2023-2026.pdf"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A committed working copy of the miniature."""
    workspace = miniature(tmp_path_factory.mktemp("pdf") / "kopia")
    workspace.commit()
    return replace(workspace, environment=DAY)


@pytest.fixture(scope="module")
def made(copy: Workspace) -> dict[str, bytes]:
    """Every PDF file of the miniature by its path, made where the site looks for them."""
    ran = copy.run("site_builder", "pdf", "pdf")
    assert ran.code == 0, ran.said
    return {path: file for path, file in files_below(copy.root / "pdf").items() if path != LIST}


@pytest.fixture(scope="module")
def file(made: dict[str, bytes]) -> Any:
    """The current plan, opened."""
    return pikepdf.open(io.BytesIO(made[PLAN]))


def test_each_plan_is_a_file_and_so_is_each_body_with_duties(copy: Workspace, made: dict[str, bytes]) -> None:
    """All that the table names, and the site that is built next publishes them."""
    index = inputs(copy.root, history=False).check().index
    assert sorted(made) == sorted(paper.path for paper in papers(index))
    assert copy.run("site_builder", "site").code == 0
    assert {path: file for path, file in copy.site().items() if path.endswith(".pdf")} == made


def test_it_says_what_it_is(file: Any) -> None:
    """Title, language, that it is tagged, and the standard that it claims; a bookmark for each part."""
    assert str(file.docinfo.Title) == "Hela planen på en sida – Ungdomsplan 2023–2026"
    assert (str(file.Root.Lang), bool(file.Root.MarkInfo.Marked)) == ("sv", True)
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert b'pdfuaid:part="1"' in file.Root.Metadata.read_bytes().replace(b"'", b'"')
    with file.open_outline() as outline:
        assert [str(item.title) for item in outline.root[0].children][1] == "Ungdomsplan 2023–2026"


def kinds(file: Any) -> list[tuple[Any, tuple[str, ...]]]:
    return list(elements(file.Root.StructTreeRoot))


def test_heads_of_tables_say_what_they_are_for(file: Any) -> None:
    """A column below the table's head, a row in its body; both kinds are there."""
    scopes = [(str(one.A.Scope), "/THead" in above) for one, above in kinds(file) if one.S == "/TH"]
    assert set(scopes) == {("/Column", True), ("/Row", False)}
    assert len(scopes) > 20


def test_headings_leave_no_step_out(file: Any) -> None:
    """One of the first rank, and none more than a rank below the one before it."""
    ranks = [int(str(one.S)[2:]) for one, _ in kinds(file) if str(one.S)[:2] == "/H" and str(one.S)[2:].isdecimal()]
    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))


def test_pictures_and_links_have_words(file: Any) -> None:
    """A picture its title; a link what it says on the page, not where it leads."""
    assert all(str(one.get("/Alt", "")) for one, _ in kinds(file) if one.S == "/Figure")
    links = [note for page in file.pages for note in page.get("/Annots", ()) if note.Subtype == "/Link"]
    assert len(links) > 200
    assert all(str(link.Contents) and not str(link.Contents).startswith(("http", "del-")) for link in links)


def test_nothing_of_this_machine_is_in_it(copy: Workspace, made: dict[str, bytes]) -> None:
    """Links lead to the site, to other sites, or stay in the file."""
    for content in made.values():
        for page in pikepdf.open(io.BytesIO(content)).pages:
            for note in page.get("/Annots", ()):
                uri = str(note.get("/A", {}).get("/URI", "https://"))
                assert uri.startswith(("https://", "mailto:", "tel:")), uri
        assert str(copy.root).encode() not in content


def test_the_matrix_lies_on_a_page_of_its_own_width(file: Any) -> None:
    """Some page is wider than it is high, and most are not."""
    wide = [page.mediabox[2] > page.mediabox[3] for page in file.pages]
    assert 0 < sum(wide) < len(wide) / 2


def test_it_is_the_same_when_it_is_made_again(copy: Workspace, made: dict[str, bytes], tmp_path: Path) -> None:
    """Not a byte is another, though the pages now link to the first ones."""
    again = replace(copy, environment={**DAY, "PYTHONHASHSEED": "3"})
    assert again.run("site_builder", "pdf", str(tmp_path)).code == 0
    assert {path: file for path, file in files_below(tmp_path).items() if path != LIST} == made


def test_where_the_library_is_missing_that_is_said(copy: Workspace, tmp_path: Path) -> None:
    """With what to do, as a fault of the machine, and the site is built all the same."""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['weasyprint'] = None\n", encoding="utf-8")
    path = os.pathsep.join((str(tmp_path), *filter(None, (os.environ.get("PYTHONPATH"),))))
    without = replace(copy, environment={**DAY, "PYTHONPATH": path})
    ran = without.run("site_builder", "pdf", str(tmp_path / "ut"))
    assert (ran.code, "libpango" in ran.said) == (3, True)
    assert not (tmp_path / "ut").exists()
    assert sys.platform == "win32" or without.run("site_builder", "site").code == 0
