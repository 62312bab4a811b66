"""The hand-written page of open data describes what is published."""

from datetime import date

from site_builder.export.data import artifacts
from site_builder.export.sheets.data_files import data_sheets
from site_builder.meaning.link import link
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from tests.miniature import texts
from tests.workspace import ROOT


def test_every_file_is_described() -> None:
    """It leads to every published file."""
    told = (ROOT / "docs/oppna-data.md").read_text("utf-8")
    index = link(load(texts()))
    made = (*artifacts(index), *data_sheets(index, read_strings(), date(2026, 1, 15)))
    paths = [artifact.path for artifact in made]
    assert [path for path in paths if f"]({path})" not in told] == []
