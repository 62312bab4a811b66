"""The conditions of PDF/UA: each notices what breaks it, our files break none, and one that does is not written.

Skipped where WeasyPrint or Pango is missing, an error in CI.
"""

import io
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import tests.needs_weasyprint  # noqa: F401 - first of all
from tests.workspace import ROOT

# isort: split
import pikepdf

from hooks.publishing.pdf import pdf_command
from site_builder.export.pdf import pdf as maker
from site_builder.export.pdf.ua import conditions, fonts, tags
from site_builder.export.pdf.ua.conditions import BESIDE, CONDITIONS, Broken, broken
from site_builder.export.pdf.ua.content import texts
from site_builder.export.pdf.ua.tagged import Tagged
from tests.miniature import ROOT as MINIATURE
from tests.pdf_faults import FAULTS, Fault

DAY = "1767225600"  # 2026-01-01
PLAN = "ungdomsplan-2023-2026/ungdomsplan-2023-2026.pdf"
LOCKED = ("26-001", "26-002")
HUMAN = 48
NO_TEST = 2


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every PDF file of the miniature."""
    folder = tmp_path_factory.mktemp("pdf-ua")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        assert pdf_command.main([str(folder), "--root", str(MINIATURE)], standalone_mode=False) == 0
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.pdf")}


@pytest.fixture(scope="module")
def found(made: dict[str, bytes]) -> Callable[[Fault], frozenset[str]]:
    """Tell which conditions a good file breaks once a fault is put into it; each fault once."""

    @cache
    def conditions_after(fault: Fault) -> frozenset[str]:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(made[PLAN])) as file:
            fault(file)
            file.save(out)
        return frozenset(item.condition for item in broken(out.getvalue()))

    return conditions_after


def test_our_files_break_no_condition(made: dict[str, bytes]) -> None:
    """Plans, with pictures and tables, and what bodies have to do."""
    assert len(made) > 5
    assert {path: broken(file) for path, file in made.items()} == dict.fromkeys(made, ())


@pytest.mark.filterwarnings("ignore:This document has")  # a field in no form, which is what is tried
@pytest.mark.parametrize("condition", FAULTS)
def test_what_breaks_a_condition_is_noticed(found: Callable[[Fault], frozenset[str]], condition: str) -> None:
    """Done to a good file; whatever else it breaks."""
    assert condition in found(FAULTS[condition])


def _no_way_back_from_pages(file: Any) -> None:
    for page in file.pages[:2]:
        del page["/StructParents"]


def _no_way_back_from_a_note(file: Any) -> None:
    del next(note for page in file.pages for note in page.get("/Annots", ()) if "/StructParent" in note)[
        "/StructParent"
    ]


def _too_few_ways_back(file: Any) -> None:
    held = next(iter(pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree).values()))
    while len(held) > 1:
        del held[1]


@pytest.mark.parametrize("fault", [_no_way_back_from_pages, _no_way_back_from_a_note, _too_few_ways_back])
def test_content_without_a_way_back_to_its_element_is_noticed(
    found: Callable[[Fault], frozenset[str]], fault: Fault
) -> None:
    """Where a page or a note has no number at all, and where the list of its elements ends too early."""
    assert "7.1 parents" in found(fault)


def test_a_file_that_may_not_be_read_aloud_is_noticed(made: dict[str, bytes]) -> None:
    """Encryption that keeps programs for readers out, and none that lets them in."""
    found = []
    for allowed in (False, True):
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(made[PLAN])) as file:
            rights = pikepdf.Permissions(accessibility=allowed)
            file.save(out, encryption=pikepdf.Encryption(owner="x", allow=rights, R=3, aes=False, metadata=False))
        found.append({item.condition for item in broken(out.getvalue())} & set(LOCKED))
    assert found == [set(LOCKED), set()]


def test_every_condition_has_a_fault_and_a_row_and_the_counts_are_those_of_the_protocol() -> None:
    """All that a program can judge is judged; the page names the others as what they are."""
    assert {*CONDITIONS, *BESIDE} == {*FAULTS, *LOCKED}
    page = (ROOT / "docs/dev/pdf-ua.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (\d\d-\d{3}) \|.*\| (judged|refused|human|no test) \|$", page, re.MULTILINE))
    assert {number for number, how in rows.items() if how in ("judged", "refused")} == set(CONDITIONS)
    counts = [list(rows.values()).count(how) for how in ("human", "no test")]
    assert (len(CONDITIONS), *counts) == (87, HUMAN, NO_TEST)


def test_a_file_that_breaks_one_is_not_written_and_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the conditions, and none of the others is written either."""

    def one(_: bytes) -> Sequence[Broken]:
        return (Broken("13-004", "Figure"),)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.setattr(conditions, "broken", one)
    monkeypatch.setattr(maker, "pdf", lambda *_: b"%PDF-1.7")
    assert pdf_command.main([str(tmp_path / "ut"), "--root", str(MINIATURE)], standalone_mode=False) == 1
    assert "13-004 (Figure)" in capsys.readouterr().err
    assert not (tmp_path / "ut").exists()


def test_the_letters_of_a_font_are_read_in_all_their_forms() -> None:
    """One by one, a range from one letter on, and a range with a list; several letters for one glyph."""
    words = b"2 beginbfchar <0001> <0041> <0002> <00660066> endbfchar 1 beginbfrange <0003> <0004> <0061> endbfrange "
    words += b"1 beginbfrange <0005> <0006> [<0078> <0079>] endbfrange"
    with pikepdf.new() as file:
        font = pikepdf.Dictionary(ToUnicode=file.make_stream(words))
        assert fonts.letters(font) == {1: "A", 2: "ff", 3: "a", 4: "b", 5: "x", 6: "y"}


def test_only_head_and_foot_of_a_sheet_are_taken_out_of_what_is_read(made: dict[str, bytes]) -> None:
    """Whose words they are: the site's name, the version, the day, the address and the number of the sheet."""
    found = set()
    with pikepdf.open(io.BytesIO(made[PLAN])) as file:
        tagged = Tagged(file)
        for item in texts(tagged):
            if not any(mark in tagged.by_content for mark in item.marks):
                read = fonts.letters(item.font)
                codes = (int.from_bytes(item.codes[at : at + 2], "big") for at in range(0, len(item.codes), 2))
                words = "".join(read[code] for code in codes).replace("\xa0", " ")
                found.add(re.sub(r"[0-9a-f]{12}|\d+", "0", words))
    address = "https://planer.smastad.example/ungdomsplan-0-0/utskrift/"
    assert found == {"Småstads planer", "Innehållets version 0 Gjord 0 januari 0", address, "0 (0)"}


def element(kind: str, below: Sequence[pikepdf.Object] = (), **attributes: int) -> pikepdf.Dictionary:
    """An element of a structure, with those in it."""
    found = pikepdf.Dictionary(S=pikepdf.Name(f"/{kind}"), K=pikepdf.Array(below))
    found.A = pikepdf.Dictionary({f"/{name}": value for name, value in attributes.items()})
    return found


def table(*parts: pikepdf.Dictionary) -> Tagged:
    """A file with nothing but a table."""
    file = pikepdf.new()
    file.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Array([element("Table", parts)]))
    return Tagged(file)


@pytest.mark.parametrize(
    ("rows", "is_regular"),
    [
        ((((1, 1), (1, 1)), ((2, 1),)), True),
        ((((1, 2), (1, 1)), ((1, 1),)), True),  # the first cell goes on in the second row
        ((((2, 3), (1, 1)), ((1, 1),), ((1, 1),)), True),
        ((((1, 2), (1, 1)), ((1, 1), (1, 1))), False),
        ((((1, 2), (1, 1)), ((1, 1),), ((1, 1),)), False),  # and no further
        ((((2, 1),), ((1, 1),)), False),
    ],
)
def test_cells_that_span_rows_and_columns_are_counted_in_each(
    rows: tuple[tuple[tuple[int, int], ...], ...], *, is_regular: bool
) -> None:
    """A table is regular where every row is as wide as the others, what comes from above counted."""
    made = (element("TR", [element("TD", ColSpan=wide, RowSpan=deep) for wide, deep in row]) for row in rows)
    assert (not list(tags.irregular_tables(table(*made)))) is is_regular


def test_a_table_has_one_head_and_as_many_bodies_as_it_likes() -> None:
    """Two heads are one too many."""
    found = tags.misplaced(tags.TABLES, ("THead", "TFoot", "Caption"))
    one, two = (table(*map(element, (*["THead"] * heads, "TBody", "TBody"))) for heads in (1, 2))
    assert (list(found(one)), list(found(two))) == ([], ["two THead"])
