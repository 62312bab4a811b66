"""What every test may ask for."""

from pathlib import Path

import pytest

from tests.workspace import Workspace, miniature


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--bless` accepts today's output as the expected one: see `make bless`."""
    parser.addoption("--bless", action="store_true", help="accept today's output as the expected one")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A working copy of the repository with the miniature municipality."""
    return miniature(tmp_path / "copy")
