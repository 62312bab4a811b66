"""`make mutate`: put faults into checks, meaning and export, and see how many the tests notice.

All faults take hours, so a sample is drawn: the same seed draws the same one. `mutmut` makes them in `mutants/`, beside
a copy of the code, and the tests are run from there; which tests reach a fault is found once and kept until something
changes (decision 43). Snapshot tests are left out: they notice everything and say nothing.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Iterator

from tests.mutate.equivalent import is_equivalent
from tests.mutate.faults import PATHS, fault_names, put_in, shown
from tests.mutate.run import Found, Outcome, all_tests, found_of

LEAST = 0.92


def main() -> int:
    """Draw a sample, run it, list the faults that nobody noticed; 1 if they are too many, 2 if no test can tell."""
    given = arguments()
    put_in()
    names = fault_names(given.paths)
    drawn = random.Random(given.seed).sample(names, len(names))
    chosen = told_apart(drawn, given.sample or len(names))
    try:
        found = list(said(found_of(chosen, given.tests or all_tests())))
    except RuntimeError as why:
        sys.stderr.write(f"{why}\n")
        return 2
    return told(found, len(names))


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(prog="make mutate", description=__doc__)
    parser.add_argument("paths", nargs="*", default=PATHS, help="folders or files of the code, or names of faults")
    parser.add_argument("--sample", type=int, default=60, help="how many faults; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="*", help="run these files of tests and no others")
    return parser.parse_args()


def told_apart(names: Iterable[str], most: int) -> list[str]:
    """Return the first faults that change what the code does."""
    found: Iterator[str] = (name for name in names if not is_equivalent(name, shown(name)))
    return [name for _, name in zip(range(most), found, strict=False)]


def said(outcomes: Iterable[Found]) -> Iterator[Found]:
    """Say what became of each fault as it is known: it takes a while."""
    for found in outcomes:
        sys.stdout.write(f"{found.outcome.name.lower()}: {found.fault} ({found.test or 'reached by no test'})\n")
        sys.stdout.flush()
        yield found


def told(found: list[Found], total: int) -> int:
    """Tell the outcome; return the exit code."""
    survivors = [one for one in found if one.outcome in (Outcome.SURVIVED, Outcome.SPOILT)]
    for one in survivors:
        sys.stdout.write(f"{one.fault} ({one.test or 'reached by no test'})\n{shown(one.fault)}\n")
    killed, drawn = len(found) - len(survivors), max(1, len(found))
    sys.stdout.write(f"killed {killed}/{len(found)} ({killed / drawn:.0%}) of {total}; at least {LEAST:.0%} wanted\n")
    return int(killed < LEAST * drawn)


if __name__ == "__main__":
    sys.exit(main())
