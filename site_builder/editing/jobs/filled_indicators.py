"""`import indicators`: new values of indicators from a form, each put in where its year belongs."""

from decimal import Decimal, InvalidOperation

from schema.indicator import Indicator
from site_builder.editing.edit import Value
from site_builder.editing.form_sheets.filled import CellFault, FilledRow, FormFault, filled_rows, form_in
from site_builder.editing.items import with_item
from site_builder.editing.jobs.desk import Desk, Proposal, Refusal
from site_builder.editing.values import with_value
from site_builder.foundation.source import Record
from site_builder.reading.workbook import Sheets

YEAR, VALUE = 7, 8  # the columns
YEARS = range(1900, 2200)
SPACES = str.maketrans({" ": "", "\u00a0": "", "\u202f": "", ",": ".", "−": "-"})


def filled_indicators(desk: Desk, sheets: Sheets, source: Value) -> Proposal:
    """Put the values of a form into the indicators' files, with their source. What stands there already is left."""
    form = form_in(sheets, "indicators")
    rows = [row for row in filled_rows(form, sheets) if row.words(YEAR) or row.words(VALUE)]
    known = {
        f"{plan}/{record.value.id}": record
        for plan, content in desk.index.plans.items()
        for record in content.indicators
    }
    faults = [fault for row in rows if (fault := _fault(row, known.get(row.key)))]
    if faults:
        raise FormFault(faults)
    for row in rows:
        _put_in(desk, known[row.key], *_measured(row), source)
    if not desk.files:
        raise Refusal("empty-form")
    return desk.proposal()


def _fault(row: FilledRow, record: Record[Indicator] | None) -> CellFault | None:
    """Return what is wrong with a row that has been filled in."""
    year, value = _measured(row)
    if record is None:
        return row.fault("no-indicator", 1, id=row.key)
    if year not in YEARS:
        return row.fault("no-year", YEAR, value=row.words(YEAR))
    if value is None:
        return row.fault("no-number", VALUE, value=row.words(VALUE))
    there = next((item.value for item in record.value.values if item.year == year), value)
    if there != value:
        return row.fault("other-value", VALUE, year=str(year), there=f"{there:f}".replace(".", ","))
    return None


def _measured(row: FilledRow) -> tuple[int, Decimal | None]:
    """Return the year, 0 where there is none, and the value of a row."""
    year = _number(row, YEAR)
    return int(year) if year is not None and year == int(year) else 0, _number(row, VALUE)


def _number(row: FilledRow, column: int) -> Decimal | None:
    """Return a number, also one that was written as text in Swedish."""
    if isinstance(row.cell(column), bool):
        return None
    try:
        number = Decimal(row.words(column).translate(SPACES))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _put_in(desk: Desk, record: Record[Indicator], year: int, value: Decimal | None, source: Value) -> None:
    values = record.value.values
    if value is None or any(item.year == year for item in values):
        return
    place = sum(item.year < year for item in values)
    measured: dict[str, Value] = {"year": year, "value": value}
    file = desk.source(record.source.path)
    file = with_item(file, ("values",), place, measured) if values else with_value(file, ("values",), [measured])
    found = file.data.get("sources") if isinstance(file.data, dict) else None
    number = len(found) if isinstance(found, list) else 0
    desk.put(with_item(file, ("sources",), number, source))
