"""What a build has made, by path, and whether just that stands in the folder: nothing else may become the site."""

import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct, field

from site_builder.edge.inputs import Inputs

AT_ONCE = 1 << 20  # bytes


class Made(Struct):
    """The checksum of every file that belongs to the site; None for a page that is planned and not made yet.

    `given` is what the site was made of. `has_old_papers` tells that PDF files lie ready that were made of other
    content, and were left out.
    """

    given: Inputs
    by_path: dict[str, int | None] = field(default_factory=dict)
    pages: int = 0
    has_old_papers: bool = False

    def plan(self, path: str) -> None:
        """Note that a page will be made."""
        self.by_path[path] = None
        self.pages += 1

    def add(self, path: str, content: Iterable[bytes]) -> None:
        """Note what has been made, given in pieces."""
        checksum = 0
        for piece in content:
            checksum = zlib.crc32(piece, checksum)
        self.by_path[path] = checksum

    def write(self, folder: Path, path: str, pieces: Iterable[str]) -> None:
        """Write a page below a folder, and note it. What UTF-8 does not have becomes a character reference."""
        checksum = 0
        with new_file(folder / path) as file:
            for piece in pieces:
                file.write(content := piece.encode("utf-8", "xmlcharrefreplace"))
                checksum = zlib.crc32(content, checksum)
        self.by_path[path] = checksum

    def differing(self, folder: Path) -> list[str]:
        """Return the paths of what is missing below a folder, is something else there, or is too much."""
        written = dict(_checksums(folder))
        return sorted(
            path for path in written.keys() | self.by_path.keys() if written.get(path) != self.by_path.get(path, -1)
        )


def new_file(path: Path) -> BinaryIO:
    """Open a file to be written, in a folder that is made if it is not there: for most files it is."""
    try:
        return path.open("wb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")


class Held(Made):
    """Holds what was made last, for whoever has asked for it, and writes nothing."""

    content: bytes = b""

    def add(self, path: str, content: Iterable[bytes]) -> None:  # noqa: ARG002 - as its parent
        """Hold what has been made."""
        self.content = b"".join(content)

    def write(self, folder: Path, path: str, pieces: Iterable[str]) -> None:  # noqa: ARG002 - as its parent
        """Hold a page."""
        self.content = b"".join(piece.encode("utf-8", "xmlcharrefreplace") for piece in pieces)


def _checksums(folder: Path) -> Iterator[tuple[str, int]]:
    for place, _, names in os.walk(folder):
        below = Path(place).relative_to(folder)
        for name in names:
            yield (below / name).as_posix(), _checksum(Path(place, name))


def _checksum(file: Path) -> int:
    checksum = 0
    with file.open("rb") as read:
        while content := read.read(AT_ONCE):
            checksum = zlib.crc32(content, checksum)
    return checksum
