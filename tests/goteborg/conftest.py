"""Göteborg's content: here `root`, `source`, `site`, `built` and `served` stand for what is in `content/`.

What is expected is derived from it, so that no correct change breaks a test. Where another municipality's content
stands there, or where it has an error, which `make check` tells once and at its line, nothing in this folder is run.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.edge.inputs import inputs
from site_builder.foundation.diagnostic import has_errors
from tests.built_site import BuiltPage, build_site, made_once, pages_of, serving
from tests.workspace import ROOT

HERE = Path(__file__).parent
PLAN = ROOT / "content/plans/handlingsplan-2023-2026"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests of this folder where they have nothing to say."""
    if why := _why_not():
        for item in (item for item in items if item.path.is_relative_to(HERE)):
            item.add_marker(pytest.mark.skip(reason=why))


def _why_not() -> str:
    if not PLAN.is_dir():
        return "content/ is not Göteborg's"
    return "content/ has errors: make check" if has_errors(inputs(ROOT, history=False).check().diagnostics) else ""


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder with the content."""
    return ROOT


@pytest.fixture(scope="session")
def source() -> Path:
    """The folder with the content that the site is built from."""
    return ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content, built by `mkdocs build --strict` into a folder of its own."""
    return made_once(tmp_path_factory, "goteborg", build_site)


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the real site on a server."""
    with serving(site) as base:
        yield base


@pytest.fixture(scope="session")
def built(site: Path) -> dict[str, BuiltPage]:
    """Every page of the real site by its address."""
    return pages_of(site)
