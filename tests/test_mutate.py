"""`make mutate`, tried on a program of five lines; how many faults the tests notice in ours, it says itself."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutate.equivalent import EQUIVALENT, is_equivalent
from tests.workspace import ROOT, Ran

SMALLEST = ("site_builder/export/web/png.py", "--sample", "3", "--tests", "tests/test_export_web.py")
CODE = """
from msgspec import Struct
def greater(one: int, other: int) -> int:
    return one if one > other else other

def forgotten(number: int) -> int:
    return number + 1

def down(number: int) -> int:
    while number > 0:
        number -= 1
    return number

def doubled(number: int) -> int:
    return number * 2

EIGHT = doubled(4)

class Counted(Struct, frozen=True):
    number: int

    def next(self) -> int:
        return self.number + 1
"""
TESTS = """
from functools import cache
from site_builder.checks.few import EIGHT, Counted, down, greater

@cache
def remembered():
    return greater(2, 1)

WHEN_READ = greater(1, 2)

def test_remembered(): assert remembered() == 2
def test_remembered_still(): assert remembered() == 2
def test_read(): assert WHEN_READ == 2
def test_imported(): assert EIGHT == 8
def test_ended(): assert down(1) == 0
def test_fields(): assert Counted.__struct_fields__ == ("number",)
def test_counted(): assert Counted(1).next() == 2
"""
SPOILT = """
from site_builder.checks.few import greater

ran = []

def alone():
    ran.append(greater(1, 2))
    assert len(ran) == 1

test_one = test_other = alone
"""
SLOWER = """
import time
from site_builder.checks.few import greater

def test_greater():
    time.sleep(0.5)
    assert greater(2, 1) == 2
"""
SHARED = """
import time
import pytest
from site_builder.checks.few import greater

@pytest.fixture(scope="module")
def made():
    end = time.process_time() + 1
    while time.process_time() < end: pass
    return 2

def test_one(made): assert made
def test_other(made): assert greater(made, 1) == 2
"""
FEW = "site_builder.checks.few.x"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that faults are put into, and its tests."""
    shutil.copytree(ROOT / "tests/mutate", tmp_path / "tests/mutate", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("checks", "meaning", "export"):
        (tmp_path / "site_builder" / folder).mkdir(parents=True)
        (tmp_path / "site_builder" / folder / "__init__.py").touch()
    (tmp_path / "tests/mutate/ready.py").write_text("def make_ready(): pass\n", encoding="utf-8")
    trying = tmp_path / "tests/mutate/trying.py"
    trying.write_text(trying.read_text(encoding="utf-8").replace("10, 10.0", "10, 1.0"), encoding="utf-8")
    (tmp_path / "site_builder/__init__.py").touch()
    (tmp_path / "site_builder/checks/few.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "tests/test_few.py").write_text(TESTS, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.mutmut]\nsource_paths = ["site_builder"]\n', encoding="utf-8")
    return tmp_path


def mutate(folder: Path, *arguments: str) -> Ran:
    done = subprocess.run(
        [sys.executable, "-m", "tests.mutate", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=900,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def outcomes(ran: Ran) -> dict[str, str]:
    """Return what became of each fault, and by which test, as it is said."""
    found = re.findall(r"^(killed|survived|spoilt|endless): (\S+) \((?:.*::test_)?(.+)\)$", ran.out, re.MULTILINE)
    return {
        fault.removeprefix(FEW).strip("_").replace("__mutmut", ""): f"{outcome}: {test}"
        for outcome, fault, test in found
    }


def test_a_fault_is_noticed_whenever_it_does_its_work(program: Path) -> None:
    """In a test, in what tests remember, when they are read or when the code is imported: nothing hides it."""
    ran = mutate(program, "--sample", "0")
    found = outcomes(ran)
    assert found.pop("greater_1").startswith("killed: remembered")  # < for >
    assert found.pop("greater_3").startswith("survived")  # >= for > changes nothing
    assert found == {
        "greater_2": "killed: read",  # always the first
        "forgotten_1": "survived: reached by no test",
        "forgotten_2": "survived: reached by no test",
        "down_1": "killed: ended",
        "down_2": "killed: ended",
        "down_3": "endless: ended",  # = 1 for -= 1
        "down_4": "endless: ended",  # += 1
        "down_5": "killed: ended",
        "doubled_1": "killed: imported",
        "doubled_2": "killed: imported",
        "ǁCountedǁnext_1": "killed: counted",  # what mutmut puts into a class is no field of it
        "ǁCountedǁnext_2": "killed: counted",
    }
    assert ran.code == 1
    assert "killed 11/14 (79%) of 14;" in ran.out


def test_a_fault_with_which_the_code_cannot_be_imported_is_noticed(program: Path) -> None:
    """Though no test is run: what all tests share imports it."""
    code = 'def begun() -> int:\n    return {"a": 8}["a"]\n\n\nEIGHT = begun()\n'
    (program / "site_builder/checks/begun.py").write_text(code, encoding="utf-8")
    (program / "tests/conftest.py").write_text("from site_builder.checks.begun import EIGHT\n", encoding="utf-8")
    ran = mutate(program, "site_builder/checks/begun.py", "--sample", "0")
    told = re.findall(r"^(\w+): \S+ \((.*)\)$", ran.out, re.MULTILINE)
    assert len(told) == 5, ran.said
    assert told.count(("killed", "the code cannot be imported")) == 4, ran.said


def test_a_test_that_fails_without_a_fault_is_left_out(program: Path) -> None:
    tests = program / "tests/test_few.py"
    tests.write_text(tests.read_text(encoding="utf-8").replace("== 8", "== 9"), encoding="utf-8")
    ran = mutate(program, f"{FEW}_doubled__mutmut_1")
    assert outcomes(ran)["doubled_1"].startswith("survived")
    assert "tests left out: 1 fails without a fault" in ran.out


def test_tests_that_spoil_each_other_notice_nothing(program: Path) -> None:
    (program / "tests/test_few.py").write_text(SPOILT, encoding="utf-8")
    ran = mutate(program, f"{FEW}_greater__mutmut_3")
    assert outcomes(ran)["greater_3"].startswith("spoilt")
    assert "killed 0/1" in ran.out


def test_what_one_file_spoils_the_next_may_notice(program: Path) -> None:
    (program / "tests/test_few.py").write_text(SPOILT, encoding="utf-8")
    (program / "tests/test_slower.py").write_text(SLOWER, encoding="utf-8")
    ran = mutate(program, f"{FEW}_greater__mutmut_1")
    assert outcomes(ran)["greater_1"] == "killed: greater"


def test_what_a_file_makes_once_is_not_counted_for_each_of_its_tests(program: Path) -> None:
    """It may take longer than a test may."""
    reached = program / "tests/mutate/reached.py"
    reached.write_text(reached.read_text(encoding="utf-8").replace("LONGEST = 5.0", "LONGEST = 0.5"), encoding="utf-8")
    (program / "tests/test_few.py").write_text(SHARED, encoding="utf-8")
    ran = mutate(program, f"{FEW}_greater__mutmut_1")
    assert outcomes(ran)["greater_1"] == "killed: other"
    assert "tests left out: none" in ran.out


def test_where_no_test_can_be_run_nothing_is_told(program: Path) -> None:
    """Not even with 1, which says that too few faults were noticed."""
    (program / "tests/test_few.py").write_text("import what_is_not_there", encoding="utf-8")
    ran = mutate(program, f"{FEW}_greater__mutmut_3")
    assert ran.code == 2
    assert outcomes(ran) == {}


@pytest.mark.bench
@pytest.mark.skipif("CI" not in os.environ, reason="makes every fault there can be; CI runs it")
def test_three_faults_are_put_in_and_noticed() -> None:
    ran = mutate(ROOT, *SMALLEST)
    assert ran.code == 0, ran.said
    assert re.search(r"^killed 3/3 \(100%\) of \d+;", ran.out, re.MULTILINE)


def test_a_fault_that_changes_nothing_is_of_a_module_that_exists() -> None:
    for module, faults in EQUIVALENT.items():
        assert Path(ROOT, *module.split(".")).with_suffix(".py").is_file()
        for line, reason in faults.items():
            assert reason
            assert is_equivalent(f"{module}.x_name__mutmut_1", f"-    before\n+    {line}")
            assert not is_equivalent(f"{module}.x_name__mutmut_1", f"-    {line}\n+    after")
