"""Sheets with a table each, as the bytes of an XLSX file: the same for the same content.

Each table has a name, words for who cannot see it, a head that stays and is printed on every page, and filters. A text
is a text: nothing is taken for a formula, a number or an address. Cells are never merged.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from textwrap import wrap

from msgspec import Struct
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from site_builder.export.web import colours

A4 = 9
Cell = str | int | float | None
LINE, BUTTON = 15, 3  # points of a line; signs that the button of a filter takes
HEAD = 2  # the row of the headings, below the title and the lead


class Column(Struct, frozen=True):
    """A column: its heading, its width in signs, and whether whoever has the file may write in it."""

    heading: str
    width: int
    is_open: bool = False


class Sheet(Struct, frozen=True):
    """A sheet with one table. `alternative` says what the table is to who hears it, `table` is its name."""

    name: str
    title: str
    lead: str
    table: str
    alternative: str
    columns: tuple[Column, ...]
    rows: tuple[Sequence[Cell], ...]
    page: str  # the words of the foot: page &P of &N


class Formats(Struct, frozen=True):
    """How cells look; what is open is not locked when a sheet is."""

    title: Format
    lead: Format
    head: Format
    cell: Format
    open: Format
    grid: Format


class Book:
    """A workbook while it is made."""

    def __init__(self, title: str, as_of: date) -> None:
        self._bytes = BytesIO()
        settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.workbook = Workbook(self._bytes, {**settings, "strings_to_numbers": False})
        # Excel knows no time zones; the day makes two builds of the same content the same.
        created = datetime.combine(as_of, time(), UTC).replace(tzinfo=None)
        self.workbook.set_properties({"title": title, "created": created})
        wrapped = {"text_wrap": True, "valign": "top"}
        self.formats = Formats(
            title=self.workbook.add_format({"bold": True, "font_size": 14}),
            lead=self.workbook.add_format({"valign": "top"}),
            head=self.workbook.add_format({**wrapped, "bold": True, "bg_color": colours.SHEET_HEAD, "border": 1}),
            cell=self.workbook.add_format({**wrapped, "border": 1, "border_color": colours.SHEET_LINE}),
            open=self.workbook.add_format({**wrapped, "border": 1, "locked": False, "bg_color": colours.SHEET_OPEN}),
            grid=self.workbook.add_format({"border": 1, "border_color": colours.SHEET_LINE}),
        )

    def add(self, sheet: Sheet) -> Worksheet:
        """Put in a sheet with its table, and return it."""
        made = self.workbook.add_worksheet(sheet.name)
        made.write_string(0, 0, sheet.title, self.formats.title)
        made.write_string(1, 0, sheet.lead, self.formats.lead)
        formats = [self.formats.open if column.is_open else self.formats.cell for column in sheet.columns]
        for number, (column, form) in enumerate(zip(sheet.columns, formats, strict=True)):
            made.set_column(number, number, column.width)
            for place, row in enumerate(sheet.rows, HEAD + 1):
                _put(made, place, number, row[number], form, is_open=column.is_open)
        _heights(made, sheet)
        _table(made, sheet, self.formats)
        _print(made, sheet)
        return made

    def hidden(self, name: str, rows: Sequence[Sequence[str]]) -> None:
        """Put in a sheet that nobody sees, of texts alone."""
        made = self.workbook.add_worksheet(name)
        for place, row in enumerate(rows):
            for number, text in enumerate(row):
                made.write_string(place, number, text)
        made.hide()
        made.protect()

    def data(self) -> bytes:
        """Return the file. The book is at its end then."""
        self.workbook.close()
        vars(self.workbook).clear()  # it and its sheets hold each other, and a run collects no such rings
        return self._bytes.getvalue()


def _put(sheet: Worksheet, row: int, column: int, cell: Cell, form: Format, *, is_open: bool) -> None:
    """Write a cell. One without anything in it is written only where somebody is to write: a matrix is nearly empty."""
    if cell is None or cell == "":
        if is_open:
            sheet.write_blank(row, column, None, form)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, form)
    else:
        sheet.write_number(row, column, cell, form)


def _heights(made: Worksheet, sheet: Sheet) -> None:
    """Give rows with long texts room for them. Excel does so by itself, LibreOffice writes them over each other."""
    heading = [(column.heading, column.width - BUTTON) for column in sheet.columns]
    cells = (
        [(str(cell or ""), column.width) for cell, column in zip(row, sheet.columns, strict=True)] for row in sheet.rows
    )
    for place, row in enumerate((heading, *cells), HEAD):
        made.set_row(place, LINE * max(_lines(text, width) for text, width in row))


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column."""
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(max(1, len(wrap(line, width))) for line in text.split("\n"))


def _table(made: Worksheet, sheet: Sheet, formats: Formats) -> None:
    """Make a table of what has been written, with lines around empty cells too; a table has at least one row."""
    columns = [{"header": column.heading, "header_format": formats.head} for column in sheet.columns]
    last = HEAD + max(len(sheet.rows), 1)
    settings = {"name": sheet.table, "title": sheet.title, "description": sheet.alternative, "columns": columns}
    made.add_table(HEAD, 0, last, len(columns) - 1, {**settings, "style": None})
    made.conditional_format(HEAD + 1, 0, last, len(columns) - 1, {"type": "blanks", "format": formats.grid})
    made.freeze_panes(HEAD + 1, 0)


def _print(made: Worksheet, sheet: Sheet) -> None:
    made.set_landscape()
    made.set_paper(A4)
    made.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    made.fit_to_pages(1, 0)
    made.repeat_rows(HEAD)
    made.set_footer(f"&L{sheet.title.replace('&', '&&')}&R{sheet.page}")
