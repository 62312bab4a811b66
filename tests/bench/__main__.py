"""`python -m tests.bench`: what checking and building cost, beside plain MkDocs and beside the floor, in one table.

Made-up contents of 17, 500 and 2000 interventions (`--sizes 17,500` for others) are written to temporary folders in the
real layout. For each, four commands run in fresh processes, in alternating order and on a warm file cache:

    check          python -m site_builder check
    site           python -m site_builder site: the real build, with the hook
    plain MkDocs   mkdocs build of the exported pages on disk, with the same theme, extensions and navigation, no hook
    floor          libyaml on the same YAML, Python-Markdown on the same pages, and writing; see `floor`

CPU seconds are user and system time of the process, memory is its peak, both from wait4; bytes are what lies in the
output folder afterwards. Small contents are measured five times, others twice; the figures are medians. A ratio is the
quotient of CPU seconds, with its target beside it. No test measures time: the figures depend on the machine.
"""

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import Cost, measure, typical
from tests.bench.plain import plain_project
from tests.bench.plan import files
from tests.bench.table import table
from tests.workspace import ROOT, Workspace, with_texts

SIZES = (17, 500, 2000)


@dataclass(frozen=True)
class Way:
    """A command, where it runs, and the folder that it writes if it writes one."""

    command: tuple[str, ...]
    folder: Path
    output: Path | None = None


def main() -> None:
    """Measure every size and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of interventions, with commas")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    costs = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            costs[size] = _costs(Path(folder), size)
    sys.stdout.write(table(costs))


def _costs(folder: Path, size: int) -> dict[str, Cost]:
    workspace = with_texts(folder / "copy", files(size))
    workspace.commit()
    exported = folder / "exported"
    measure((sys.executable, "-m", "site_builder", "export", str(exported)), workspace.root, None, workspace.variables)
    plain_project(workspace.root, exported, folder / "plain")
    ways = _ways(folder)
    found: dict[str, list[Cost]] = {way: [] for way in ways}
    for turn in range(5 if size <= 100 else 2):
        for way in ways if turn % 2 else reversed(ways):
            sys.stderr.write(f"{size}: {way}\n")
            found[way].append(_measure(ways[way], workspace))
    return {way: typical(costs) for way, costs in found.items()}


def _ways(folder: Path) -> dict[str, Way]:
    copy, plain, floor = folder / "copy", folder / "plain", folder / "floor"
    python = (sys.executable, "-m")
    arguments = (copy / "content", plain / "docs", plain / "mkdocs.yml", floor)
    return {
        "check": Way((*python, "site_builder", "check"), copy),
        "site": Way((*python, "site_builder", "site"), copy, copy / "site"),
        "plain": Way((*python, "mkdocs", "build", "--strict", "--quiet"), plain, plain / "site"),
        "floor": Way((*python, "tests.bench.floor", *map(str, arguments)), ROOT, floor),
    }


def _measure(way: Way, workspace: Workspace) -> Cost:
    """Measure a way from the start, without what an earlier turn left."""
    if way.output:
        shutil.rmtree(way.output, ignore_errors=True)
    return measure(way.command, way.folder, way.output, workspace.variables)


if __name__ == "__main__":
    main()
