"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from site_builder.checks.texts.judged import faults
from tests.workspace import Workspace, miniature

# Where code is written, chance looks for new examples; where it is judged, the same change gets the same verdict.
settings.register_profile("ci", derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--bless` accepts today's output as the expected one: see `make bless`."""
    parser.addoption("--bless", action="store_true", help="accept today's output as the expected one")


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """No test builds on what another one has worked out: `make mutate` would take a fault that is not run for none."""
    faults.cache_clear()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A working copy of the repository with the miniature municipality."""
    return miniature(tmp_path / "copy")
