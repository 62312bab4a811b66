"""CSV that a Swedish Excel opens as it is meant: semicolons, a BOM, CRLF, decimal commas, and no formulas.

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
from collections.abc import Iterable, Sequence
from decimal import Decimal

from site_builder.foundation.page import Artifact

Cell = str | int | float | bool | None
UNSEEN = "\0-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"
DANGEROUS = re.compile(rf"'*[\s{UNSEEN}]*[=+\-@＝＋－＠]|'*[{UNSEEN}]*[\t\r\n]")  # noqa: RUF001 - the full-width forms are meant


def csv_file(path: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Artifact:
    """Return a table as a file: the names of the columns, then the rows."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell_text(cell) for cell in row] for row in rows)
    return Artifact(path, text.getvalue().encode("utf-8-sig"))


def cell_text(cell: Cell) -> str:
    """Return a cell as it is written: nothing for None, yes and no, a decimal comma, and no text that is a formula."""
    if isinstance(cell, str):
        return f"'{cell}" if DANGEROUS.match(cell) else cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else f"{Decimal(str(cell)):f}".replace(".", ",")
