"""What every test may ask for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tests.workspace import ROOT, Workspace, miniature

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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content, built by `mkdocs build --strict` into a folder of its own."""
    folder = tmp_path_factory.mktemp("site") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return folder
