"""What stands beside each table for programs, as a reader of CSV on the Web takes it that is not ours."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from site_builder.export.data import artifacts
from site_builder.export.tables.csv_cells import DIALECTS, EXCEL, RFC_4180, Dialect, csv_file
from site_builder.export.tables.csvw import table_metadata
from site_builder.export.tables.table import Table
from site_builder.meaning.link import link
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from tests.miniature import texts

if TYPE_CHECKING:
    from csvw import CSVW

STRINGS = read_strings()
FILES = {item.path: item.data for item in artifacts(link(load(texts())), STRINGS) if "/v1/" in item.path}
TABLES = sorted(path for path in FILES if path.endswith(".csv"))
MADE_UP = Table(
    "indicators",
    ("indicator", "year", "value", "in_force", "valid_from", "plans"),
    (
        ("a/b", 2023, 120.5, True, "2024-02-29", "a, b"),
        ('=1+1; "x", y\r\nå', None, -3, False, None, None),
    ),
)


def read(folder: Path, name: str) -> "CSVW":
    from csvw import CSVW  # it needs JSON Schema, and that takes seconds: see json_schema.py

    return CSVW(str(folder / f"{name}-metadata.json"), validate=True)


def laid(folder: Path, files: dict[str, bytes]) -> Path:
    """Files as they are published, below a folder."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.mark.parametrize("path", TABLES)
def test_every_table_is_what_is_said_of_it(tmp_path: Path, path: str) -> None:
    """Valid by a foreign reader, with every row and column, in both dialects."""
    found = read(laid(tmp_path, FILES), path)
    assert found.is_valid, found.warnings
    dialect = RFC_4180 if path.startswith(RFC_4180.folder) else EXCEL
    header, *rows = csv.reader(io.StringIO(FILES[path].decode(dialect.encoding)), delimiter=dialect.delimiter)
    read_rows = list(found.tables[0])
    assert len(read_rows) == len(rows)
    assert all(list(row) == header for row in read_rows)


def test_both_dialects_say_the_same(tmp_path: Path) -> None:
    """Whoever reads one gets what stands in the other, value for value."""
    folder = laid(tmp_path, FILES)
    names = [path.removeprefix(RFC_4180.folder) for path in TABLES if path.startswith(RFC_4180.folder)]
    assert len(names) == 10
    for name in names:
        one, other = (list(read(folder, f"{dialect.folder}{name}").tables[0]) for dialect in DIALECTS)
        assert one == other


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_cell_is_a_value_of_its_kind(tmp_path: Path, dialect: Dialect) -> None:
    """Numbers, days, yes and no, lists and nothing; a defused formula and signs of the form itself stay text."""
    files = {item.path: item.data for item in (csv_file(MADE_UP, dialect), *table_metadata(MADE_UP, STRINGS))}
    found = read(laid(tmp_path, files), f"{dialect.folder}indicators.csv")
    assert found.is_valid
    first, second = (list(row.values()) for row in found.tables[0])
    assert [*first[:4], *first[5:]] == ["a/b", 2023, Decimal("120.5"), True, ["a", "b"]]
    assert first[4].date() == date(2024, 2, 29)
    assert second[:4] == ['\'=1+1; "x", y\r\nå', None, Decimal(-3), False]
    assert not any(second[4:])


@pytest.mark.filterwarnings("always::UserWarning")  # which the reader collects
@pytest.mark.parametrize(("column", "wrong"), [(1, "år 2023"), (2, "12,5.1"), (3, "ja"), (4, "29 februari")])
def test_a_value_of_another_kind_is_noticed(tmp_path: Path, column: int, wrong: str) -> None:
    """The description is no decoration."""
    row = (*MADE_UP.rows[0][:column], wrong, *MADE_UP.rows[0][column + 1 :])
    table = Table(MADE_UP.name, MADE_UP.columns, (row,))
    files = {item.path: item.data for item in (csv_file(table, RFC_4180), *table_metadata(table, STRINGS))}
    assert not read(laid(tmp_path, files), f"{RFC_4180.folder}indicators.csv").is_valid


def test_the_comma_dialect_is_rfc_4180() -> None:
    """No BOM, CRLF after each row, commas, quotation marks doubled, a decimal point."""
    data = csv_file(MADE_UP, RFC_4180).data
    assert data.startswith(b"indicator,year,value,in_force,valid_from,plans\r\n")
    assert data.endswith(b"\r\n")
    assert b'a/b,2023,120.5,yes,2024-02-29,"a, b"\r\n' in data
    assert '"\'=1+1; ""x"", y\r\nå",,-3,no,,\r\n'.encode() in data


def test_who_reads_the_description_knows_the_rights_and_the_file() -> None:
    """It names the file beside it, and CC0."""
    for path in TABLES:
        said = json.loads(FILES[f"{path}-metadata.json"])
        assert path.endswith(f"/{said['url']}")
        assert said["dc:license"]["@id"].endswith("/publicdomain/zero/1.0/")


def test_every_column_says_what_it_is_in_both_languages() -> None:
    """The words stand beside each column, none is left over, and English has the same ones."""
    described = {
        (path, column["name"]): column["dc:description"]
        for path, data in FILES.items()
        if path.endswith("-metadata.json")
        for column in json.loads(data)["tableSchema"]["columns"]
    }
    assert all(described.values())
    words: Any = STRINGS.find("columns")
    assert set(words["all"]) == {name for _, name in described}
    own = {(table, name) for table, found in words.items() if table != "all" for name in found}
    assert own <= {(Path(path).name.partition(".")[0], name) for path, name in described}
    english: Any = read_strings("en").find("columns")
    assert {table: list(found) for table, found in english.items()} == {t: list(found) for t, found in words.items()}


@pytest.mark.parametrize(
    ("dialect", "delimiter", "decimal"), [(EXCEL, ";", ","), (RFC_4180, ",", ".")], ids=["excel", "comma"]
)
def test_a_description_says_how_its_file_is_read(dialect: Dialect, delimiter: str, decimal: str) -> None:
    """All of it: language, rights, file, signs, and of each column its words, its kind and how a list is parted."""
    said = {item.path: json.loads(item.data) for item in table_metadata(MADE_UP, STRINGS)}
    assert set(said) == {f"{one.folder}indicators.csv-metadata.json" for one in DIALECTS}
    kinds: dict[str, object] = {
        "indicator": "string",
        "year": "integer",
        "value": {"base": "decimal", "format": {"decimalChar": decimal, "groupChar": " "}},
        "in_force": {"base": "boolean", "format": "yes|no"},
        "valid_from": "date",
        "plans": "string",
    }
    words: Any = STRINGS.find("columns")
    told = {name: words["indicators"].get(name) or words["all"][name] for name in kinds}
    assert said[f"{dialect.folder}indicators.csv-metadata.json"] == {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "sv"}],
        "url": "indicators.csv",
        "dc:license": {"@id": "http://creativecommons.org/publicdomain/zero/1.0/"},
        "dialect": {"delimiter": delimiter, "encoding": "utf-8", "header": True},
        "tableSchema": {
            "columns": [
                {"name": name, "titles": name, "dc:description": told[name], "datatype": kind}
                | ({"separator": ", "} if name == "plans" else {})
                for name, kind in kinds.items()
            ]
        },
    }


def test_a_value_of_another_table_is_no_measured_one() -> None:
    """The answer of a report is a text, whatever its column is called."""
    table = Table("follow_ups", ("value",), (("ja",),))
    columns = [json.loads(item.data)["tableSchema"]["columns"] for item in table_metadata(table, STRINGS)]
    assert [column["datatype"] for (column,) in columns] == ["string", "string"]
