"""Faults tried on the tests, and what became of each."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tests.mutate.faults import MUTANTS

LOG = MUTANTS / "driver.log"


class Outcome(Enum):
    """What became of a fault; the value is how its process ended."""

    SURVIVED = 0
    KILLED = 1
    SPOILT = 2  # what a test noticed, the same tests notice without the fault
    ENDLESS = -14  # the signal of the alarm


@dataclass(frozen=True)
class Found:
    """A fault, what became of it, and the test that was run last: it noticed, or was the last that did not, if any."""

    fault: str
    outcome: Outcome
    test: str


def all_tests() -> list[str]:
    """Return the files of tests of the code; those in `tests/goteborg` are of a content."""
    return sorted(file.relative_to(MUTANTS).as_posix() for file in (MUTANTS / "tests").glob("test_*.py"))


def found_of(faults: Sequence[str], tests: Sequence[str]) -> Iterator[Found]:
    """Try faults on the tests that reach them, and yield what became of each as it is known.

    Raises RuntimeError where the tests did not run as they should: every fault would seem noticed.
    """
    orders = json.dumps({"faults": faults, "tests": tests, "at_once": os.cpu_count() or 1})
    command = [sys.executable, "-m", "tests.mutate.driver"]
    # Compiled once, and not by every program that a test starts: with all faults in it the code is much longer.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with (
        LOG.open("w", encoding="utf-8") as log,
        subprocess.Popen(
            command,
            cwd=MUTANTS,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            encoding="utf-8",
        ) as driver,
    ):
        assert driver.stdin
        assert driver.stdout
        driver.stdin.write(orders)
        driver.stdin.close()
        for line in driver.stdout:
            yield from _read(json.loads(line))
    if driver.returncode:
        raise RuntimeError(f"{Path(LOG).read_text(encoding='utf-8')[-5000:]}\n(all of it: {LOG})")


def _read(answer: dict[str, object]) -> Iterator[Found]:
    match answer:
        case {"fault": str(fault), "code": int(code), "by": str(by)}:
            yield Found(fault, Outcome(code), by)
        case {"left_out": dict(left_out)}:
            why = ", ".join(f"{count} {why}" for why, count in Counter(left_out.values()).most_common())
            sys.stdout.write(f"tests left out: {why or 'none'}\n")
        case {"known": str(path)}:
            sys.stdout.write(f"what {path} reaches is known\n")
    sys.stdout.flush()
