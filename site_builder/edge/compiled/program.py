"""Which program this is, so that nothing which another one made is ever taken."""

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from io import FileIO
from operator import attrgetter
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[3]
PARTS = ("schema", "site_builder", "hooks")
COMPILED = "__pycache__"  # what lies there follows from the rest


@cache
def program_version() -> str:
    """Return what stands for the program as this run found it."""
    return version_on_disk()


def version_on_disk() -> str:
    """Return what stands for the program as it is: Python, the libraries, and every file of ours that it runs."""
    digest = hashlib.sha256(sys.version.encode())
    for line in (*_libraries(), *_sources()):
        digest.update(line)
    return digest.hexdigest()


def _libraries() -> list[bytes]:
    """Return the names of the folders that say which version of each library is installed."""
    return sorted(folder.name.encode() for folder in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))


def _sources() -> Iterator[bytes]:
    for part in PARTS:
        for path in _files(str(PROGRAM / part)):
            with FileIO(path) as file:
                yield path.removeprefix(str(PROGRAM)).encode() + b"\0" + file.readall()


def _files(folder: str) -> Iterator[str]:
    """Yield the files of the program below a folder, in order. Every command asks: paths as text are half the time."""
    for entry in sorted(os.scandir(folder), key=attrgetter("name")):
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path) if entry.name != COMPILED else ()
        elif entry.is_file():
            yield entry.path
