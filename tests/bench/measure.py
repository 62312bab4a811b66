"""One command in a process of its own, and what it cost."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Cost:
    """CPU seconds (user and system) of a process and those it started, its peak memory, and the bytes it left."""

    cpu: float
    memory: int
    written: int


def measure(command: Sequence[str], folder: Path, output: Path | None, variables: Mapping[str, str]) -> Cost:
    """Run a command in a folder and return its cost; `output` is the folder that it writes. It must end well."""
    with subprocess.Popen(command, cwd=folder, env=dict(variables), stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024, _size(output) if output else 0)


def typical(costs: Sequence[Cost]) -> Cost:
    """Return the median of several runs, each figure by itself."""
    return Cost(
        median(cost.cpu for cost in costs),
        int(median(cost.memory for cost in costs)),
        int(median(cost.written for cost in costs)),
    )


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
