"""A form that has been filled in and saved by any program: its rows, or every cell that is not as it should be."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from site_builder.editing.form_sheets.form import IDS, KNOWN_BY, Form, form_of
from site_builder.editing.jobs.desk import Refusal
from site_builder.reading.workbook import Cell, Sheets, cell_words


class CellFault(Struct, frozen=True):
    """What is wrong with a cell: the words by their key below `forms.faults`, where it is, and values for the words."""

    key: str
    sheet: str
    row: int
    column: int
    heading: str
    values: Mapping[str, str] = field(default_factory=dict)


class FormFault(Exception):  # noqa: N818 - what is told to a person: the form cannot be taken in as it is
    """All that is wrong with a form that has been filled in."""

    def __init__(self, faults: Sequence[CellFault]) -> None:
        super().__init__(len(faults))
        self.faults = tuple(faults)


class FilledRow(Struct, frozen=True):
    """A row of a form: what it is about, its number in the sheet, and its cells."""

    form: Form
    key: str
    row: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """Return a cell, which is an empty text where there is none."""
        value = self.cells[column] if column < len(self.cells) else ""
        return value.strip() if isinstance(value, str) else value

    def words(self, column: int) -> str:
        """Return a cell as text, whatever a program has made of it; lines end as they do in our files."""
        return "\n".join(line.strip() for line in cell_words(self.cell(column)).splitlines())

    def fault(self, key: str, column: int, **values: str) -> CellFault:
        """Return a fault of one of the cells."""
        return CellFault(key, self.form.sheet, self.row, column, self.form.headings[column], values)


def form_in(sheets: Sheets, kind: str) -> Form:
    """Return the form that a file is; a file that is none, or one of another kind, is refused."""
    ids = tuple(tuple(cell_words(cell) for cell in row) for row in sheets.get(IDS, ()))
    form = form_of(ids)
    if form is None or form.kind != kind:
        raise Refusal("no-form")
    if form.sheet not in sheets:
        raise Refusal("no-sheet", sheet=form.sheet)
    return form


def filled_rows(form: Form, sheets: Sheets) -> tuple[FilledRow, ...]:
    """Return the rows of a form in the order of the file; rows that are missing, strange or there twice are faults."""
    rows = sheets[form.sheet]
    keys = {tuple(row.cells): row.key for row in form.rows}
    start = _start(form, rows)
    found: dict[str, FilledRow] = {}
    faults: list[CellFault] = []
    for number, cells in enumerate(rows[start:], start + 1):
        name = tuple(cell_words(cell).strip() for cell in (*cells, "", "")[:KNOWN_BY])
        row = FilledRow(form, keys.get(name, ""), number, tuple(cells))
        if not any(cell_words(cell).strip() for cell in cells):
            continue
        if not row.key:
            faults.append(row.fault("strange-row", 1, number=name[1]))
        elif row.key in found:
            faults.append(row.fault("row-twice", 1, number=name[1], row=str(found[row.key].row)))
        else:
            found[row.key] = row
    faults += _missing(form, found, len(rows))
    if faults:
        raise FormFault(faults)
    return tuple(found.values())


def _start(form: Form, rows: Sequence[Sequence[Cell]]) -> int:
    """Return the number of the first row below the headings."""
    for number, cells in enumerate(rows):
        if tuple(cell_words(cell).strip() for cell in cells[: len(form.headings)]) == form.headings:
            return number + 1
    raise Refusal("no-headings", sheet=form.sheet, headings=", ".join(form.headings))


def _missing(form: Form, found: Mapping[str, FilledRow], last: int) -> Iterator[CellFault]:
    for row in form.rows:
        if row.key not in found:
            yield CellFault("missing-row", form.sheet, last, 1, form.headings[1], {"number": row.cells[1]})
