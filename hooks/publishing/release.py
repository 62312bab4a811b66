"""A release: the site, what it was made of, checksums and the list of parts, the same bytes whoever makes it."""

import json
import logging
import os
import re
import sys
from calendar import timegm
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.exceptions import Abort, ConfigurationError

from hooks.run import build_into, log_plainly
from site_builder.edge.history import git
from site_builder.edge.inputs import Inputs, today
from site_builder.edge.machine import MachineFault
from site_builder.edge.publishing.archive import checksums, pack
from site_builder.edge.publishing.compressed import add_compressed
from site_builder.edge.publishing.finished import site_files
from site_builder.edge.publishing.parts_list import parts_list
from site_builder.edge.publishing.sources import sources
from site_builder.reading.read import read_strings

NAME = "plansajt"
VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+-]{0,60}")


def make_release(root: Path, version: str) -> int:
    """Write the release `version` of the site below `root` into `release/VERSION/`. Returns 1 if anything is wrong.

    The site is built anew, as it is on the day of the latest commit or of SOURCE_DATE_EPOCH.
    """
    folder = _new_folder(root, version)
    moment = _moment(root)
    os.environ["SOURCE_DATE_EPOCH"] = str(moment)  # the build is told in the way in which anybody can tell it
    log_plainly(logging.WARNING)
    revision = _revision(root)
    try:
        files, given = _site(root)
    except (Abort, ConfigurationError):
        return 1
    files |= sources(root, given)
    files["release.json"] = _about(root, given, version, revision)
    files["SHA256SUMS"] = checksums(files)
    _write(folder, version, files, moment)
    told = {"version": version, "day": today(os.environ).isoformat(), "folder": str(folder)}
    sys.stdout.write(f"{read_strings()('command.released', **told)}\n")
    return 0


def _new_folder(root: Path, version: str) -> Path:
    if not VERSION.fullmatch(version):
        raise MachineFault("no-version", version=version)
    folder = root / "release" / version
    if folder.exists():
        raise MachineFault("released-already", path=str(folder))
    return folder


def _moment(root: Path) -> int:
    """Return the second that the release is dated by: the one given, the latest commit's, else the day's first."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        today(os.environ)  # says so in words if it is no number
        return int(given)
    if committed := git(root, "log", "-1", "--format=%ct").strip():
        return int(committed)
    return timegm(today(os.environ).timetuple())


def _site(root: Path) -> tuple[dict[str, bytes], Inputs]:
    """Return every file of the site, and what it was made of."""
    with TemporaryDirectory(prefix="release-") as made:
        fresh = Path(made)
        given = build_into(fresh, root).given
        add_compressed(fresh)
        return {f"site/{path}": content for path, content in site_files(fresh).items()}, given


def _revision(root: Path) -> str:
    return git(root, "rev-parse", "HEAD").decode().strip()


def _about(root: Path, given: Inputs, version: str, revision: str) -> bytes:
    """Return what the release says of itself: its version, its day, and the revision if nothing differs from it."""
    changed = git(root, "status", "--porcelain", "--", "content", "docs").strip() or _revision(root) != revision
    about = {"version": version, "day": given.as_of.isoformat(), "revision": "" if changed else revision}
    return f"{json.dumps(about, indent=2)}\n".encode()


def _write(folder: Path, version: str, files: Mapping[str, bytes], moment: int) -> None:
    whole = f"{NAME}-{version}"
    parts = parts_list(NAME, version)
    folder.mkdir(parents=True)
    pack(folder / f"{whole}.tar.gz", {f"{whole}/{path}": content for path, content in files.items()}, moment)
    (folder / f"{whole}.cdx.json").write_bytes(parts)
    made = {file.name: file.read_bytes() for file in folder.iterdir()}
    (folder / "SHA256SUMS").write_bytes(checksums(made))
