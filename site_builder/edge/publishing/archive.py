"""An archive that is the same, byte for byte, whoever packs it: names in order, one moment, nobody's rights."""

import gzip
import hashlib
import io
import tarfile
from collections.abc import Mapping
from pathlib import Path


def pack(target: Path, files: Mapping[str, bytes], moment: int) -> None:
    """Write a `.tar.gz` of files by path, each as it was at `moment` (seconds of the epoch)."""
    with (
        target.open("wb") as raw,
        gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=raw, mtime=moment) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in sorted(files):
            entry = tarfile.TarInfo(path)
            entry.size, entry.mtime, entry.mode = len(files[path]), moment, 0o644
            archive.addfile(entry, io.BytesIO(files[path]))


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return the SHA-256 of every file by path, as `sha256sum --check` reads them."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()
