"""The folder of the finished site, which a new one replaces in one step; see docs/dev/decisions/0022.

One build at a time: whoever holds the lock of the folder above may write there, so that what an earlier build has left
is known to be left.
"""

import os
import re
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from site_builder.edge.exchange import exchange
from site_builder.edge.lock import locked
from site_builder.edge.machine import MachineFault

FINGERPRINT = re.compile(r"(?<=[./])[0-9a-f]{10}(?=[./])")
KEPT = 0  # the time of change that says that a file has outlived its own build already


class Place(Struct, frozen=True):
    """Where the site stands or shall stand: the folder itself, also where `site` is a link to it."""

    site: Path

    def beside(self, kind: str) -> Path:
        """Return a name of this run's own, on the same disk."""
        return self.site.with_name(f".{self.site.name}-{kind}-{secrets.token_hex(4)}")

    def left(self, kind: str) -> list[Path]:
        """Return what earlier builds have left of a kind, the latest last."""
        pattern = re.compile(rf"\.{re.escape(self.site.name)}-{kind}(?:-[0-9a-f]{{8}})?")
        found = (path for path in self.site.parent.iterdir() if pattern.fullmatch(path.name))
        return sorted(found, key=lambda path: path.lstat().st_mtime_ns)


@contextmanager
def building(named: Path) -> Iterator[Path]:
    """Give a new empty folder to build the site `named` in, with nobody else building; it is gone afterwards.

    `take_place` gives it the site's place. What a build that was killed has left is mended first.
    """
    place = _place(named)
    with locked(place.site.parent):
        _mend(place)
        fresh = place.beside("new")
        fresh.mkdir()
        try:
            yield fresh
        finally:
            _remove(fresh)


def take_place(fresh: Path, named: Path) -> None:
    """Let a finished folder become the site `named`, and remove the one that was there."""
    place = _place(named)
    if not place.site.exists():
        fresh.rename(place.site)
    elif not exchange(fresh, place.site):
        old = place.beside("old")
        place.site.rename(old)
        try:
            fresh.rename(place.site)
        except OSError:
            old.rename(place.site)
            raise
        _remove(old)


def keep_fingerprinted(old: Path, fresh: Path) -> None:
    """Copy what only the old site has under a name with a fingerprint into the new one; what was kept once is left."""
    if not old.is_dir():
        return
    for folder, _, names in os.walk(old):
        below = folder.removeprefix(str(old)).replace(os.sep, "/")
        for name in names:  # of many thousands: a path is made of those alone that are meant
            if FINGERPRINT.search(f"{below}/{name}"):
                _keep(Path(folder, name), fresh / Path(folder, name).relative_to(old))


def _keep(path: Path, target: Path) -> None:
    if path.is_file() and path.stat().st_mtime_ns != KEPT and not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, ns=(KEPT, KEPT))


def _place(named: Path) -> Place:
    """Return the folder that a name stands for; a link stays, and what it leads to is replaced."""
    site = Path(os.path.realpath(named))
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise MachineFault("in-the-way", path=str(named))
    if not site.parent.is_dir():
        raise MachineFault("dangling", path=str(named), target=str(site))
    return Place(site)


def _mend(place: Place) -> None:
    """Put back a site that a killed build had moved away, and remove the rest that it left."""
    old = place.left("old")
    if old and not place.site.exists():
        old.pop().rename(place.site)
    for path in (*old, *place.left("new")):
        _remove(path)


def _remove(folder: Path) -> None:
    """Remove a folder, also one that is read-only. What cannot be removed is left for the next run."""
    if folder.exists():
        shutil.rmtree(folder, onerror=_once_more)


def _once_more(again: Callable[[str], object], path: str, _: object) -> None:
    with suppress(OSError):
        for locked_up in (Path(path).parent, Path(path)):
            if not locked_up.is_symlink() and locked_up.is_dir():
                locked_up.chmod(locked_up.stat().st_mode | stat.S_IRWXU)
        again(path) if again.__name__ not in ("scandir", "open", "lstat") else shutil.rmtree(path)
