"""Files beside the pages: ours get a name that changes with their content."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from mkdocs.structure.files import File, Files

from site_builder.edge.inputs import Inputs
from site_builder.html.old_browsers import with_fallback

FINGERPRINTED = (".css", ".js")


def assets(given: Inputs) -> Mapping[str, bytes]:
    """Return what is published beside pages and data: the program's own, and what the site's folder gives instead."""
    return {path: _readable_by_all(path, data) for path, data in {**given.of_program, **given.assets}.items()}


def _readable_by_all(path: str, data: bytes) -> bytes:
    """Return a file as it is published: style sheets also for browsers of some years ago."""
    return with_fallback(data.decode()).encode() if path.endswith(".css") else data


def fingerprint_assets(files: Files) -> dict[str, str]:
    """Give our style sheets and scripts a name with a fingerprint; return the new address by the old one.

    A browser may then keep them for ever, and never shows a new page with an old style.
    """
    names: dict[str, str] = {}
    for file in list(_assets(files)):
        digest = hashlib.sha256(file.content_bytes).hexdigest()[:10]
        old = PurePosixPath(file.src_uri)
        file.dest_uri = str(old.with_name(f"{old.stem}.{digest}{old.suffix}"))
        file.url = file.dest_uri
        names[file.src_uri] = file.dest_uri
    return names


def _assets(files: Files) -> Iterator[File]:
    return (file for file in files if file.src_uri.startswith("assets/") and file.src_uri.endswith(FINGERPRINTED))
