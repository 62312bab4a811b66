"""That `make mutate` runs to its end, at its smallest; how many faults are noticed, it says itself."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutate import run
from tests.mutate.equivalent import EQUIVALENT, is_equivalent
from tests.mutate.run import TESTS, nearest_tests, outcome
from tests.workspace import ROOT

COMMAND = (
    "-m",
    "tests.mutate",
    "site_builder/export/web/png.py",
    "--sample",
    "3",
    "--tests",
    "tests/test_export_web.py",
)


@pytest.mark.bench
@pytest.mark.skipif("CI" not in os.environ, reason="makes every fault there can be; CI runs it")
def test_three_faults_are_put_in_and_noticed() -> None:
    done = subprocess.run(
        [sys.executable, *COMMAND], cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^killed 3/3 \(100%\) of \d+;", done.stdout, re.MULTILINE)


def test_the_nearest_tests_each_folder_exist() -> None:
    """A file that is gone would end every run with a fault, and each fault would seem noticed."""
    named = {name for names in TESTS.values() for name in names.split()}
    assert [name for name in sorted(named) if not (ROOT / f"tests/test_{name}.py").is_file()] == []


def test_a_fault_is_met_by_the_nearest_tests_the_nearest_folder() -> None:
    """Every folder with a line is there; a module elsewhere has the tests of the folder above."""
    assert [folder for folder in TESTS if not (ROOT / "site_builder" / folder).is_dir()] == []
    assert nearest_tests("site_builder.export.sheets.about.x_f__mutmut_1") == TESTS["export/sheets"].split()
    assert nearest_tests("site_builder.export.plain.x_f__mutmut_1") == TESTS["export"].split()
    assert nearest_tests("site_builder.checks.texts.told.x_f__mutmut_1") == TESTS["checks"].split()


def test_tests_that_did_not_run_notice_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of tests that is not there is no fault that was noticed."""
    monkeypatch.setattr(run, "MUTANTS", tmp_path)
    with pytest.raises(RuntimeError):
        outcome("site_builder.export.plain.x_f__mutmut_1", ["tests/test_none.py"])


def test_a_fault_that_changes_nothing_is_of_a_module_that_exists() -> None:
    for module, faults in EQUIVALENT.items():
        assert Path(ROOT, *module.split(".")).with_suffix(".py").is_file()
        for line, reason in faults.items():
            assert reason
            assert is_equivalent(f"{module}.x_name__mutmut_1", f"-    before\n+    {line}")
            assert not is_equivalent(f"{module}.x_name__mutmut_1", f"-    {line}\n+    after")
