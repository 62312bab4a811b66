"""The data as spreadsheets: what stands in them, and that they are accessible and the same for the same content."""

from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from site_builder.export.sheets.data_files import data_sheets
from site_builder.meaning.link import link
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from site_builder.reading.workbook import Sheets, read_workbook
from tests.miniature import texts
from tests.spreadsheets import part_of, saved_by_office, with_office

DAY = date(2026, 1, 15)
MATRIX, FOLLOW_UP = "data/ansvarsmatris.xlsx", "data/uppfoljning.xlsx"


def made(found: dict[str, str] | None = None, day: date = DAY) -> dict[str, bytes]:
    """Both files of a content on a day."""
    index = link(load(found or texts()), day)
    return {artifact.path: artifact.data for artifact in data_sheets(index, read_strings(), day)}


FILES = made()


def words(sheets: Sheets) -> set[object]:
    """Every cell of a workbook."""
    return set(chain.from_iterable(chain.from_iterable(sheets.values())))


def test_the_matrix_has_a_sheet_for_each_plan_with_known_duties() -> None:
    """A letter for each role, in brackets what comes from a group; a plan whose duties nobody knows is told of."""
    sheets = read_workbook(FILES[MATRIX])
    assert list(sheets) == ["Klimatprogram 2022–2027", "Ungdomsplan 2023–2026", "Om uppgifterna"]
    head, *rows = sheets["Ungdomsplan 2023–2026"][2:]
    assert head[3:] == [
        *("Barn- och utbildningsnämnden", "Kulturnämnden", "Tekniska nämnden"),
        *("Styrelsen för Småstads Bussar", "Länsmuseet"),
    ]
    assert [row[0] for row in rows] == ["1:1", "1:2", "2:1", "2:2"]
    assert rows[0][3:] == ["A", "S A", "", "", "B"]
    assert rows[3][3:] == ["(A)"] * 5
    about = words({"x": sheets["Om uppgifterna"]})
    assert {"Källorna säger inte vilka organisationer som ansvarar i Läsplan 2024–2027."} <= about
    assert {"Småstads klimatprogram 2022–2027", "Uppgifterna i tabellerna gäller 2026-01-15."} <= about


def test_the_matrix_is_of_its_day() -> None:
    """A measure that has ended is no row, as on the page."""
    found = texts()
    path = "content/plans/ungdomsplan-2023-2026/interventions/2-2.yaml"
    found[path] += "valid_to: 2025-06-30\n"
    rows = read_workbook(made(found)[MATRIX])["Ungdomsplan 2023–2026"]
    assert [row[0] for row in rows[3:]] == ["1:1", "1:2", "2:1"]


def test_a_measure_whose_duties_nobody_knows_says_so() -> None:
    """An empty row would say that nobody has the duty."""
    found = texts()
    path = "content/plans/ungdomsplan-2023-2026/interventions/2-2.yaml"
    before, _, after = found[path].partition("responsibilities:")
    rest = after[after.index("\nsources:") :] if "\nsources:" in after else ""
    found[path] = f"{before}unknown_responsibility: Källan säger det inte.{rest}"
    sheets = read_workbook(made(found)[MATRIX])
    row = next(row for row in sheets["Ungdomsplan 2023–2026"] if row[0] == "2:2")
    assert row[2] == "ansvaret framgår inte av källorna"
    lines = {line[0]: line[1] for line in sheets["Om uppgifterna"]}
    assert lines["Ungdomsplan 2023–2026"] == "Tom ruta: källorna nämner ingen uppgift där."
    assert lines["Klimatprogram 2022–2027"] == "Tom ruta: planen ger inte organisationen någon uppgift där."


def test_the_follow_up_says_what_is_known_and_no_more() -> None:
    """No answer here is said as that; who a source says did not answer, too; an unknown duty has no body."""
    rows = read_workbook(FILES[FOLLOW_UP])["Läget"][3:]
    told = {(row[0][:4], row[1], row[3], row[4]): tuple(row[5:]) for row in rows if isinstance(row[0], str)}
    assert told["Klim", "1:1", "Styrelsen för Småstads Bussar", 2024] == ("inget svar publicerat här", "", "ja")
    assert told["Klim", "1:2", "Tekniska nämnden", 2024] == ("här finns ett svar", "Ej påbörjat", "ja")
    assert told["Läsp", "1:1", "", 2024] == ("okänt", "", "nej")
    assert told["Ungd", "1:1", "Kulturnämnden", 2024][1] == "Ja, det är gjort (med förbehåll)"
    asked = told["Ungd", "1:1", "Barn- och utbildningsnämnden", 2024]
    assert asked == ("fick frågan utan att svara, enligt en källa", "", "ja")


def test_answers_stand_as_they_were_given_with_their_correction() -> None:
    """The correction stands beside, and a question that was left without a value has none."""
    rows = read_workbook(FILES[FOLLOW_UP])["Svaren"][3:]
    bikes = next(row for row in rows if row[1] == "2:1" and row[4] == 2024 and row[3] == "Kulturnämnden")
    assert bikes[6:8] == ["Nej, det är inte gjort", "Cyklarna är köpta men inte utlånade."]
    assert str(bikes[9]).startswith("2025-02-03: Ja, det är gjort. Utlåningen")
    asked = next(row for row in rows if row[1] == "1:2" and row[4] == 2024)
    assert asked[6] == "inget svar i rapporten"


def test_without_any_report_there_are_headings_alone() -> None:
    """Nothing is invented."""
    found = {path: text for path, text in texts().items() if "/follow_ups/" not in path}
    sheets = read_workbook(made(found)[FOLLOW_UP])
    assert [len(sheets[name]) for name in ("Läget", "Svaren")] == [3, 3]


@pytest.mark.parametrize("path", [MATRIX, FOLLOW_UP])
def test_every_sheet_is_accessible_and_prints(path: str) -> None:
    """A named table with words and filters, a head that stays and is printed on each page, no merged cells."""
    data = FILES[path]
    names = set()
    for number in (1, 2, 3):
        sheet, table = (part_of(data, f"xl/{kind}{number}.xml") for kind in ("worksheets/sheet", "tables/table"))
        assert '<pane ySplit="3"' in sheet
        assert 'orientation="landscape"' in sheet
        assert 'fitToHeight="0"' in sheet
        assert "mergeCell" not in sheet
        assert "altTextSummary=" in table
        assert "<autoFilter " in table
        names.add(table.partition('displayName="')[2].partition('"')[0])
    assert len(names) == 3
    assert part_of(data, "xl/workbook.xml").count("_xlnm.Print_Titles") == 3
    assert "<dc:title>" in part_of(data, "docProps/core.xml")


def test_nothing_is_a_formula() -> None:
    """A text that begins like one stays a text."""
    found = texts()
    path = "content/plans/ungdomsplan-2023-2026/interventions/2-1.yaml"
    found[path] = found[path].replace("title: Låna ut cyklar", 'title: "=1+1"')
    data = made(found)[MATRIX]
    assert "=1+1" in words(read_workbook(data))
    assert "<f>" not in part_of(data, "xl/worksheets/sheet2.xml")


def test_the_same_content_is_the_same_bytes() -> None:
    """The day of the file is the day that the content is shown for, and nothing of the machine is in it."""
    assert made() == FILES
    assert f">{DAY}T00:00:00Z<" in part_of(FILES[MATRIX], "docProps/core.xml")


@with_office
def test_libreoffice_saves_the_same_tables(tmp_path: Path) -> None:
    """What it has saved, in either format, reads as what we wrote."""
    for path, data in FILES.items():
        (tmp_path / Path(path).name).write_bytes(data)
    files = [tmp_path / Path(path).name for path in FILES]
    for form in ("xlsx", "ods"):
        for file, data in zip(saved_by_office(form, *files), FILES.values(), strict=True):
            ours, theirs = read_workbook(data), read_workbook(file.read_bytes())
            assert list(theirs) == list(ours)
            assert words(theirs) - {""} == words(ours) - {""}
