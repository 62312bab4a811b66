"""Spreadsheets on the disk: one that is read as a form, and one that is written where there is none."""

from pathlib import Path

from site_builder.editing.jobs.desk import Refusal
from site_builder.reading.workbook import NoWorkbookError, Sheets, read_workbook

MOST = 20_000_000  # bytes


def sheets_in(file: Path) -> Sheets:
    """Return the sheets of a file, XLSX or ODS; what is none is refused."""
    try:
        if file.stat().st_size > MOST:
            raise NoWorkbookError
        return read_workbook(file.read_bytes())
    except NoWorkbookError:
        raise Refusal("no-workbook", path=str(file)) from None


def write_new(file: Path, data: bytes) -> None:
    """Write a file. One that is there already is never written over: somebody may have filled it in."""
    with file.open("xb") as new:
        new.write(data)
