"""`make mutate`: put faults into checks, meaning and export, and see how many the tests notice.

All faults take hours, so a sample is drawn: the same seed draws the same one. `mutmut` makes them in `mutants/`, with a
copy of the code, and remembers which tests run which function; the settings stand in `pyproject.toml`.
"""

import argparse
import json
import random
import subprocess
import sys
from pathlib import Path

from mutmut.stats import status_by_exit_code

MUTANTS = Path("mutants")
PATHS = ("site_builder/checks", "site_builder/meaning", "site_builder/export")
NOTICED = ("killed", "timeout", "segfault")
LEAST = 0.92
NO_SUCH = "none"  # mutmut only makes its mutants on the way to running some; of this name there are none


def main() -> int:
    """Draw a sample, run it, list the faults that nobody noticed; 1 if they are too many."""
    parser = argparse.ArgumentParser(prog="make mutate", description=__doc__)
    parser.add_argument("paths", nargs="*", default=PATHS, help="folders or files of the code, separated by spaces")
    parser.add_argument("--sample", type=int, default=60, help="how many faults; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    run([NO_SUCH])
    names = sorted(results(given.paths))
    chosen = random.Random(given.seed).sample(names, given.sample) if 0 < given.sample < len(names) else names
    run(chosen)
    return told({name: status_by_exit_code[results(given.paths)[name]] for name in chosen}, len(names))


def run(names: list[str]) -> None:
    """Let mutmut run these mutants."""
    subprocess.run([sys.executable, "-m", "mutmut", "run", *names], check=False)


def results(paths: list[str]) -> dict[str, int | None]:
    """Return the exit code of the tests by the name of each mutant below some paths, None where it has not been run."""
    found: dict[str, int | None] = {}
    for path in paths:
        place = MUTANTS / path
        for file in [*place.rglob("*.meta"), *place.parent.glob(f"{place.name}.meta")]:
            found |= json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def told(status: dict[str, str], total: int) -> int:
    """Tell the outcome; return the exit code."""
    survivors = [name for name, outcome in status.items() if outcome not in NOTICED]
    share = 1 - len(survivors) / max(1, len(status))
    lines = [f"{status[name]}: python -m mutmut show {name}" for name in survivors]
    lines.append(f"{share:.0%} of {len(status)} faults noticed ({total} could be put in); at least {LEAST:.0%} wanted")
    sys.stdout.write("\n".join(lines) + "\n")
    return int(share < LEAST)


if __name__ == "__main__":
    sys.exit(main())
