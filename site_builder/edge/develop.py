"""Commands for those who develop the generator: each is a few other programs, run beside each other."""

import subprocess
import sys
from collections.abc import Sequence

from msgspec import Struct


class Task(Struct, frozen=True):
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
    """Run every step of a task, even after one has failed; return the worst exit code.

    Several steps run at once, for each of them keeps one processor busy; what they say is told in their order.
    """
    steps = TASKS[name].steps
    if len(steps) == 1:
        return subprocess.run(_command((*steps[0], *arguments)), check=False).returncode  # noqa: S603 - our own table
    from concurrent.futures import ThreadPoolExecutor  # no other command needs it

    with ThreadPoolExecutor(len(steps)) as pool:
        return max(_told(done) for done in pool.map(_captured, steps))


def _command(step: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", *step]


def _captured(step: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(_command(step), check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # noqa: S603


def _told(done: subprocess.CompletedProcess[bytes]) -> int:
    sys.stdout.buffer.write(done.stdout)
    sys.stdout.flush()
    return done.returncode
