"""The tests of a fault, in a process of their own."""

import os
import subprocess
import sys
from enum import Enum

from tests.mutate.faults import MUTANTS

# Who notices a fault in a folder: the tests that work in their own process, those most likely to notice it first.
TESTS = {
    "export": (
        "export_web export_plain export_tables export_follow_up export_background export_plans export_whole "
        "export_schemas"
    ),
    "meaning": (
        "meaning_connections meaning_duties meaning_graph meaning_targets meaning_time meaning_urls targets "
        "export_follow_up export_background export_plans lifetime render_validity cases pages render_background "
        "render_organizations render_plan"
    ),
    "checks": "told judged check_examples anchors cases inline findings",
}
NOT_RUN = "not snapshot and not browser and not rules and not bench"
# What compares models with models has no faults put in.
DESELECT = "--deselect=tests/test_export_whole.py::test_what_the_content_says_is_published"
PYTEST = ("-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", "--tb=no", "-m", NOT_RUN, DESELECT)
TIMEOUT = 900  # seconds; a crowded machine is slow, and a fault that is only slow is not noticed


class Outcome(Enum):
    """What became of a fault."""

    KILLED = "killed"
    SURVIVED = "survived"
    ENDLESS = "never ended"


def outcome(name: str, tests: list[str] | None = None) -> Outcome:
    """Run the tests of a fault until one notices it. One that never ends is noticed, too, and says so."""
    chosen = tests or [f"tests/test_{test}.py" for test in TESTS[name.split(".")[1]].split()]
    environment = {**os.environ, "MUTANT_UNDER_TEST": name, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *PYTEST, *chosen]
    try:
        done = subprocess.run(command, cwd=MUTANTS, env=environment, capture_output=True, check=False, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return Outcome.ENDLESS
    return Outcome.KILLED if done.returncode else Outcome.SURVIVED
