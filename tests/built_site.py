"""The miniature as a real site, built once for the whole run: its files, its pages, and its address on a server.

pyproject.toml makes it a pytest plugin, so that every test module can ask for `root`, `source`, `site`,
`built` and `served`. In
`tests/goteborg/` the same names stand for the real content.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from schema.site import Site
from site_builder.edge.inputs import inputs
from tests.browser import serve
from tests.miniature import ROOT as MINIATURE
from tests.workspace import ROOT, miniature

PREFIX = "stad/plan"


@dataclass(frozen=True)
class BuiltPage:
    """A page of the built site; `address` is where a server shows it."""

    address: str
    file: Path

    @cached_property
    def html(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.file.read_text(encoding="utf-8"))

    @cached_property
    def language(self) -> str:
        """The language that the page says it is in."""
        return str((self.html.css_first("html") or pytest.fail(self.address)).attributes["lang"])

    @cached_property
    def anchors(self) -> set[str]:
        return {str(node.attributes["id"]) for node in self.html.css("[id]")}


def build_site(folder: Path) -> None:
    """Build the real content strictly into a folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})


def pages_of(folder: Path) -> dict[str, BuiltPage]:
    """Every page of a built site by its address, but those that only lead on and that for missing addresses."""
    files = [file for file in sorted(folder.rglob("*.html")) if file.name != "404.html" and not leads_on(file)]
    pages = [BuiltPage(file.relative_to(folder).as_posix().removesuffix("index.html"), file) for file in files]
    return {page.address: page for page in pages}


def leads_on(file: Path) -> bool:
    """Tell whether a page is only there to lead from an old address to a new one."""
    return b'http-equiv="refresh"' in file.read_bytes()


def site_of(source: Path) -> Site:
    """What `site.yaml` says of the site that a folder of content is built into."""
    record = inputs(source, history=False).check().index.site
    assert record
    return record.value


def policy(folder: Path) -> dict[str, str]:
    """The headers that a server sends with every page: the policy that the build has written."""
    return {"Content-Security-Policy": (folder / "csp.txt").read_text(encoding="utf-8").strip()}


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that one of the workers has made for all of them; the others wait for it."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, ready = shared / name, shared / f"{name}.ready"
    with (shared / f"{name}.lid").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            ready.touch()
    return folder


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a built site below a sub-path and behind its own security policy."""
    with serve(site, prefix=PREFIX, headers=policy(site)) as base:
        yield base


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder with the content, to be read and not to be changed."""
    return MINIATURE


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A committed working copy of the miniature with its built site, which no test may change."""
    return made_once(tmp_path_factory, "miniature", _miniature)


@pytest.fixture(scope="session")
def site(source: Path) -> Path:
    """The folder of the built site."""
    return source / "site"


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the site on a real server."""
    with serving(site) as base:
        yield base


@pytest.fixture(scope="session")
def built(site: Path) -> dict[str, BuiltPage]:
    """Every page by its address."""
    return pages_of(site)


def _miniature(folder: Path) -> None:
    workspace = miniature(folder)
    workspace.commit()
    ran = workspace.run("site_builder", "site")
    assert ran.code == 0, ran.said
