"""The tables in CSV: what stands in them, and that a spreadsheet opens them as they are meant."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.export.plans.plans_json import plans_file
from site_builder.export.tables.csv_cells import DANGEROUS, EXCEL, cell_text, csv_file
from site_builder.export.tables.table import Table
from site_builder.export.tables.tables import tables
from site_builder.meaning.link import link
from site_builder.reading.load import load
from tests.miniature import texts

WHEN = "valid_from valid_to"
ABOUT, MORE = "intervention plan number title", "cost_sek_per_year table_title lead"
YOUTH, CLIMATE, READING = "ungdomsplan-2023-2026", "klimatprogram-2022-2027", "lasplan-2024-2027"
PLANS = plans_file(link(load(texts())))
TABLES = tuple(tables(PLANS))
FILES = {f"{table.name}.csv": csv_file(table, EXCEL).data for table in TABLES}


def read(data: bytes) -> list[list[str]]:
    """Read a table as any program would."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns."""
    header, *found = read(FILES[name])
    assert all(len(row) == len(header) for row in found)
    return [dict(zip(header, row, strict=True)) for row in found]


def undo(cell: str) -> str:
    """Take away the apostrophe of a cell that has been defused, as the documentation says."""
    return cell[1:] if cell.startswith("'") and DANGEROUS.match(cell.lstrip("'")) else cell


def test_every_table_is_there() -> None:
    """The five tables of the contract and ours, each with a BOM, CRLF and a header."""
    assert list(FILES) == [
        *("interventions.csv", "responsibilities.csv", "references.csv", "follow_ups.csv", "follow_up_standings.csv"),
        *("indicators.csv", "carries_out.csv", "drafts.csv", "decisions.csv", "public_versions.csv"),
    ]
    for data in FILES.values():
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.endswith(b"\r\n")
        assert data.count(b"\n") == data.count(b"\r\n")
        assert data.count(b"\xef\xbb\xbf") == 1


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        (
            "interventions",
            f"{ABOUT} area url expected_result target_group target_categories {MORE} short_title when {WHEN} in_force",
        ),
        ("responsibilities", f"{ABOUT} organization organization_name role scope via via_name {WHEN}"),
        ("references", f"{ABOUT} reference reference_title stated_in mutual"),
        ("indicators", "indicator plan id goal name unit measurement year value short_title"),
        ("carries_out", "carrier plan kind number title carries_out carries_out_title basis note"),
        ("drafts", "draft plan id version number title outcome became continues basis note views change"),
        ("decisions", "id date year body body_name paragraph diarienummer title plans revises"),
    ],
)
def test_columns_are_called_as_promised(name: str, columns: str) -> None:
    """Whoever has read a table once can read it again."""
    assert read(FILES[f"{name}.csv"])[0] == columns.split()


def test_interventions() -> None:
    """An intervention is one row; what is missing is empty."""
    found = rows("interventions.csv")
    assert [row["intervention"] for row in found] == [
        *(f"{CLIMATE}/1:1", f"{CLIMATE}/1:2", f"{READING}/1:1"),
        *(f"{YOUTH}/1:1", f"{YOUTH}/1:2", f"{YOUTH}/2:1", f"{YOUTH}/2:2"),
    ]
    first = found[3]
    assert (first["plan"], first["number"], first["area"]) == (YOUTH, "1:1", "1")
    assert first["target_group"] == "Unga i högstadiet, Kategori A."
    assert first["cost_sek_per_year"] == "1200000"
    assert found[4]["target_categories"] == "A, B"
    assert (found[4]["expected_result"], found[4]["cost_sek_per_year"]) == ("", "")


def test_responsibilities() -> None:
    """A duty is one row, with the group that it came through."""
    found = [
        (row["intervention"].removeprefix(f"{YOUTH}/"), row["organization_name"], row["role"], row["via_name"])
        for row in rows("responsibilities.csv")
        if row["plan"] == YOUTH
    ]
    everyone = ["Barn- och utbildningsnämnden", "Kulturnämnden", "Styrelsen för Småstads Bussar", "Tekniska nämnden"]
    assert found == [
        ("1:1", "Kulturnämnden", "coordinating", ""),
        ("1:1", "Barn- och utbildningsnämnden", "responsible", ""),
        ("1:1", "Kulturnämnden", "responsible", ""),
        ("1:1", "Länsmuseet", "contributing", ""),
        *(("1:2", name, "responsible", "Samtliga nämnder och styrelser") for name in everyone),
        ("2:1", "Kulturnämnden", "responsible", ""),
        ("2:1", "Tekniska nämnden", "contributing", ""),
        ("2:2", "Kulturnämnden", "responsible", "Kulturkretsen"),
        ("2:2", "Länsmuseet", "responsible", "Kulturkretsen"),
        *(("2:2", name, "responsible", "Samtliga nämnder och styrelser") for name in everyone),
    ]


def test_references() -> None:
    """A connection is one row, with how the plan states it and whether it does so in both directions."""
    found = [(row["intervention"], row["reference"], row["stated_in"], row["mutual"]) for row in rows("references.csv")]
    assert found == [
        (f"{CLIMATE}/1:2", f"{YOUTH}/2:1", "connection", "no"),
        (f"{YOUTH}/1:1", f"{YOUTH}/1:2", "connection", "yes"),
        (f"{YOUTH}/1:1", f"{YOUTH}/2:1", "text", "no"),
        (f"{YOUTH}/1:1", f"{CLIMATE}/1:2", "connection", "no"),
        (f"{YOUTH}/1:2", f"{YOUTH}/1:1", "connection", "yes"),
        (f"{YOUTH}/2:2", f"{YOUTH}/2:1", "connection", "no"),
    ]


def test_indicators() -> None:
    """A value is one row with a decimal comma; an unknown baseline or target is a row without a value."""
    found = [(row["id"], row["measurement"], row["year"], row["value"]) for row in rows("indicators.csv")]
    assert found == [
        ("unga-utan-fritid", "baseline", "2021", "136"),
        ("unga-utan-fritid", "value", "2023", "120,5"),
        ("unga-utan-fritid", "target", "2026", "0"),
        ("lanade-cyklar", "baseline", "2022", "0"),
        ("lanade-cyklar", "target", "", ""),
        ("trygghet", "baseline", "", ""),
        ("trygghet", "target", "", ""),
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("1:4", "1:4"),
        ("=1+1", "'=1+1"),
        ("+46 31", "'+46 31"),
        ("-5 grader", "'-5 grader"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),  # noqa: RUF001 - full-width
        ("'=1", "''=1"),
        *(
            (f"{sign}=1", f"'{sign}=1")
            for sign in "\0\u034f\u061c\u115f\u180e\u200b\u2063\u2066\u206f\u3164\ufe0f\uffa0\ufeff"
        ),
        ("'n Guds förgätna", "'n Guds förgätna"),
        ("– ett streck", "– ett streck"),
        (-5, "-5"),
        (-1.5, "-1,5"),
        (0, "0"),
        (True, "yes"),
        (None, ""),
    ],
)
def test_what_a_cell_becomes(cell: str | float | bool | None, text: str) -> None:
    """Text that could be a formula is defused; numbers are numbers, with a decimal comma."""
    assert cell_text(cell) == text


CELL = st.text() | st.text(alphabet="'=+-@\t\r\n \";,aö＝")  # noqa: RUF001 - full-width


@given(st.lists(CELL, min_size=2))
def test_any_text_survives(cells: list[str]) -> None:
    """What is written is read again, and no cell begins like a formula."""
    written = read(csv_file(Table("a", ("a",) * len(cells), (tuple(cells),)), EXCEL).data)[1]
    assert [undo(cell) for cell in written] == cells
    assert not any(DANGEROUS.match(cell) for cell in written if not cell.startswith("'"))
