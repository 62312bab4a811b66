"""Faults tried one by one, each on the tests that reach it, in a fork.

A fault in what importing the code calls has done its work before any fork, so it gets a process that has it from its
start. What a test notices counts only if the same tests, in the same order, notice nothing without the fault.
"""

import json
import os
import signal
import subprocess
import sys
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mutate.forks import Ended, forked
from tests.mutate.places import place
from tests.mutate.plugin import Tests
from tests.mutate.reach import TestFile

# The tests that reach a fault, by file, with the seconds that they take without it.
Plan = Mapping[str, Mapping[str, float]]

MISSED, NOTICED = 0, 1  # how the process of a fault ends
SPOILT = 2  # what was noticed is noticed without the fault, too
ENDLESS = -signal.SIGALRM
SLOWER, PATIENCE = 10, 10.0  # a test may take so many times what it did, and so many seconds, before it never ends
IMPORTED = "the code cannot be imported"  # what is told where no test was come to
LINES = 10  # about so many has a function: of programs that tests start only these are known
PLAN, RAN = "plan", "ran"  # files in the folder of a fork: what to run, and what was begun


@dataclass(frozen=True)
class Job:
    """A fault and the tests to run; or the same tests without it."""

    fault: str
    plan: Plan
    without: bool = False


def plans(faults: Sequence[str], files: Sequence[TestFile], early: Set[str]) -> dict[str, Plan]:
    """Return for each fault the tests that reach it, and in each file the quickest first.

    The first file is a quick one that reaches little else: it was written for this. What a function called early has
    worked out, any test may use.
    """
    found: dict[str, dict[str, dict[str, float]]] = {fault: {} for fault in faults}
    places, reach = {fault: place(fault) for fault in faults}, Counter[str]()
    about = {at.file for at in places.values()}
    for file in files:
        for test in sorted(file.usable, key=lambda test: test.seconds):
            functions, lines = {*early, *test.functions}, {path: set(test.lines.get(path, ())) for path in about}
            wide = sum(map(len, test.lines.values())) + LINES * len(test.functions)
            reach[file.path] = max(reach[file.path], wide)
            for fault, at in places.items():
                if at.function in functions or not at.lines.isdisjoint(lines.get(at.file, ())):
                    found[fault].setdefault(file.path, {})[test.id] = test.seconds

    def cost(item: tuple[str, Mapping[str, float]]) -> float:
        return reach[item[0]] * sum(item[1].values())

    return {fault: dict(sorted(plan.items(), key=cost)) for fault, plan in found.items()}


def tried(tests: Tests, plans: Mapping[str, Plan], early: Set[str], at_once: int) -> Iterator[tuple[str, int, str]]:
    """Try faults, those of some functions from the start; yield how each ended, and the test that was run last.

    Raises RuntimeError where a process ends in a way that tells nothing.
    """
    jobs, passed = deque(Job(fault, plan) for fault, plan in plans.items()), set[str]()

    def work(job: Job, folder: Path) -> int:
        if job.without:
            return run_plan(tests, job.plan, folder)
        os.environ["MUTANT_UNDER_TEST"] = job.fault
        if place(job.fault).function in early:
            return _from_start(job.plan, folder)
        return run_plan(tests, job.plan, folder)

    for ended in forked(jobs, work, at_once):
        job, code, ran = ended.job, ended.code, _ran(ended)
        if job.without:
            passed |= {str(job.plan)} if code == MISSED else set()
            code = NOTICED if code == MISSED else SPOILT
            if code == SPOILT and (rest := _after(plans[job.fault], job.plan)):
                jobs.appendleft(Job(job.fault, rest))
                continue
        elif code == NOTICED and ran and str(again := _cut(job.plan, ran)) not in passed:
            jobs.appendleft(Job(job.fault, again, without=True))
            continue
        none = IMPORTED if code == NOTICED else ""
        yield job.fault, code, next((test or path for path, test in reversed(ran)), none)


def _ran(ended: Ended[Job]) -> list[tuple[str, str]]:
    file = ended.folder / RAN
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    if ended.code not in (MISSED, NOTICED, ENDLESS):
        raise RuntimeError(f"{ended.job.fault} ended with {ended.code}, which tells nothing: {lines}")
    return [(path, test) for path, test in map(json.loads, lines)]


def _cut(plan: Plan, ran: Sequence[tuple[str, str]]) -> Plan:
    """Return the file that something was noticed in, with the tests until then."""
    last = ran[-1][0]
    return {last: {test: plan[last][test] for path, test in ran if path == last and test}}


def _after(plan: Plan, tried: Plan) -> Plan:
    """Return the files of a plan that come after the one that was tried."""
    paths = list(plan)
    return {path: plan[path] for path in paths[paths.index(next(iter(tried))) + 1 :]}


def run_plan(tests: Tests, plan: Plan, folder: Path) -> int:
    """Run the files of a plan until a test fails, each in a fork: what one leaves behind is not met by the next."""
    jobs = forked(deque(plan.items()), lambda file, within: _run_file(tests, *file, within), 1)
    with (folder / RAN).open("a", encoding="utf-8") as ran, closing(jobs):
        for ended in jobs:
            ran.write((ended.folder / RAN).read_text(encoding="utf-8"))
            if ended.code == ENDLESS:
                ran.flush()
                os.kill(os.getpid(), signal.SIGALRM)
            if ended.code != MISSED:
                return ended.code
    return MISSED


def _run_file(tests: Tests, path: str, seconds: Mapping[str, float], folder: Path) -> int:
    tests.write_into(folder)
    with (folder / RAN).open("a", encoding="utf-8", buffering=1) as ran:
        ran.write(json.dumps([path, ""]) + "\n")

        def longest(item: pytest.Item) -> float:
            ran.write(json.dumps([path, item.nodeid]) + "\n")  # before it is run: nobody knows how it ends
            return PATIENCE + SLOWER * seconds[item.nodeid]

        items = {item.nodeid: item for item in tests.read(path)}
        tests.run([items[test] for test in seconds if test in items], longest)
    return NOTICED if tests.failed else MISSED


def _from_start(plan: Plan, folder: Path) -> int:
    """Run a plan in a process that has the fault already when it imports the code; not to come so far is to notice."""
    (folder / PLAN).write_text(json.dumps(plan), encoding="utf-8")
    code = subprocess.run([sys.executable, "-m", "tests.mutate.driver", str(folder)], check=False).returncode
    if code == ENDLESS:
        os.kill(os.getpid(), signal.SIGALRM)
    return MISSED if code == MISSED else NOTICED
