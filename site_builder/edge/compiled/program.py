"""Which program this is, so that nothing which another one made is ever taken."""

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
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
    for line in (*_libraries(), *_sources(PROGRAM)):
        digest.update(line)
    return digest.hexdigest()


def _libraries() -> list[bytes]:
    """Return the names of the folders that say which version of each library is installed."""
    return sorted(folder.name.encode() for folder in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))


def _sources(root: Path) -> Iterator[bytes]:
    """Yield every file with its path. This is done at each start, and pathlib would take three times as long."""
    for part in PARTS:
        for folder, below, names in os.walk(root / part):
            below[:] = sorted(name for name in below if name != COMPILED)
            for name in sorted(names):
                with open(f"{folder}/{name}", "rb") as source:  # noqa: PTH123 - see above
                    yield f"{folder.removeprefix(str(root))}/{name}\0".encode() + source.read()
