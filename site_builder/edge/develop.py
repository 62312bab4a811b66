"""Commands for those who develop the generator: each is a few other programs, run one after the other."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Task:
    """A command: the Python modules it runs with their arguments. What it says of itself is `cli.tasks.NAME`."""

    steps: tuple[tuple[str, ...], ...]


PYTHON_FILES = ("schema", "site_builder", "hooks", "tests")
# Every module with the mark, by name: looking for it in the others takes longer than the rules themselves.
RULES = ("tests/test_rules.py", "tests/test_words_in_code.py")
TASKS = {
    "test": Task((("pytest", "-n", "auto", "--dist", "worksteal"),)),
    "lint": Task(
        (
            ("ruff", "check", *PYTHON_FILES),
            ("ruff", "format", "--check", *PYTHON_FILES),
            ("mypy",),
            ("tests.web",),
            ("pytest", "-m", "rules", "-q", *RULES),
        ),
    ),
    "bench": Task((("tests.bench",),)),
    "bench-search": Task((("tests.search",),)),
    "mutate": Task((("tests.mutate",),)),
    "audit": Task((("tests.audit",),)),
    "sizes": Task((("tests.audit.sizes",),)),
    "bless": Task((("pytest", "-q", "-m", "snapshot", "--bless"),)),
}


def run_task(name: str, arguments: Sequence[str] = ()) -> int:
    """Run every step of a task, even after one has failed; return the worst exit code."""
    steps = TASKS[name].steps
    return max(_run((*step, *arguments) if len(steps) == 1 else step) for step in steps)


def _run(step: Sequence[str]) -> int:
    return subprocess.run([sys.executable, "-m", *step], check=False).returncode  # noqa: S603 - our own table
