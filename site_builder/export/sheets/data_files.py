"""The data as spreadsheets for whoever reads it in one: who does what in each plan, and the follow-up."""

from collections.abc import Iterable, Iterator
from datetime import date

from site_builder.export.sheets.about import about_follow_up, about_matrix
from site_builder.export.sheets.answer_sheets import answer_sheets
from site_builder.export.sheets.matrix_sheets import matrix_sheets
from site_builder.export.sheets.workbook import Book, Sheet
from site_builder.foundation.memory import Memory, digest
from site_builder.foundation.page import Artifact
from site_builder.foundation.strings import Strings
from site_builder.meaning import urls
from site_builder.meaning.link import PlanIndex


def data_sheets(index: PlanIndex, strings: Strings, as_of: date, memory: Memory | None = None) -> Iterator[Artifact]:
    """Yield the two workbooks. Each ends with a sheet that says how it is read and what it builds on.

    `memory` knows the workbooks of an earlier build, by the day and all that stands in them.
    """
    memory = memory or Memory()
    for name, sheets in (
        ("ansvarsmatris", (*matrix_sheets(index, strings), about_matrix(index, strings, as_of))),
        ("uppfoljning", (*answer_sheets(index, strings), about_follow_up(index, strings, as_of))),
    ):
        title = strings(f"sheets.{name}")
        key = digest((repr((title, as_of, sheets)),))
        data = memory.recall("books", key, lambda title=title, sheets=sheets: _book(title, as_of, sheets))  # type: ignore[misc]
        yield Artifact(urls.sheet(name), data)


def _book(title: str, as_of: date, sheets: Iterable[Sheet]) -> bytes:
    book = Book(title, as_of)
    for sheet in sheets:
        book.add(sheet)
    return book.data()
