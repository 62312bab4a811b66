"""Spreadsheets to rows: the one reader of XLSX and ODS. What is no spreadsheet, or a huge one, is refused.

A cell is what the program that saved it took it for, so a text may come as a number: `cell_words` gives it back as it
is written in Swedish.
"""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from io import BytesIO
from zipfile import BadZipFile, ZipFile

MOST_BYTES = 50_000_000  # of all that lies packed in the file
MOST_ROWS = 10_000  # in a sheet

Cell = str | int | float | bool | date | time | timedelta
Sheets = Mapping[str, Sequence[Sequence[Cell]]]


class NoWorkbookError(Exception):
    """A file that is no spreadsheet, or one that is larger than any form."""


def read_workbook(data: bytes) -> Sheets:
    """Return the rows of every sheet by its name, hidden ones too; every row from the sheet's first column."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with ZipFile(BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_BYTES:
                raise NoWorkbookError
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        return {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MOST_ROWS)
            for name in book.sheet_names
        }
    except (BadZipFile, CalamineError) as fault:
        raise NoWorkbookError from fault


def cell_words(cell: Cell) -> str:
    """Return a cell as text."""
    if isinstance(cell, float) and not isinstance(cell, bool):
        return f"{Decimal(repr(cell)).normalize():f}".replace(".", ",")
    return str(cell)
