"""Göteborg's content: here `root`, `source`, `site`, `built` and `served` stand for what is in `content/`.

What is expected is derived from it, so that no correct change breaks a test. Where another municipality's content
stands there, or where it has an error, which `make check` tells once and at its line, nothing in this folder is run.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from site_builder.build import Checked
from site_builder.edge.inputs import inputs
from site_builder.foundation.diagnostic import has_errors
from site_builder.meaning.link import PlanIndex
from tests.built_site import BuiltPage, build_site, made_once, pages_of, serving
from tests.workspace import ROOT

PLAN = ROOT / "content/plans/handlingsplan-2023-2026"


def pytest_runtest_setup() -> None:
    """Skip a test of this folder where it has nothing to say. Only whoever is to run one has to know."""
    if not PLAN.is_dir():
        pytest.skip("content/ is not Göteborg's")
    if has_errors(checked().diagnostics):
        pytest.skip("content/ has errors: make check")


@cache
def checked() -> Checked:
    """The content, checked once."""
    return inputs(ROOT, history=False).check()


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder with the content."""
    return ROOT


@pytest.fixture(scope="session")
def index() -> PlanIndex:
    """The content, linked."""
    return checked().index


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
