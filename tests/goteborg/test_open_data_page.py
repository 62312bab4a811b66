"""The hand-written page of open data describes what is published, and its examples work."""

import json
import re
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.built import Build
from site_builder.edge.inputs import inputs
from tests.browser import serve
from tests.built_site import site_of
from tests.workspace import ROOT


def told() -> str:
    """The page as it is written, read when it is asked for: another municipality may have none."""
    return (ROOT / "docs/oppna-data.md").read_text("utf-8")


@pytest.fixture(scope="module")
def made() -> Build:
    return inputs(ROOT, history=False).build()


@pytest.fixture(scope="module")
def data(made: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published data in a folder, as a server has it."""
    folder = tmp_path_factory.mktemp("data")
    for item in made.artifacts:
        if item.path.startswith("data/"):
            (folder / item.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / item.path).write_bytes(item.data)
    return folder


def example(language: str, address: str) -> str:
    """The example of the page in a language, asking a server on this machine."""
    (code,) = re.findall(rf"^```{language}\n(.*?)^```$", told(), re.MULTILINE | re.DOTALL)
    home = site_of(ROOT).url
    assert home in code
    return str(code).replace(home, address)


def test_every_file_is_described(made: Build) -> None:
    """It leads to every published file."""
    text = told()
    paths = [item.path for item in made.artifacts if item.path.startswith("data/")]
    assert [path for path in paths if f"]({path})" not in text] == []


def test_the_page_tells_search_engines_of_every_dataset(site: Path) -> None:
    """As the build describes them, in the one block of data that the page has; no other page has any."""

    def kinds(page: str) -> list[str]:
        (script,) = LexborHTMLParser((site / page).read_text("utf-8")).css("script[type='application/ld+json']")
        return [item["@type"] for item in json.loads(script.text())["@graph"]]

    assert kinds("oppna-data/index.html").count("Dataset") == 11
    assert "Dataset" not in kinds("index.html")


def test_the_example_in_python_works(data: Path) -> None:
    """It prints a line for each row of the table, whole."""
    with serve(data) as address:
        code = example("python", address)
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, encoding="utf-8")
    rows = (data / "data/v1/comma/responsibilities.csv").read_bytes().count(b"\r\n") - 1
    assert len(ran.stdout.splitlines()) == rows
    assert all(line.endswith(("coordinating", "responsible", "contributing")) for line in ran.stdout.splitlines())


@pytest.mark.skipif(not which("curl"), reason="there is no curl")
def test_the_example_with_curl_works(data: Path, tmp_path: Path) -> None:
    """It leaves the file, as it is published, where one stands."""
    with serve(data) as address:
        command = example("sh", address).split()
        subprocess.run([*command, "--silent", "--show-error"], cwd=tmp_path, check=True)
    assert (tmp_path / "plans.json").read_bytes() == (data / "data/v1/plans.json").read_bytes()


@pytest.mark.skipif(not which("Rscript"), reason="there is no R")
def test_the_example_in_r_works(data: Path) -> None:
    """It counts every row of the table."""
    with serve(data) as address:
        code = f"{example('r', address)}\ncat(nrow(ansvar))"
        ran = subprocess.run(["Rscript", "-e", code], capture_output=True, check=True, text=True, encoding="utf-8")
    rows = (data / "data/v1/comma/responsibilities.csv").read_bytes().count(b"\r\n") - 1
    assert ran.stdout.endswith(str(rows))
