"""A table before it is written in any form: its name, the names of its columns, and its rows."""

from msgspec import Struct

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]


class Table(Struct, frozen=True):
    """A table of the published data. The columns have the contract's field names."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
