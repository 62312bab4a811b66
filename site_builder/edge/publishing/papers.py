"""The PDF files that lie ready in `pdf/`: which content and day they were made of, and whether they may be shown.

They take minutes and libraries of their own, so the site is built without them and takes what lies there. A file of
another content would say something else than the pages around it, so it is never linked.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from site_builder.export.pdf.papers import paper_path
from site_builder.foundation.page import Artifact
from site_builder.reading.disk import content_of

FOLDER, LIST = "pdf", "version.json"
MAX_LIST, MAX_FILE = 1 << 20, 50 << 20
BEGINS = b"%PDF-"


class Papers(Struct, frozen=True):
    """Files by the address of the page that each stands for, and their day; `is_old` where they are of other content.

    Without a day there are none.
    """

    day: date | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    is_old: bool = False


def with_list(made: Mapping[str, bytes], version: str, day: date) -> Iterator[Artifact]:
    """Yield the files by the address of their pages as they lie in the folder, and last the list of them."""
    for address, content in made.items():
        yield Artifact(paper_path(address), content)
    checksums = {address: hashlib.sha256(content).hexdigest() for address, content in sorted(made.items())}
    told = {"content_version": version, "day": day.isoformat(), "sha256": checksums}
    yield Artifact(LIST, f"{json.dumps(told, indent=2)}\n".encode())


def papers_of(root: Path, version: str, addresses: Iterable[str]) -> Papers:
    """Return what lies ready below a folder for a version of the content and for the pages that there are.

    A file that is not what the list says is left out, and a list that cannot be read is none.
    """
    try:
        told = json.loads(_read(root, LIST, MAX_LIST))
        made_of, day, checksums = told["content_version"], date.fromisoformat(told["day"]), dict(told["sha256"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return Papers()
    if made_of != version:
        return Papers(is_old=True)
    found = {address: _read(root, paper_path(address), MAX_FILE) for address in addresses if address in checksums}
    return Papers(day, {address: file for address, file in found.items() if _is_it(file, checksums[address])})


def _is_it(file: bytes, checksum: object) -> bool:
    return file.startswith(BEGINS) and hashlib.sha256(file).hexdigest() == checksum


def _read(root: Path, path: str, limit: int) -> bytes:
    """Return what a file in the folder holds; nothing if it is not there, too large or a link."""
    read = content_of(root, f"{FOLDER}/{path}", limit)
    return read if isinstance(read, bytes) else b""
