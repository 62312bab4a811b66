"""`make mutate`: put faults into checks, meaning and export, and see how many the tests notice.

All faults take hours, so a sample is drawn: the same seed draws the same one. `mutmut` makes them in `mutants/`, beside
a copy of the code. The tests are run here, for each fault in a process of its own: what one test has worked out and
kept would hide the fault from the next. Snapshot tests are left out: they notice everything and say nothing.
"""

import argparse
import os
import random
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from tests.mutate.equivalent import is_equivalent
from tests.mutate.faults import fault_names, put_in, shown
from tests.mutate.run import Outcome, outcome

PATHS = ("site_builder/checks", "site_builder/meaning", "site_builder/export")
LEAST = 0.92


def main() -> int:
    """Draw a sample, run it, list the faults that nobody noticed; 1 if they are too many."""
    given = arguments()
    put_in(given.paths)
    names = fault_names(given.paths)
    drawn = random.Random(given.seed).sample(names, len(names))
    chosen = told_apart(drawn, given.sample or len(names))
    with ThreadPoolExecutor(os.cpu_count()) as several:
        outcomes = several.map(partial(outcome, tests=given.tests), chosen)
        found = dict(counted(chosen, outcomes))
    return told(found, len(names))


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(prog="make mutate", description=__doc__)
    parser.add_argument("paths", nargs="*", default=PATHS, help="folders or files of the code, separated by spaces")
    parser.add_argument("--sample", type=int, default=60, help="how many faults; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="*", help="run these files of tests and no others")
    return parser.parse_args()


def told_apart(names: Iterable[str], most: int) -> list[str]:
    """Return the first faults that change what the code does."""
    found: Iterator[str] = (name for name in names if not is_equivalent(name, shown(name)))
    return [name for name, _ in zip(found, range(most), strict=False)]


def counted(names: list[str], outcomes: Iterable[Outcome]) -> Iterator[tuple[str, Outcome]]:
    """Yield the outcomes as they come, and say so: it takes a while."""
    for name, found in zip(names, outcomes, strict=True):
        sys.stdout.write(f"{found.value}: {name}\n")
        sys.stdout.flush()
        yield name, found


def told(found: dict[str, Outcome], total: int) -> int:
    """Tell the outcome; return the exit code."""
    survivors = [name for name, what in found.items() if what is Outcome.SURVIVED]
    for name in survivors:
        sys.stdout.write(f"{name}\n{shown(name)}\n")
    killed, drawn = len(found) - len(survivors), max(1, len(found))
    sys.stdout.write(f"killed {killed}/{len(found)} ({killed / drawn:.0%}) of {total}; at least {LEAST:.0%} wanted\n")
    return int(killed < LEAST * drawn)


if __name__ == "__main__":
    sys.exit(main())
