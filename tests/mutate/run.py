"""The tests of a fault, in a process of their own."""

import os
import subprocess
import sys
from enum import Enum

from tests.mutate.faults import MUTANTS

# Who notices a fault in a folder: the tests written for it, quick and likely ones first. A folder without a line has
# that of the one above. Tests that run the program in a working copy meet the fault there, too: its code and the name
# of the fault go with it. They are slow, so they stand last.
TESTS = {
    "export": "export_plain markdown_page export_whole export_tables export_schemas csvw catalog_told export_plans",
    "export/archive": "archive_told archive",
    "export/catalog": "catalog_told catalog",
    "export/contract": "export_whole export_tables export_follow_up export_background export_plans export_schemas",
    "export/editor": "editor_choices editor_help",
    "export/pdf": "pdf_styles pdf papers",
    "export/plans": (
        "export_values export_validity export_whole export_follow_up export_background export_tables export_plans"
    ),
    "export/sheets": "sheet_layout data_sheets form_sheets forms_of_reports",
    "export/tables": "export_tables export_follow_up export_background csvw export_plans",
    "export/web": "export_web redirects web_files",
    "meaning": (
        "meaning_missing meaning_connections meaning_duties meaning_graph meaning_targets meaning_time meaning_urls "
        "targets lifetime render_validity export_follow_up export_background export_plans render_background "
        "render_organizations render_plan cases pages"
    ),
    "meaning/names": "meaning_missing meaning_targets short_names former_names targets anchors cases pages",
    "meaning/pages": (
        "meaning_graph render_validity render_background render_organizations render_plan former_names redirects pages"
    ),
    "meaning/plans": "meaning_time lifetime render_validity current_plan next_plan pages",
    "meaning/reports": (
        "meaning_time follow_up_states export_follow_up own_and_group_duties render_follow_up render_organizations "
        "former_names lifetime cases forms_of_reports"
    ),
    "checks": "told judged anchors inline findings cases waivers check_examples",
    "checks/names": "anchors former_names short_names cases slips check_examples",
    "checks/pages": "dead_links cases check_examples",
    "checks/plans": "lifetime cases next_plan check_examples",
    "checks/reports": "former_names follow_up_states cases locks_in_history check_examples",
}
NOT_RUN = "not snapshot and not browser and not rules and not bench"
# What compares models with models has no faults put in.
DESELECT = "--deselect=tests/test_export_whole.py::test_what_the_content_says_is_published"
PYTEST = ("-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", "--tb=no", "-m", NOT_RUN, DESELECT)
NOTICED = (1, 2)  # a test failed, or could not even be read; any other end says nothing of the fault
TIMEOUT = 900  # seconds; a crowded machine is slow, and a fault that is only slow is not noticed


class Outcome(Enum):
    """What became of a fault."""

    KILLED = "killed"
    SURVIVED = "survived"
    ENDLESS = "never ended"


def nearest_tests(name: str) -> list[str]:
    """Return the tests of a fault, by its name: those of the longest folder that has a line."""
    place = "/".join(name.split(".")[1:])
    return TESTS[max((folder for folder in TESTS if place.startswith(f"{folder}/")), key=len)].split()


def outcome(name: str, tests: list[str] | None = None) -> Outcome:
    """Run the tests of a fault until one notices it. One that never ends is noticed, too, and says so.

    Raises RuntimeError where the tests did not run: every fault would seem noticed.
    """
    chosen = tests or [f"tests/test_{test}.py" for test in nearest_tests(name)]
    environment = {**os.environ, "MUTANT_UNDER_TEST": name, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *PYTEST, *chosen]
    try:
        done = subprocess.run(command, cwd=MUTANTS, env=environment, capture_output=True, check=False, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return Outcome.ENDLESS
    if done.returncode not in (0, *NOTICED):
        raise RuntimeError(done.stdout.decode() + done.stderr.decode())
    return Outcome.KILLED if done.returncode else Outcome.SURVIVED
