"""A form as a file: locked but for what is filled in, with the choices of a scale, and its ids in a hidden sheet."""

from collections.abc import Iterator
from datetime import date

from xlsxwriter.worksheet import Worksheet

from site_builder.editing.form_sheets.form import IDS, STEP, Form
from site_builder.export.sheets.workbook import HEAD, Book, Column, Sheet
from site_builder.foundation.strings import Strings

# What whoever fills in a locked sheet can still do.
ALLOWED = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}
WIDTHS = (24, 12, 48, 30, 28, 60, 18, 10, 14)


def form_workbook(form: Form, title: str, open_columns: int, as_of: date, strings: Strings) -> bytes:
    """Return a form as a file. Its last `open_columns` columns are to be filled in, the first of them by choice."""
    first = len(form.headings) - open_columns
    book = Book(title, as_of)
    lead = strings(f"form_sheets.{form.kind}.lead")
    columns = (
        Column(name, width, number >= first)
        for number, (name, width) in enumerate(zip(form.headings, WIDTHS, strict=False))
    )
    rows = tuple((*row.cells, *("",) * open_columns) for row in form.rows)
    alternative = strings(f"form_sheets.{form.kind}.alternative")
    sheet = Sheet(form.sheet, title, lead, "Blankett", alternative, tuple(columns), rows, strings("form_sheets.page"))
    made = book.add(sheet)
    made.protect("", ALLOWED)
    if form.steps:
        _choices(made, form, first, strings)
    book.add(_help(form, title, strings)).protect("", ALLOWED)
    book.hidden(IDS, form.ids)
    return book.data()


def _choices(made: Worksheet, form: Form, column: int, strings: Strings) -> None:
    """Let a column be chosen from the scale. The names stand in the hidden sheet, so they may be of any length."""
    numbers = [number for number, row in enumerate(form.ids, 1) if row[0] == STEP]
    settings = {
        "validate": "list",
        "source": f"={IDS}!$C${numbers[0]}:$C${numbers[-1]}",
        "input_title": strings("form_sheets.choose-title"),
        "input_message": strings("form_sheets.choose"),
        "error_title": strings("form_sheets.not-a-choice-title"),
        "error_message": strings("form_sheets.not-a-choice"),
    }
    made.data_validation(HEAD + 1, column, HEAD + len(form.rows), column, settings)


def _help(form: Form, title: str, strings: Strings) -> Sheet:
    """Return the sheet that says how the form is filled in, and what the steps of the scale are called."""
    name = strings("form_sheets.help")
    columns = (Column(strings("form_sheets.help-what"), 24), Column(strings("form_sheets.help-how"), 90))
    rows = tuple(_advice(form, strings))
    return Sheet(name, f"{name}: {title}", "", "Hjalp", name, columns, rows, strings("form_sheets.page"))


def _advice(form: Form, strings: Strings) -> Iterator[tuple[str, str]]:
    found = strings.find(f"form_sheets.{form.kind}.help")
    for what, how in found.items() if isinstance(found, dict) else ():
        yield str(what), str(how)
    for step in form.steps:
        yield strings("form_sheets.step"), step.name
