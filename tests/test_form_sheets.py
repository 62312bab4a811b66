"""Forms in spreadsheets, there and back: what is asked, what may be filled in, and what is said of what is wrong."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import click
import pytest
from python_calamine import CalamineWorkbook

from site_builder.commands.group import EDITING, EXPORT, IMPORT, NEW, Commands, Export
from site_builder.edge.inputs import inputs
from site_builder.foundation.diagnostic import has_errors
from site_builder.reading.read import read_strings
from site_builder.reading.workbook import NoWorkbookError, read_workbook
from tests.cases import AS_OF
from tests.miniature import ROOT as MINIATURE
from tests.spreadsheets import filled, part_of, saved_by_office, with_office
from tests.test_editing_jobs import epoch
from tests.workspace import files_below

SAVED = Path(__file__).parent / "form_sheets"
REPORT = "content/follow_ups/2025-kulturnamnden.yaml"
ABOUT = ("--document", "uppfoljning-2024", "--lead", "Nämnden svarade.")
SOURCE = ("--source", "uppfoljning-2024", "--section", "Fråga 1")
CELLS: Mapping[str, str | float] = {
    "E4": "Ja, det är gjort",
    "F4": "Den öppnade i mars.",
    "E5": "nej",
    "F5": "=Arbetet\r\nbörjar i höst.",
    "E6": "Nej",
    "F6": "1:4 & annat",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature in a folder of its own, on the day of the golden cases."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch())
    for name in ("content", "docs"):
        shutil.copytree(MINIATURE / name, tmp_path / name)
    return tmp_path


def run(group: str, name: str, *arguments: str) -> object:
    """Run `export` or `import` as the command line does."""
    commands = Commands(name=group, modules=EXPORT if group == "export" else IMPORT)
    with click.Context(commands) as context:
        found = commands.get_command(context, name)
    assert found
    return found.main(list(arguments), standalone_mode=False)


def form(root: Path, *more: str) -> bytes:
    """The form of a body for a year."""
    file = root / "blank.xlsx"
    assert run("export", "follow-up-form", "kulturnamnden", "2025", "--root", str(root), "--to", str(file), *more) == 0
    return file.read_bytes()


def taken_in(root: Path, file: Path, *more: str) -> object:
    return run("import", "follow-up", str(file), "--root", str(root), *ABOUT, *SOURCE, *more)


def save(root: Path, data: bytes) -> Path:
    file = root / "svar.xlsx"
    file.write_bytes(data)
    return file


def test_a_form_has_a_row_for_each_measure_with_a_duty_that_year(root: Path) -> None:
    """What the body has no duty in is not asked, nor what had ended; several duties in a measure are one row."""
    sheets = read_workbook(form(root))
    assert list(sheets) == ["Uppföljning", "Så fyller du i", "id"]
    assert [row[1] for row in sheets["Uppföljning"][3:]] == ["1:1", "1:2", "2:1", "2:2"]
    assert sheets["Uppföljning"][3][3] == "samordnar (Samordnar bygget och öppettiderna.); ansvarar"
    file = root / "content/plans/ungdomsplan-2023-2026/interventions/2-1.yaml"
    file.write_text(f"{file.read_text('utf-8')}valid_to: 2024-12-31\n", "utf-8")
    (root / "blank.xlsx").unlink()
    assert [row[1] for row in read_workbook(form(root))["Uppföljning"][3:]] == ["1:1", "1:2", "2:2"]


def test_a_form_is_locked_and_told(root: Path) -> None:
    """Answer and comment alone can be written in; the choices are a list; the table has words and stays on paper."""
    data = form(root)
    sheet, table = part_of(data, "xl/worksheets/sheet1.xml"), part_of(data, "xl/tables/table1.xml")
    assert "<sheetProtection " in sheet
    assert '<dataValidation type="list"' in sheet
    assert "<formula1>id!$C$6:$C$7</formula1>" in sheet
    assert 'sqref="E4:E7"' in sheet
    assert '<pane ySplit="3"' in sheet
    assert 'orientation="landscape"' in sheet
    assert "_xlnm.Print_Titles" in part_of(data, "xl/workbook.xml")
    assert 'state="hidden"' in part_of(data, "xl/workbook.xml")
    assert "altTextSummary=" in table
    assert 'altText="Uppföljning 2025, Kulturnämnden"' in table
    assert "mergeCell" not in sheet
    styles = re.findall(r"<xf [^>]*>(?:<[^x/][^>]*>)*", part_of(data, "xl/styles.xml").partition("<cellXfs")[2])
    looks = dict(re.findall(r'<c r="([A-F]4)" s="(\d+)"', sheet))
    unlocked = {place for place, style in looks.items() if 'locked="0"' in styles[int(style)]}
    assert unlocked == {"E4", "F4"}


def test_the_same_form_is_the_same_bytes(root: Path) -> None:
    """The day of the file is the day of the content, not the moment."""
    first = form(root)
    (root / "blank.xlsx").unlink()
    assert form(root) == first
    assert f">{AS_OF}T00:00:00Z<" in part_of(first, "docProps/core.xml")


def test_a_form_becomes_a_report(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names, short names and ids of steps are understood; the report is as the body wrote it, and without faults."""
    before = files_below(root / "content")
    assert taken_in(root, save(root, filled(form(root), CELLS)), "--dry-run") == 0
    assert files_below(root / "content") == before
    assert taken_in(root, root / "svar.xlsx") == 0
    said = capsys.readouterr().out
    assert "blanketten är tom på raderna ungdomsplan-2023-2026/2:2" in said
    report = (root / REPORT).read_text("utf-8")
    assert "value: ja\n    comment: Den öppnade i mars.\n    sources:\n      - document: uppfoljning-2024" in report
    assert report.count("- measure: ungdomsplan-2023-2026/") == 3
    assert "2:2" not in report
    checked = inputs(root, history=False).check()
    assert not has_errors(checked.diagnostics)
    value = next(item.value for item in checked.index.follow_ups if item.value.id == "2025-kulturnamnden")
    assert (value.organization, value.year) == ("kulturnamnden", 2025)
    assert [answer.value for answer in value.answers] == ["ja", "nej", "nej"]
    assert [answer.comment for answer in value.answers][1:] == ["=Arbetet\nbörjar i höst.", "1:4 & annat"]
    assert [step.id for step in value.scale] == ["ja", "nej"]


@pytest.mark.parametrize("saved", ["xlsx", "ods"])
def test_a_form_that_libreoffice_has_saved_is_read(root: Path, saved: str) -> None:
    """The same as the next test, with files that it saved once: so it is held where there is no LibreOffice too."""
    assert taken_in(root, save(root, filled(form(root), CELLS))) == 0
    direct = (root / REPORT).read_bytes()
    (root / REPORT).unlink()
    assert taken_in(root, SAVED / f"saved.{saved}") == 0
    assert (root / REPORT).read_bytes() == direct


@with_office
@pytest.mark.parametrize("saved", ["xlsx", "ods"])
def test_forms_come_back_through_libreoffice(root: Path, saved: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Saved by it, in either format, a form is read as if it had never been there.

    It lets a value that was pasted in from outside the list stay: the reader is who checks.
    """
    answers = save(root, filled(form(root), CELLS))
    wrong = root / "wrong.xlsx"
    wrong.write_bytes(filled((root / "blank.xlsx").read_bytes(), {"E4": "Kanske"}))
    values = indicators(root, {"H4": 2024, "I4": "1 128,5", "H5": 2024, "I5": 0.1})
    assert taken_in(root, answers) == 0
    direct = (root / REPORT).read_bytes()
    (root / REPORT).unlink()
    answers, wrong, values = saved_by_office(saved, answers, wrong, values)
    capsys.readouterr()
    assert taken_in(root, wrong) == 1
    assert "bladet Uppföljning, rad 4, kolumn E (Svar): ”Kanske” finns inte på skalan" in capsys.readouterr().err
    assert taken_in(root, answers) == 0
    assert (root / REPORT).read_bytes() == direct
    assert run("import", "indicators", str(values), "--root", str(root), *PLACE) == 0
    assert "value: 1128.5\n" in (root / INDICATORS / "unga-utan-fritid.yaml").read_text("utf-8")
    assert "value: 0.1\n" in (root / INDICATORS / "lanade-cyklar.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("cells", "place", "words"),
    [
        ({"E4": "Kanske"}, "rad 4, kolumn E (Svar)", "”Kanske” finns inte på skalan"),
        ({"E4": 1.5}, "rad 4, kolumn E (Svar)", "”1,5” finns inte på skalan"),
        ({"F5": "Hej"}, "rad 5, kolumn E (Svar)", "en kommentar men inget svar"),
        ({"E5": "Nej"}, "rad 5, kolumn F (Kommentar)", "har ingen kommentar"),
        ({"B6": "9:9", "E4": "Ja"}, "rad 6, kolumn B (Nummer)", "Är 9:9 ändrat"),
        ({"B6": "1:1", "E4": "Ja"}, "rad 6, kolumn B (Nummer)", "1:1 står redan på rad 4"),
        ({"B6": "9:9", "E4": "Ja"}, "rad 7, kolumn B (Nummer)", "raden om 2:1 är borta"),
    ],
)
def test_a_wrong_cell_is_told_at_its_place(
    root: Path, cells: Mapping[str, str | float], place: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sheet, row, column and heading; and nothing is written, though other rows are right."""
    before = files_below(root / "content")
    right: Mapping[str, str | float] = {"E7": "Ja"}
    assert taken_in(root, save(root, filled(form(root), {**right, **cells}))) == 1
    said = capsys.readouterr().err
    assert any(f"bladet Uppföljning, {place}" in line and words in line for line in said.splitlines()), said
    assert files_below(root / "content") == before


def test_every_wrong_cell_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has to try again for each fault."""
    assert taken_in(root, save(root, filled(form(root), {"E4": "Kanske", "E5": "Nej"}))) == 1
    assert capsys.readouterr().err.count("bladet Uppföljning") == 2


def test_what_the_checks_refuse_is_not_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report is held to every rule of the content."""
    assert taken_in(root, save(root, filled(form(root), {"E4": "Ja", "F4": "Se [[ungdomsplan-2023-2026/9:9]]."}))) == 1
    assert "[unknown-intervention]" in capsys.readouterr().err
    assert not (root / REPORT).exists()


def test_a_measure_that_is_gone_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The form may be older than the content."""
    data = filled(form(root), {"E6": "Ja"})
    older = filled(data, {"B10": "ungdomsplan-2023-2026/2:9"}, "sheet3")
    assert taken_in(root, save(root, older)) == 1
    assert "rad 6, kolumn B (Nummer): åtgärden ungdomsplan-2023-2026/2:9 finns inte" in capsys.readouterr().err


def test_files_that_are_no_form_are_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another file, another form, a form without its sheet or its headings, an empty one: each in words."""
    other = root / "i.xlsx"
    assert run("export", "indicators", "--root", str(root), "--to", str(other)) == 0
    data = form(root)
    wrong_ones = (
        (b"id;year\n", "inget kalkylblad"),
        (b"PK\x03\x04" + b"\0" * 40, "inget kalkylblad"),
        (other.read_bytes(), "ingen blankett av det här slaget"),
        (filled(data, {"D3": "Roll"}), "finns inte rubrikraden"),
        (data, "inget nytt att läsa in"),
    )
    for wrong, words in wrong_ones:
        assert taken_in(root, save(root, wrong)) == 1
        assert words in capsys.readouterr().err


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """A bomb is not unpacked."""
    monkeypatch.setattr("site_builder.reading.workbook.MOST_BYTES", 1000)
    with pytest.raises(NoWorkbookError):
        read_workbook(form(root))


def test_a_form_never_takes_the_place_of_a_file(root: Path) -> None:
    """Somebody may have filled it in."""
    form(root)
    with pytest.raises(FileExistsError):
        form(root)


@pytest.mark.parametrize(
    ("body", "year", "words"),
    [
        ("finns-inte", "2025", "organisationen finns-inte finns inte"),
        ("kommunfullmaktige", "2025", "ingen uppgift som källorna känner till 2025"),
        ("kulturnamnden", "2012", "ingen uppgift som källorna känner till 2012"),
    ],
)
def test_a_form_that_would_be_empty_is_none(
    root: Path, body: str, year: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "follow-up-form", body, year, "--root", str(root), "--to", str(root / "f.xlsx")) == 1
    assert words in capsys.readouterr().err
    assert not (root / "f.xlsx").exists()


INDICATORS = "content/plans/ungdomsplan-2023-2026/indicators"
PLACE = ("--source", "ungdomsenkat", "--section", "Tabell 2")


def indicators(root: Path, cells: Mapping[str, str | float]) -> Path:
    file = root / "indikatorer.xlsx"
    assert run("export", "indicators", "--root", str(root), "--to", str(file)) == 0
    file.write_bytes(filled(file.read_bytes(), cells))
    return file


def test_values_of_indicators_come_in_their_order_with_their_source(root: Path) -> None:
    """A value stands where its year belongs, a decimal comma is one, and no other line has changed."""
    file = indicators(root, {"H4": 2022, "I4": "1 128,5", "H5": "2024", "I5": 0})
    before = files_below(root / INDICATORS)
    assert run("import", "indicators", str(file), "--root", str(root), *PLACE) == 0
    after = files_below(root / INDICATORS)
    assert [name for name in before if before[name] != after[name]] == ["lanade-cyklar.yaml", "unga-utan-fritid.yaml"]
    first = after["unga-utan-fritid.yaml"].decode()
    assert "values:\n  - year: 2022\n    value: 1128.5\n  - year: 2023\n    value: 120.5\n" in first
    assert first.endswith("  - document: ungdomsenkat\n    section: Tabell 2\n")
    assert "values:\n  - year: 2024\n    value: 0\n" in after["lanade-cyklar.yaml"].decode()


@pytest.mark.parametrize(
    ("cells", "place", "words"),
    [
        ({"H4": 2025}, "rad 4, kolumn I (Värde)", "”” är inget tal"),
        ({"I4": 3}, "rad 4, kolumn H (År)", "är inget år"),
        ({"H4": 2025.5, "I4": 3}, "rad 4, kolumn H (År)", "”2025,5” är inget år"),
        ({"H4": 2025, "I4": "ungefär 3"}, "rad 4, kolumn I (Värde)", "”ungefär 3” är inget tal"),
        ({"H4": 2023, "I4": 3}, "rad 4, kolumn I (Värde)", "för 2023 finns redan ett annat värde, 120,5"),
    ],
)
def test_a_wrong_value_is_told_at_its_place(
    root: Path, cells: Mapping[str, str | float], place: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_below(root / INDICATORS)
    right: Mapping[str, str | float] = {"H5": 2025, "I5": 7}
    assert run("import", "indicators", str(indicators(root, {**right, **cells})), "--root", str(root), *PLACE) == 1
    assert f"bladet Indikatorer, {place}: " in (said := capsys.readouterr().err)
    assert words in said
    assert files_below(root / INDICATORS) == before


def test_a_value_that_stands_there_already_changes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", "indicators", str(indicators(root, {"H4": 2023, "I4": 120.5})), "--root", str(root), *PLACE)
    assert "inget nytt att läsa in" in capsys.readouterr().err


def test_export_writes_the_site_as_before_there_were_forms() -> None:
    """`export DIR` is `export site DIR`; a command's name is the command."""

    @click.command("site")
    @click.option("--root")
    @click.argument("folder")
    def site(root: str | None, folder: str) -> str:
        return f"{root} {folder}"

    group = Export(name="export", modules=EXPORT)
    group.add_command(site)
    assert group.main(["ut"], standalone_mode=False) == "None ut"
    assert group.main(["--root", "r", "ut"], standalone_mode=False) == "r ut"
    assert group.main(["site", "indicators"], standalone_mode=False) == "None indicators"
    assert sorted(group.list_commands(click.Context(group))) == ["follow-up-form", "indicators", "site"]


def test_every_command_that_is_named_is_there() -> None:
    for modules in (EDITING, EXPORT, IMPORT, NEW):
        group = Commands(name="x", modules=modules)
        for name in modules:
            assert group.get_command(click.Context(group), name), name


def test_hidden_ids_are_read_by_any_reader(root: Path) -> None:
    """The sheet of ids is hidden to a person, and there to a program."""
    form(root)
    book = CalamineWorkbook.from_path(str(root / "blank.xlsx"))
    assert [str(sheet.visible).rpartition(".")[2] for sheet in book.sheets_metadata] == ["Visible", "Visible", "Hidden"]
    assert read_strings()("form_sheets.follow-up.sheet") in book.sheet_names
