"""What a test reaches, and what of that has a fault in it.

A test that runs no line of the statement that a fault is in does the same with it as without. Where a test starts a
program, only the functions that are called there are known: mutmut tells of them, where `stats` is the chosen fault.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from mutmut.mutation import trampoline

KEPT = Path("reached")  # in `mutants/`, where the tests are run
NOTED = Path("tests/mutate/noted").resolve()
FOLDERS = ("schema", "site_builder", "hooks", "docs", "content", "tests")  # what a test may use


@dataclass(frozen=True)
class Test:
    """A test: how many seconds it takes, which lines and functions it reaches, and why it is left out, if it is."""

    id: str
    seconds: float = 0
    lines: Mapping[str, list[int]] = field(default_factory=dict)
    functions: list[str] = field(default_factory=list)
    left_out: str = ""


@dataclass(frozen=True)
class TestFile:
    """A file of tests: the seconds until it is read, and its tests."""

    path: str
    seconds: float
    tests: list[Test]

    @property
    def usable(self) -> list[Test]:
        """Return the tests that can tell whether there is a fault."""
        return [test for test in self.tests if not test.left_out]


def listening(heard: Callable[[str], None]) -> None:
    """Tell of every call from now on."""

    def hit(name: str, caller: str | None = None) -> None:  # noqa: ARG001 - handed over by mutmut
        heard(name)

    os.environ["MUTANT_UNDER_TEST"] = "stats"
    trampoline.record_trampoline_hit = hit  # type: ignore[attr-defined]


def listening_in_programs(notes: Path) -> None:
    """Have programs that are started from now on write their calls into a file."""
    os.environ |= {"MUTANT_UNDER_TEST": "stats", "MUTATE_REACHED": str(notes), "PYTHONPATH": str(NOTED)}


def not_listening() -> None:
    """Tell of no call, and choose no fault."""
    os.environ.pop("MUTANT_UNDER_TEST", None)


def kept(path: str, key: str) -> TestFile | None:
    """Return what was found of a file of tests, if nothing has changed since."""
    place = _place(path)
    found = json.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}
    if found.pop("key", None) != key:
        return None
    return TestFile(**{**found, "tests": [Test(**test) for test in found["tests"]]})


def keep(found: TestFile, key: str) -> None:
    """Keep what was found of a file of tests."""
    KEPT.mkdir(exist_ok=True)
    _place(found.path).write_text(json.dumps({**asdict(found), "key": key}), encoding="utf-8")


def _place(path: str) -> Path:
    return KEPT / f"{Path(path).stem}.json"


def keys(paths: Iterable[str]) -> dict[str, str]:
    """Return a fingerprint of each file of tests, with all that it may use: the code, the data and the helpers."""
    common = hashlib.sha256()
    for file in sorted(_common_files()):
        common.update(file.as_posix().encode() + file.read_bytes())
    return {path: hashlib.sha256(common.digest() + Path(path).read_bytes()).hexdigest() for path in paths}


def _common_files() -> Iterator[Path]:
    for file in (file for folder in FOLDERS for file in Path(folder).rglob("*") if file.is_file()):
        is_of_tests = file.parent.name == "tests" and file.name.startswith("test_")
        is_made = file.parent.name == "__pycache__" or file.suffix in (".meta", ".spans")
        is_ours = file.is_relative_to("tests/mutate") or is_made
        if not is_of_tests and not is_ours:
            yield file
