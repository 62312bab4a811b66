"""That the benchmark runs to its end, at its smallest size; how fast anything is, no test asks."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from site_builder.build import check
from site_builder.edge.compiled.beside import compiled_file
from site_builder.foundation.diagnostic import Severity
from tests.bench.building import Figures
from tests.bench.compare import differences, report
from tests.bench.copies import REAL, compile_program, copy_of, forget, forget_program
from tests.bench.measure import Cost
from tests.bench.plan import files
from tests.bench.scroll import ROWS as SCROLLED
from tests.bench.table import GROWN, ROWS, table
from tests.servers import COMMANDS
from tests.workspace import ROOT

PAGE = """<!doctype html><title>Insats</title><meta name="description" content="Om insatsen.">
<body><nav><a href="../">Start</a></nav><h2 id="fakta">Fakta</h2><p class="lead">Barn under 13\xa0år.</p>"""


@pytest.mark.parametrize("interventions", [17, 150, SCROLLED])
def test_made_up_content_passes_check(interventions: int) -> None:
    """Else nothing could be built of it. Chance put a category's own name into its text, at some sizes alone."""
    found = check(dict(files(interventions)), date(2026, 1, 15)).diagnostics
    assert not [item for item in found if item.severity is Severity.ERROR]


def test_a_cold_build_has_the_program_compiled_and_a_fresh_clone_has_nothing(tmp_path: Path) -> None:
    """Rows of the table differ by that alone; templates and schemas count with the modules."""
    root = copy_of("1", tmp_path / "copy").root
    compiled = root / "site_builder" / "__pycache__"
    templates = compiled / compiled_file().name
    templates.write_bytes(b"")
    made = {templates, *compiled.glob("build.*.pyc")}
    forget(root)
    assert made <= {*compiled.iterdir()}
    assert len(made) == 2
    forget_program(root)
    assert not list(root.rglob("__pycache__"))
    compile_program(root)
    assert {*compiled.iterdir()} >= made - {templates}


@pytest.mark.bench
@pytest.mark.skipif("CI" not in os.environ, reason="takes a minute; CI runs it")
def test_the_benchmark_runs_to_the_end_and_leaves_no_figure_out(tmp_path: Path) -> None:
    page = tmp_path / "benchmarks.md"
    command = [sys.executable, "-m", "tests.bench", "--sizes", "17", "--runs", "1", "--out", str(page)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=900)
    assert done.returncode == 0, done.stderr
    rows = [line.split(" | ") for line in page.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert [row[0].removeprefix("| ") for row in rows[2:]] == [row.words for row in ROWS]
    assert all(row[1] for row in rows[2:])


@pytest.mark.bench
@pytest.mark.browser
@pytest.mark.skipif("CI" not in os.environ, reason="takes a while; CI runs it")
def test_a_matrix_is_scrolled() -> None:
    assert "frames, median" in _run("scroll", "17")


@pytest.mark.bench
@pytest.mark.skipif("CI" not in os.environ, reason="takes a while; CI runs it")
def test_servers_are_loaded_and_a_site_is_like_itself(compressed: Path) -> None:
    """The other commands beside the benchmark, on a small site. Load needs `wrk`, which CI may not have."""
    site = str(compressed)
    assert _run("compare", site, site) == "No difference.\n"
    if not shutil.which("wrk"):
        pytest.skip("wrk is not installed")
    rows = _run("load", "1", site).splitlines()[2:]
    assert {row.split(" | ")[0] for row in rows} == {f"| {name}" for name in COMMANDS}


def _run(command: str, *arguments: str) -> str:
    line = [sys.executable, "-m", f"tests.bench.{command}", *arguments]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_figure_that_is_too_high_is_marked_and_so_is_steep_growth() -> None:
    def built(cpu: float, memory: int = 0, written: int = 10) -> Figures:
        return Figures({"site": Cost(cpu, cpu, memory, written), "stock": Cost(10, 10, 0, 0)}, {"text": 4.1})

    lines = table({"500": built(7.9), GROWN: built(98, 601_000_000, 100), REAL: built(8.1)}).splitlines()
    told = {row[0]: row[1:4] for row in (line.removeprefix("| ").split(" | ") for line in lines)}
    assert lines[0] == "|  | real | 500 | 5000 | must be |"
    assert told["**site / stock**"] == ["**0.81 ✗**", "0.79 ✓", "**9.80 ✗**"]
    assert told["`make serve`, save → page, a word in one intervention, s"] == ["**4.10 ✗**", "**4.10 ✗**", "4.10"]
    assert told["peak memory of `make site`, MB"] == ["0.00", "0.00", "**601 ✗**"]
    assert told["growth of `make site` 500 → 5000, exponent of CPU time"] == ["", "", "**1.09 ✗**"]
    assert told["growth of `make site` 500 → 5000, exponent of bytes"] == ["", "", "1.00 ✓"]


def test_what_two_pages_share_is_no_difference(tmp_path: Path) -> None:
    """Blanks between elements, and the fingerprints of files, are no reader's business."""
    old, new = _sites(tmp_path, PAGE, PAGE.replace("<h2", "\n  <h2"))
    for folder, mark in ((old, "3dd8a03cb2"), (new, "0000000000")):
        (folder / f"plan.{mark}.css").write_text("p { color: red }", encoding="utf-8")
    assert report(differences(old, new), most=9) == "No difference.\n"


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("13\xa0år", "13 år", {"text"}),
        ('id="fakta"', 'id="facts"', {"id"}),
        ("../", "../../", {"link"}),
        (">Start<", ">Hem<", {"link", "text"}),
        ("h2", "h3", {"heading", "element"}),
        ('class="lead"', 'class="note"', {"element"}),
        ("<nav>", '<nav lang="en">', {"attribute"}),
        (">Insats<", ">Plan<", {"title", "text"}),
        ("Om insatsen", "Om planen", {"description", "attribute"}),
    ],
)
def test_a_difference_is_told_by_its_kind(tmp_path: Path, before: str, after: str, kinds: set[str]) -> None:
    assert differences(*_sites(tmp_path, PAGE, PAGE.replace(before, after))).keys() == kinds


def test_a_page_that_is_gone_and_one_that_came_are_told(tmp_path: Path) -> None:
    old, new = _sites(tmp_path, PAGE, PAGE)
    (old / "index.html").rename(old / "start.html")
    assert differences(old, new)["file"].keys() == {("start.html", ""), ("", "index.html")}


def _sites(folder: Path, old: str, new: str) -> tuple[Path, Path]:
    for name, page in (("old", old), ("new", new)):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(page, encoding="utf-8")
    return folder / "old", folder / "new"
