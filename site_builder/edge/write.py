"""The writers of the disk: of files for the export, and of one that is exchanged whole."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from site_builder.foundation.page import Artifact


def write(folder: Path, artifacts: Iterable[Artifact]) -> None:
    """Write every artifact below a folder, which is made if it is not there. Nothing else in it is touched."""
    for artifact in artifacts:
        file = folder / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.data)


def exchange_whole(file: Path, write_into: Callable[[BinaryIO], object]) -> None:
    """Write a file that the program can do without: all of it or, where that cannot be, nothing.

    Whoever reads it meanwhile reads the old one, and of two that write at once one wins.
    """
    fresh = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as to:
            write_into(to)
        fresh.replace(file)
    except OSError:
        with suppress(OSError):  # where nothing can be written nothing can be removed
            fresh.unlink(missing_ok=True)
