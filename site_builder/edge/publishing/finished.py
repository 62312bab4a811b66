"""What a finished site says of itself, and the checksum of all its files."""

import hashlib
import json
from pathlib import Path

from msgspec import Struct

from site_builder.edge.publishing.archive import checksums
from site_builder.export.web.version_file import VERSION_FILE


class Finished(Struct, frozen=True):
    """The version of the content and git's revision that a site was made of, the latter empty if it is not known.

    `sha256` is the checksum of the list of the checksums of all files, as `sha256sum` writes it.
    """

    version: str
    revision: str
    sha256: str


def finished(folder: Path) -> Finished | None:
    """Return what the site in a folder says of itself; None where there is none that says it."""
    try:
        told = json.loads((folder / VERSION_FILE).read_bytes())
        version, revision = str(told["content_version"]), str(told["revision"] or "")
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError, KeyError):
        return None
    return Finished(version, revision, hashlib.sha256(checksums(site_files(folder))).hexdigest())


def site_files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path from there."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
