"""Work in processes that begin where this one stands."""

import contextlib
import os
import shutil
import signal
import sys
import tempfile
import traceback
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

Job = TypeVar("Job")
BROKEN = 70  # the exit code where the work itself has failed


@dataclass(frozen=True)
class Ended(Generic[Job]):
    """A job, how its process ended (less than 0: by which signal) and the folder that it could write in."""

    job: Job
    code: int
    folder: Path


def forked(jobs: deque[Job], work: Callable[[Job, Path], int], at_once: int) -> Generator[Ended[Job], None, None]:
    """Do each job in a process of its own, some at once, and yield them as they end; the folder is then thrown away.

    Whoever hears how one has ended may put more before the others.
    """
    running: dict[int, tuple[Job, Path]] = {}
    while True:
        while jobs and len(running) < at_once:
            job, folder = jobs.popleft(), Path(tempfile.mkdtemp(prefix="mutate-"))
            running[_begun(job, folder, work)] = job, folder
        if not running:
            return
        process, status = os.wait()
        job, folder = running.pop(process)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process, signal.SIGKILL)  # what it has started and left
        try:
            yield Ended(job, os.waitstatus_to_exitcode(status), folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _begun(job: Job, folder: Path, work: Callable[[Job, Path], int]) -> int:
    if process := os.fork():
        return process
    code = BROKEN
    try:
        os.setsid()
        code = work(job, folder)
    except BaseException:  # noqa: BLE001 - whatever it is, nothing of it may go on in a second copy of this process
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
