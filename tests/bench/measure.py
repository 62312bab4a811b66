"""One command in a process of its own, and what it cost."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Event, Thread

BETWEEN_LOOKS = 0.1


@dataclass(frozen=True)
class Cost:
    """What a command cost: CPU seconds (user and system) and seconds by the clock, peak memory, the bytes it left.

    Processes that it started count, in all of these.
    """

    cpu: float
    wall: float
    memory: int
    written: int


def measure(command: Sequence[str], folder: Path, output: Path | None, variables: Mapping[str, str]) -> Cost:
    """Run a command in a folder and return its cost; `output` is the folder that it writes. It must end well."""
    start = time.monotonic()
    with subprocess.Popen(
        command, cwd=folder, env=dict(variables), stdout=subprocess.DEVNULL, start_new_session=True
    ) as process:
        with Memory(process.pid) as memory:
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    wall = time.monotonic() - start
    return Cost(used.ru_utime + used.ru_stime, wall, max(used.ru_maxrss * 1024, memory.peak), size(output))


def typical(costs: Sequence[Cost]) -> Cost:
    """Return the median of several runs, each figure by itself."""
    return Cost(
        median(cost.cpu for cost in costs),
        median(cost.wall for cost in costs),
        int(median(cost.memory for cost in costs)),
        int(median(cost.written for cost in costs)),
    )


def size(folder: Path | None) -> int:
    """Return the bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) if folder else 0


class Memory:
    """The peak of what all processes of a session have together, while this is entered.

    wait4 knows only the largest of them. Memory that they share counts once (PSS); where there is no /proc it is 0.
    """

    def __init__(self, session: int) -> None:
        self.session = session
        self.peak = 0
        self._ended = Event()
        self._watcher = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Memory":
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._ended.wait(BETWEEN_LOOKS):
            processes = [folder for folder in Path("/proc").glob("[0-9]*") if _session(folder) == self.session]
            if len(processes) > 1:
                self.peak = max(self.peak, sum(map(_bytes, processes)))


def _session(process: Path) -> int:
    try:
        return int((process / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[3])
    except OSError:
        return 0


def _bytes(process: Path) -> int:
    try:
        lines = (process / "smaps_rollup").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
