"""The miniature municipality's whole output beside the expected one; `make bless` accepts today's."""

from datetime import date
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.changes.history import History
from site_builder.edge.write import write
from site_builder.export.plain import plain_files
from site_builder.reading.read import read_strings
from tests.miniature import texts

pytestmark = pytest.mark.snapshot

EXPECTED = Path(__file__).parent / "miniature" / "expected"
HISTORY = History(days={"content/plans/ungdomsplan-2023-2026/plan.yaml": date(2025, 3, 1)})


def output() -> dict[str, bytes]:
    """Everything that the miniature becomes, as plain files."""
    built = build(texts(), date(2026, 1, 15), read_strings(), HISTORY)
    return {artifact.path: artifact.data for artifact in plain_files(built)}


def test_the_miniature_becomes_what_is_expected(request: pytest.FixtureRequest) -> None:
    """Every page, the navigation and all data are as they were when somebody last looked at them and said yes."""
    made = output()
    if request.config.getoption("--bless"):
        _bless(made)
    expected = {
        file.relative_to(EXPECTED).as_posix(): file.read_bytes() for file in EXPECTED.rglob("*") if file.is_file()
    }
    assert sorted(made) == sorted(expected)
    for path, data in made.items():
        assert data.decode("utf-8", "backslashreplace") == expected[path].decode("utf-8", "backslashreplace"), path


def test_the_order_of_files_does_not_matter() -> None:
    """The same files in another order give the same bytes."""
    backwards = dict(reversed(list(texts().items())))
    built = build(backwards, date(2026, 1, 15), read_strings(), HISTORY)
    assert {artifact.path: artifact.data for artifact in plain_files(built)} == output()


def _bless(made: dict[str, bytes]) -> None:
    from site_builder.foundation.page import Artifact

    for file in EXPECTED.rglob("*"):
        if file.is_file() and file.relative_to(EXPECTED).as_posix() not in made:
            file.unlink()
    write(EXPECTED, (Artifact(path, data) for path, data in made.items()))
