"""What each test reaches, found by running it alone, in a fork: what one has worked out, the next one does, too."""

import json
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest
from coverage import Coverage

from tests.mutate import reach
from tests.mutate.faults import PATHS
from tests.mutate.forks import Ended, forked
from tests.mutate.plugin import READING, Tests
from tests.mutate.reach import Test, TestFile

BUILT_SITE = {"source", "compressed"}  # what a whole site is built for: too slow for each fault
MADE_ONCE = {"made"}  # what a file makes once for its tests: PDF files take longer than a test may
LONGEST = 5.0  # seconds that one test may work; one that takes longer is left out
NOTES, SHARED = "notes", "shared"  # files: the functions that programs called, the seconds that what is shared took
AT_ALL = 30.0  # seconds until it has to be done: others work on the same machine, and it may wait for programs


def known(tests: Tests, paths: Sequence[str], at_once: int, told: Callable[[str], None]) -> list[TestFile]:
    """Return what is known of each file of tests; of those that have changed it is found out."""
    keys = reach.keys(paths)
    missing = [path for path in paths if reach.kept(path, keys[path]) is None]
    for ended in forked(deque(missing), partial(_file, tests), at_once):
        reach.keep(_found(ended), keys[ended.job])
        told(ended.job)
    return [found for path in paths if (found := reach.kept(path, keys[path]))]


def _found(ended: Ended[str]) -> TestFile:
    if ended.code:
        return TestFile(ended.job, 0, [Test(ended.job, left_out="cannot be read in the copy")])
    lines = (ended.folder / "tests").read_text(encoding="utf-8").splitlines()
    seconds = float((ended.folder / "seconds").read_text(encoding="utf-8"))
    return TestFile(ended.job, seconds, [Test(**json.loads(line)) for line in lines])


def _file(tests: Tests, path: str, folder: Path) -> int:
    begun = time.perf_counter()
    coverage = Coverage(data_file=None, include=[f"{path}/*" for path in PATHS], config_file=False)
    coverage.set_option("run:disable_warnings", ["no-data-collected"])  # a test may reach nothing
    coverage.start()  # what reading the file reaches, each of its tests does
    items = tests.read(path)
    if not tests.failed:
        _share(tests, items, folder)
    (folder / "seconds").write_text(str(time.perf_counter() - begun), encoding="utf-8")
    with (folder / "tests").open("w", encoding="utf-8") as file:
        for ended in forked(deque(items), partial(_test, tests, coverage, folder), 1):
            test = ended.folder / "test"
            why = "too slow" if ended.code in (-signal.SIGALRM, -signal.SIGPROF) else "ends its process"
            left_out = json.dumps(asdict(Test(ended.job.nodeid, left_out=why)))
            file.write((test.read_text(encoding="utf-8") if test.is_file() else left_out) + "\n")
    return len(tests.failed)


def _share(tests: Tests, items: Sequence[pytest.Item], folder: Path) -> None:
    """Run the first test that uses what is made once, before any fork: what it reaches, each test of the file does."""
    users = [item for item in items if MADE_ONCE & set(getattr(item, "fixturenames", ()))]
    if users[1:]:
        begun = time.perf_counter()
        tests.write_into(folder)
        reach.listening_in_programs(folder / NOTES)
        tests.run(users[:1], lambda _: READING, users[1])
        tests.failed.clear()
        tests.passed.clear()
        (folder / SHARED).write_text(str(time.perf_counter() - begun), encoding="utf-8")


def _test(tests: Tests, coverage: Coverage, shared: Path, item: pytest.Item, folder: Path) -> int:
    if BUILT_SITE & set(getattr(item, "fixturenames", ())):
        found = Test(item.nodeid, left_out="a site is built for it")
    else:
        found = _alone(tests, coverage, item, folder, shared)
    (folder / "test").write_text(json.dumps(asdict(found)), encoding="utf-8")
    return os.EX_OK


def _alone(tests: Tests, coverage: Coverage, item: pytest.Item, folder: Path, shared: Path) -> Test:
    notes, begun = folder / NOTES, time.perf_counter()
    reach.listening_in_programs(notes)
    tests.write_into(folder)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    tests.run([item], lambda _: AT_ALL)
    signal.setitimer(signal.ITIMER_PROF, 0)
    seconds, data = time.perf_counter() - begun, coverage.get_data()
    lines = {os.path.relpath(file): sorted(data.lines(file) or ()) for file in data.measured_files()}
    functions = [name for file in (notes, shared / NOTES) for name in _read(file).split()]
    seconds += float(_read(shared / SHARED) or 0)
    left_out = "fails without a fault" if tests.failed else "" if tests.passed else "skipped"
    return Test(item.nodeid, seconds, lines, functions, left_out)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
