"""What the cells of a column are, for programs that read the tables: text, where nothing else is said here."""

from site_builder.export.tables.csv_cells import Dialect
from site_builder.export.tables.table import Table
from site_builder.foundation.strings import Strings

DAYS = {"valid_from", "valid_to", "correction_date", "date", "public_from", "public_until"}
WHOLE = {"area", "cost_sek_per_year", "month", "paragraph", "year"}
YES_OR_NO = {"in_force", "mutual", "named", "qualified"}
MEASURED = {("indicators", "value")}
LISTS = {"became", "continues", "plans", "revises", "target_categories"}
SEPARATOR = ", "


def column(table: Table, name: str, dialect: Dialect, strings: Strings) -> dict[str, object]:
    """Return a column as CSV on the Web describes it (https://www.w3.org/TR/tabular-metadata/#columns)."""
    found: dict[str, object] = {"name": name, "titles": name, "dc:description": _words(table, name, strings)}
    found["datatype"] = _datatype(table, name, dialect)
    return found | ({"separator": SEPARATOR} if name in LISTS else {})


def _words(table: Table, name: str, strings: Strings) -> str:
    """Return what the column is, in a table of its own meaning or in all."""
    own = strings.find(f"columns.{table.name}.{name}")
    return str(own) if own else strings(f"columns.all.{name}")


def _datatype(table: Table, name: str, dialect: Dialect) -> object:
    if (table.name, name) in MEASURED:
        return {"base": "decimal", "format": {"decimalChar": dialect.decimal, "groupChar": " "}}
    if name in YES_OR_NO:
        return {"base": "boolean", "format": "yes|no"}
    return "date" if name in DAYS else "integer" if name in WHOLE else "string"
