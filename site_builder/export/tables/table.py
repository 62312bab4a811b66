"""A table before it is written in any form: its name, the names of its columns, and its rows."""

from dataclasses import dataclass

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table of the published data. The columns have the contract's field names."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
