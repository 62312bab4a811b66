"""A lock on a folder, which leaves no file behind and is gone when whoever holds it is, however that ended."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from site_builder.edge.machine import BUSY, MachineFault


@contextmanager
def locked(folder: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the lock of a folder; a fault of its own says that somebody else holds it, unless one is to `wait`."""
    if sys.platform == "win32":  # where two builds at once are not told of
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise MachineFault("building", BUSY, path=str(folder)) from None
        yield
    finally:
        os.close(handle)
