"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.workspace import Workspace, miniature

# Where code is written, chance looks for new examples; where it is judged, the same change gets the same verdict.
settings.register_profile("ci", derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--bless` accepts today's output as the expected one: see `make bless`."""
    parser.addoption("--bless", action="store_true", help="accept today's output as the expected one")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A working copy of the repository with the miniature municipality."""
    return miniature(tmp_path / "copy")
