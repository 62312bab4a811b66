"""`python -m tests.bench`: what the generator costs, beside stock MkDocs and beside the floor, in one table.

Measured are the repository's own content (`real`) and made-up contents of 17, 500 and 2000 interventions, written to
temporary folders in the real layout. `--sizes real,17` takes others; `--growth` also builds 5000, once, and says how
the cost grows from 500.

    first site     the command line in a fresh clone: modules are compiled by Python, templates and schemas by the build
    check, site    with nothing remembered of any content and the program compiled; and again, with what that left
    second site    after a word in one intervention was changed, and after the name of the body that most texts name
    stock          mkdocs build of the exported pages by MkDocs and Material as they come; see `stock`
    floor          the least that such a program must do; see `floor`
    serve          the seconds from a real save until a real request gets the new page, or all of it; see `serving`

Every command runs in fresh processes, in alternating order, and all files lie in memory where there is a folder for it
(TMPDIR names another): on ext4 files are made ten times as slowly for minutes after others were deleted, which was a
quarter of what a build after a build cost, of ours as of stock MkDocs. CPU seconds are user and system time, with that
of worker processes. Small contents are measured five times, others twice (`--runs` for another number);
the figures are medians. A whole run writes `docs/dev/benchmarks.md`, a smaller one only where `--out` says.
No test measures time: the figures depend on the machine.
"""

import argparse
import os
import platform
import shutil
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from tests.bench.building import Bench, Figures
from tests.bench.copies import REAL
from tests.bench.table import GROWN, table
from tests.workspace import ROOT

MEMORY, ROOM = Path("/dev/shm"), 4 << 30
SIZES = (REAL, "17", "500", "2000")
PAGE = ROOT / "docs" / "dev" / "benchmarks.md"
HEADER = """\
# Benchmarks

Written by `make bench`{growth}; what each row means stands in `tests/bench/__main__.py`. Columns are contents: the
repository's own, and made-up ones by their number of interventions. A figure that must be lower is marked ✗.

*Nothing remembered* is nothing of any content: the program is compiled, its templates and schemas as its modules are
([decision 44](decisions/0044-what-follows-from-the-program.md)). What it costs to compile all of it is in the row of a
fresh clone; libraries are compiled when they are installed.

Measured with {cores} cores, Python {python}, MkDocs {mkdocs}, Material {material}, Python-Markdown {markdown}.

"""


def main() -> None:
    """Measure every size, print the table, and write it."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", default=",".join(SIZES), help="real, or numbers of interventions, with commas")
    parser.add_argument("--growth", action="store_true", help=f"also build {GROWN} interventions, once")
    parser.add_argument("--runs", type=int, help="how often everything is measured")
    parser.add_argument("--out", type=Path, help="the page to write")
    arguments = parser.parse_args()
    sizes = tuple(arguments.sizes.split(","))
    found = {size: _measured(size, arguments.runs or (5 if _is_small(size) else 2)) for size in sizes}
    if arguments.growth:
        found[GROWN] = _measured(GROWN, 1, only_site=True)
    page = _page(table(found), growth=arguments.growth)
    sys.stdout.write(page)
    if out := arguments.out or (PAGE if set(SIZES) <= set(sizes) else None):
        out.write_text(page, encoding="utf-8")


def _is_small(size: str) -> bool:
    return size == REAL or int(size) <= 100


def _measured(size: str, runs: int, *, only_site: bool = False) -> Figures:
    with tempfile.TemporaryDirectory(dir=_in_memory()) as folder:
        bench = Bench(size, Path(folder))
        return bench.only_site(runs) if only_site else bench.all_figures(runs)


def _in_memory() -> Path | None:
    """Return the folder of files in memory, None where there is none with room, or somebody has named another."""
    has_room = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if has_room and "TMPDIR" not in os.environ else None


def _page(rows: str, *, growth: bool) -> str:
    head = HEADER.format(
        growth=" with `GROWTH=1`" if growth else "",
        cores=os.cpu_count(),
        python=platform.python_version(),
        mkdocs=version("mkdocs"),
        material=version("mkdocs-material"),
        markdown=version("markdown"),
    )
    return head + rows


if __name__ == "__main__":
    main()
