"""Commands for those who develop the generator: each is a few other programs, run one after the other."""

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Task:
    """A command: what it says of itself, and the Python modules it runs with their arguments."""

    words: str
    steps: tuple[tuple[str, ...], ...]


PYTHON_FILES = ("schema", "site_builder", "hooks", "tests")
TASKS = {
    "test": Task("Kör alla tester.", (("pytest", "-n", "auto", "--dist", "worksteal"),)),
    "lint": Task(
        "Granska koden.",
        (
            ("ruff", "check", *PYTHON_FILES),
            ("ruff", "format", "--check", *PYTHON_FILES),
            ("mypy",),
            ("tests.web",),
            ("pytest", "-m", "rules", "-q"),
        ),
    ),
    "bench": Task("Mät tid, minne och väntan, bredvid vanliga MkDocs.", (("tests.bench",),)),
    "bench-search": Task("Mät hur bra sökningen är, på sajten i site/.", (("tests.search",),)),
    "mutate": Task("Sätt in fel i koden och se att testerna märker dem.", (("tests.mutate",),)),
    "audit": Task("Pröva tillgängligheten på alla sidor och skriv content/accessibility.yaml.", (("tests.audit",),)),
    "sizes": Task("Mät alla sidor på skärm, telefon och papper.", (("tests.audit.sizes",),)),
    "bless": Task("Godta dagens utdata som den förväntade.", (("pytest", "-q", "-m", "snapshot", "--bless"),)),
}


def run_task(name: str, arguments: Sequence[str] = ()) -> int:
    """Run every step of a task, even after one has failed; return the worst exit code."""
    steps = TASKS[name].steps
    return max(_run((*step, *arguments) if len(steps) == 1 else step) for step in steps)


def _run(step: Sequence[str]) -> int:
    return subprocess.run([sys.executable, "-m", *step], check=False).returncode  # noqa: S603 - our own table
