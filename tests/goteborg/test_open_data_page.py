"""The hand-written page of open data describes what is published."""

from site_builder.export.data import artifacts
from site_builder.meaning.link import link
from site_builder.reading.load import load
from tests.miniature import texts
from tests.workspace import ROOT


def test_every_file_is_described() -> None:
    """It leads to every published file."""
    told = (ROOT / "docs/oppna-data.md").read_text("utf-8")
    paths = [artifact.path for artifact in artifacts(link(load(texts())))]
    assert [path for path in paths if f"]({path})" not in told] == []
