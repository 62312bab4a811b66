"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from site_builder.checks.texts.judged import faults
from site_builder.foundation.language.spoken import speaks
from site_builder.reading.read import read_strings
from tests.workspace import Workspace, miniature

# Where code is written, chance looks for new examples; where it is judged, the same change gets the same verdict.
settings.register_profile("ci", derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--bless` accepts today's output as the expected one: see `make bless`."""
    parser.addoption("--bless", action="store_true", help="accept today's output as the expected one")


def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are processors: a third of the time is waiting, for a page or a server."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """No test builds on what another one has worked out: `make mutate` would take a fault that is not run for none.

    Nor does it speak the language of another one.
    """
    faults.cache_clear()
    if speaks() != "sv":
        read_strings("sv")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A working copy of the repository with the miniature municipality."""
    return miniature(tmp_path / "copy")
