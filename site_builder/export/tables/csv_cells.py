"""CSV in the two dialects that people open, and no formulas in either.

**For a Swedish Excel**: semicolons, a BOM, CRLF and decimal commas. **For programs** (RFC 4180): commas, no BOM, CRLF
and decimal points, in a folder of its own. Beside that the cells are the same.

**Formulas.** A spreadsheet may run a text that begins with `=`, `+`, `-`, `@` (also full-width, also after spaces and
signs that nobody sees), a
tab or a line end. It gets an apostrophe before it, which is the defence that OWASP recommends
(https://owasp.org/www-community/attacks/CSV_Injection) and which leaves the text readable. So does a text that begins
with apostrophes and goes on like that, which makes the rule easy to undo: where a cell's apostrophes are followed by
such a beginning, take one away. Numbers are no texts: a negative one keeps its minus.

**Times.** Excel reads 1:4 as four past one. CSV cannot forbid it: `="1:4"` is a formula, an apostrophe or a tab becomes
part of the value for every other program, and the same goes for invisible characters. So the number stands as it is,
and the first column of every table is a key with the plan in it (`handlingsplan-2023-2026/1:4`), which the contract
uses across plans and Excel leaves alone. References in the tables are always written like that.
"""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from site_builder.export.tables.table import Cell, Table
from site_builder.foundation.page import Artifact

# Unicode's Default_Ignorable_Code_Point and controls, wherever they come from.
UNSEEN = (
    "\0-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
DANGEROUS = re.compile(rf"'*[\s{UNSEEN}]*[=+\-@＝＋－＠]|'*[{UNSEEN}]*[\t\r\n]")  # noqa: RUF001 - the full-width forms are meant


class Dialect(Struct, frozen=True):
    """How a table is written as CSV, and in which folder."""

    folder: str
    delimiter: str
    decimal: str
    encoding: str


EXCEL = Dialect("data/v1/", ";", ",", "utf-8-sig")
RFC_4180 = Dialect("data/v1/comma/", ",", ".", "utf-8")
DIALECTS = (EXCEL, RFC_4180)


def csv_files(table: Table) -> Iterator[Artifact]:
    """Yield a table as a file of each dialect."""
    for dialect in DIALECTS:
        yield csv_file(table, dialect)


def csv_file(table: Table, dialect: Dialect) -> Artifact:
    """Return a table as a file: the names of the columns, then the rows."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=dialect.delimiter, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([cell_text(cell, dialect.decimal) for cell in row] for row in table.rows)
    data = text.getvalue().encode(dialect.encoding)
    return Artifact(f"{dialect.folder}{table.name}.csv", data, rows=len(table.rows))


def cell_text(cell: Cell, decimal: str = ",") -> str:
    """Return a cell as it is written: nothing for None, yes and no, and no text that is a formula."""
    if isinstance(cell, str):
        return f"'{cell}" if DANGEROUS.match(cell) else cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else f"{Decimal(str(cell)):f}".replace(".", decimal)
