"""The data as spreadsheets for whoever reads it in one: who does what in each plan, and the follow-up."""

from collections.abc import Iterator
from datetime import date

from site_builder.export.sheets.about import about_follow_up, about_matrix
from site_builder.export.sheets.answer_sheets import answer_sheets
from site_builder.export.sheets.matrix_sheets import matrix_sheets
from site_builder.export.sheets.workbook import Book
from site_builder.foundation.page import Artifact
from site_builder.foundation.strings import Strings
from site_builder.meaning import urls
from site_builder.meaning.link import PlanIndex


def data_sheets(index: PlanIndex, strings: Strings, as_of: date) -> Iterator[Artifact]:
    """Yield the two workbooks. Each ends with a sheet that says how it is read and what it builds on."""
    for name, sheets in (
        ("ansvarsmatris", (*matrix_sheets(index, strings), about_matrix(index, strings, as_of))),
        ("uppfoljning", (*answer_sheets(index, strings), about_follow_up(index, strings, as_of))),
    ):
        book = Book(strings(f"sheets.{name}"), as_of)
        for sheet in sheets:
            book.add(sheet)
        yield Artifact(urls.sheet(name), book.data())
