"""What a build remembers for the next one, in a file of the virtual environment; it can be deleted at any time.

It is kept there and not in the checkout, since Python runs what such a file holds: nobody may be able to send one along
with a change of the content. Without a virtual environment nothing is kept.
"""

import hashlib
import os
import pickle
import sys
import sysconfig
from collections.abc import Collection, Hashable, Iterator, Mapping
from functools import cache
from io import FileIO
from itertools import chain, islice
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO

from site_builder.foundation.memory import Memory

PROGRAM = Path(__file__).resolve().parent.parent.parent
# What takes longer to make than to read again; parsed files do not.
OF_A_BUILD = ("finished", "sections", "read", "templates", "schemas", "books")
KINDS = {"": OF_A_BUILD, "history": ("history",)}  # of each memory of a folder
AT_ONCE = 500  # results that are written together
PARTS = ("schema", "site_builder", "hooks")


def remembered(root: Path, what: str = "", besides: Collection[str] = ()) -> Memory:
    """Return what the last build of the folder `root` left, if this very program made it; else an empty memory.

    `what` names one of several memories of a folder, each of which is read only by whom it is for. Of the kinds in
    `besides` nothing is remembered.
    """
    file = cache_file(root, what)
    try:
        with file.open("rb") as source:
            identity, kinds = pickle.load(source)  # noqa: S301 - our own file, see above
            kept = {kind: _read(source, parts) for kind, parts in kinds} if identity == _program() else None
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is made anew
        return Memory(besides=besides)
    return Memory(kept, besides)


def remember(root: Path, memory: Memory, what: str = "") -> None:
    """Keep what a build remembers, unless nothing is new or there is no place for it."""
    if sys.prefix == sys.base_prefix or not memory.news.intersection(KINDS[what]):
        return
    file = cache_file(root, what)
    fresh = file.with_suffix(f".{os.getpid()}")
    kept = {kind: memory.kept[kind] for kind in KINDS[what] if kind in memory.kept}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as to:
            parts = {kind: tuple(_parts(results)) for kind, results in kept.items()}
            pickle.dump((_program(), [(kind, len(those)) for kind, those in parts.items()]), to, protocol=5)
            for part in chain.from_iterable(parts.values()):
                pickle.dump(part, to, protocol=5)
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)


def _parts(results: Mapping[Hashable, Any]) -> Iterator[dict[Hashable, Any]]:
    """Yield results some at a time: a list is kept of all that stands in what is written at once."""
    items = iter(results.items())
    while part := dict(islice(items, AT_ONCE)):
        yield part


def _read(source: BinaryIO, parts: int) -> dict[Hashable, Any]:
    """Return the results of a kind."""
    found: dict[Hashable, Any] = {}
    for _ in range(parts):
        found |= pickle.load(source)  # noqa: S301 - our own file, see above
    return found


def cache_file(root: Path, what: str = "") -> Path:
    """Return the file that holds what the builds of a folder remember."""
    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    return Path(sys.prefix) / "cache" / "plan-site" / f"{name}{what and f'-{what}'}.pickle"


@cache
def _program() -> str:
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
            yield from _files(entry.path)
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            yield entry.path
