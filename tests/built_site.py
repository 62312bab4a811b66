"""The real content as a real site, built once for the whole run: its files, its pages, and its address on a server.

pyproject.toml makes it a pytest plugin, so that every test module can ask for `site`, `built` and `served`.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.browser import serve

ROOT = Path(__file__).resolve().parent.parent
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
    def anchors(self) -> set[str]:
        return {str(node.attributes["id"]) for node in self.html.css("[id]")}


def build_site(folder: Path) -> None:
    """Build the real content strictly into a folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})


def pages_of(folder: Path) -> dict[str, BuiltPage]:
    """Every page of a built site by its address. The page for missing addresses is not one of them."""
    files = [file for file in sorted(folder.rglob("*.html")) if file.name != "404.html"]
    pages = [BuiltPage(file.relative_to(folder).as_posix().removesuffix("index.html"), file) for file in files]
    return {page.address: page for page in pages}


def policy(folder: Path) -> dict[str, str]:
    """The headers that a server sends with every page: the policy that the build has written."""
    return {"Content-Security-Policy": (folder / "csp.txt").read_text(encoding="utf-8").strip()}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content, built by `mkdocs build --strict` into a folder of its own."""
    folder = tmp_path_factory.mktemp("site") / "site"
    build_site(folder)
    return folder


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the site on a real server, below a sub-path and behind its own security policy."""
    with serve(site, prefix=PREFIX, headers=policy(site)) as base:
        yield base


@pytest.fixture(scope="session")
def built(site: Path) -> dict[str, BuiltPage]:
    """Every page by its address."""
    return pages_of(site)
