"""Files exchanged all together or not at all, whenever the program is killed.

The new files are written into a folder of their own, with a list of what each was and shall be. That folder gets its
name in one step: before it nothing has happened, after it everything will. Whoever comes next and finds the folder
makes the exchange complete, before anything is read.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from site_builder.edge.lock import locked
from site_builder.edge.machine import MachineFault

DECIDED, PREPARED, DONE = ".edit", ".edit-new", ".edit-old"  # in content/, where the reader passes them over
LIST = "files.json"
FOLDERS = ("content", "docs")


class Exchange(Struct, frozen=True):
    """One file: the fingerprint of what it was and of what it shall be; empty where there was or shall be no file."""

    path: str
    old: str
    new: str
    staged: str


def exchange_files(root: Path, files: Mapping[str, tuple[bytes | None, bytes | None]]) -> None:
    """Exchange files below `root`, each given as it was read and as it shall be; None is no file.

    A file that is not what was read has been edited by somebody else: then nothing happens.
    """
    home = root / "content"
    with locked(home):
        _finish(root, home)
        (prepared := home / PREPARED).mkdir()
        exchanges = [_stage(root, prepared, number, path, *files[path]) for number, path in enumerate(sorted(files))]
        _write(prepared / LIST, json.dumps([asdict(item) for item in exchanges]).encode())
        _ensure_untouched(root, exchanges)
        _synced(prepared)
        prepared.rename(home / DECIDED)
        _synced(home)
        _finish(root, home)


def finish(root: Path) -> None:
    """Complete what a command that was killed had decided; take away what it had only prepared."""
    home = root / "content"
    if any((home / name).is_dir() for name in (DECIDED, PREPARED, DONE)):
        with locked(home, wait=True):
            _finish(root, home)


def _finish(root: Path, home: Path) -> None:
    for name in (PREPARED, DONE):
        if (home / name).is_dir():
            shutil.rmtree(home / name)
    if (home / DECIDED).is_dir():
        exchanges = list(_listed(root, home / DECIDED / LIST))
        _ensure_untouched(root, exchanges)
        for item in exchanges:
            _take_place(root, home / DECIDED, item)
        (home / DECIDED).rename(home / DONE)
        shutil.rmtree(home / DONE)


def _stage(root: Path, folder: Path, number: int, path: str, old: bytes | None, new: bytes | None) -> Exchange:
    staged = folder / str(number)
    if new is not None:
        _write(staged, new)
        if (root / path).exists():
            shutil.copymode(root / path, staged)
    return Exchange(path, _fingerprint(old), _fingerprint(new), staged.name)


def _ensure_untouched(root: Path, exchanges: list[Exchange]) -> None:
    """Ensure that every file is what it was or already what it shall be."""
    for item in exchanges:
        if _now(root / item.path) not in (item.old, item.new):
            raise MachineFault("edited-meanwhile", path=item.path)


def _take_place(root: Path, folder: Path, item: Exchange) -> None:
    file = root / item.path
    if _now(file) == item.new:
        return
    if not item.new:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    (folder / item.staged).replace(file)


def _listed(root: Path, file: Path) -> Iterator[Exchange]:
    """Yield what a list says; a path that leads out of the content is nothing that this program has written."""
    for entry in json.loads(file.read_bytes()):
        item = Exchange(**entry)
        top = item.path.partition("/")[0]
        if top not in FOLDERS or not (root / item.path).resolve().is_relative_to((root / top).resolve()):
            raise MachineFault("foreign-edit", path=str(file))
        yield item


def _now(file: Path) -> str:
    return _fingerprint(file.read_bytes() if file.exists() else None)


def _fingerprint(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _write(file: Path, data: bytes) -> None:
    with file.open("wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())


def _synced(folder: Path) -> None:
    """Have the disk keep what stands in a folder. Where folders cannot be opened, the system does so in its time."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
