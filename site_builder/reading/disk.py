"""The files below a folder, and the bytes of one: links are never followed, and what cannot be read is told."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from site_builder.foundation.diagnostic import Diagnostic, Span, error


class Folder(Struct):
    """A walk through one folder of the content. What is wrong on the way gathers in `faults`."""

    root: Path
    name: str
    skipped: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()  # names that begin with a dot and count all the same
    faults: list[Diagnostic] = field(default_factory=list)

    def paths(self) -> Iterator[str]:
        """Yield the path of every proper file in order, from the root and with `/`."""
        if (self.root / self.name).is_symlink():
            self.faults.append(error("symbolic-link", Span(self.name)))
            return
        for place, folders, names in os.walk(self.root / self.name, onerror=self._unread):
            below = Path(place).relative_to(self.root).as_posix()
            proper = [name for name in sorted(folders) if self._is_proper(f"{below}/{name}")]
            folders[:] = [name for name in proper if f"{below}/{name}" not in self.skipped]
            yield from (f"{below}/{name}" for name in sorted(names) if self._is_proper(f"{below}/{name}"))

    def _is_proper(self, path: str) -> bool:
        name = path.rpartition("/")[2]
        if name.startswith(".") and name not in self.shown:
            return False
        if os.path.islink(f"{self.root}/{path}"):  # noqa: PTH114 - asked of every file, and a `Path` costs as much as the answer
            self.faults.append(error("symbolic-link", Span(path)))
            return False
        return True

    def _unread(self, fault: OSError) -> None:
        path = Path(fault.filename).relative_to(self.root).as_posix()
        if path != self.name or not isinstance(fault, FileNotFoundError):
            self.faults.append(error("unreadable", Span(path), problem=fault.strerror or ""))


def content_of(root: Path, path: str, limit: int) -> bytes | Diagnostic:
    """Return what a file holds, or why it cannot be read. A pipe is not waited for, a link not followed."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(f"{root}/{path}", flags), "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                return error("no-file", Span(path))
            if about.st_size > limit:
                return error("too-large", Span(path), size=str(about.st_size), limit=str(limit))
            return file.read(limit)
    except OSError as fault:
        return error("unreadable", Span(path), problem=fault.strerror or "")
