"""What git knows of the content: its revisions, and the texts of any of them. Nothing is checked out.

Only the way of the branch itself is followed: what a merge brought is one revision, as the site got it.
"""

import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from subprocess import DEVNULL, PIPE
from tempfile import TemporaryFile

from msgspec.structs import replace

from site_builder.changes.history import Commit, History, Revision
from site_builder.edge.cache import remember, remembered
from site_builder.edge.machine import NoRevisionError
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.memory import digest
from site_builder.reading.decode import decode

MOST = 1000  # revisions of the content that are read, so that no site ever takes long: decision 20
NOTHING = "0" * 40
NO_GIT, SHALLOW, CUT = "no-git", "shallow", "cut"
LOG = (
    "log", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--relative",
    "--format=%x00%H %ct", "-z",
)  # fmt: skip


def history_of(root: Path) -> History:
    """Return what git knows of the files below a folder; where it knows nothing, or not all, the history says so."""
    if missing := _missing(root):
        return History((), missing)
    log = git(root, *LOG, "--", "content", "docs").decode("utf-8", "replace")
    if not log:
        return History((), NO_GIT)
    memory = remembered(root, "history")
    history = memory.recall("history", digest((log, spoken().code)), lambda: _history(root, list(_commits(log))))
    remember(root, memory, "history")
    return replace(history, revision=_revision(root, log))


def texts_at(root: Path, revision: str) -> dict[str, str]:
    """Return the texts of the content at a revision, by path. What is no text is left out."""
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    if not found:
        raise NoRevisionError(revision, _missing(root))
    blobs = _blobs_at(root, found)
    texts = _texts(root, blobs.values())
    return {path: texts[blob] for path, blob in blobs.items() if blob in texts}


def versions_since(root: Path, revision: str, folder: str) -> Iterator[tuple[str, str]]:
    """Yield every version of the files below a folder, by path: at a revision, and of each commit since.

    Where the branch has left the revision's own, the point where it did so counts. Raises NoRevisionError where git
    has no way from the revision to here.
    """
    base = git(root, "merge-base", "--end-of-options", revision, "HEAD").decode().strip()
    if not base:
        raise NoRevisionError(revision, _missing(root))
    yield from ((path, text) for path, text in texts_at(root, base).items() if path.startswith(folder))
    log = git(root, *LOG, f"{base}..HEAD", "--", folder).decode("utf-8", "replace")
    files = [(path, blob) for commit in _commits(log) for path, _, blob in commit.files if blob]
    texts = _texts(root, sorted({blob for _, blob in files}))
    yield from ((path, texts[blob]) for path, blob in files if blob in texts)


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Return what git says, nothing where it fails or is not there. What it is `given` lies in a file.

    With one pipe alone Python reads whatever comes at once: with two it would ask for each piece which of them has any.
    """
    command = ["git", "-C", str(root), "-c", "core.quotepath=off", "-c", "log.showSignature=false", *arguments]
    try:
        with TemporaryFile() as file:
            file.write(given)
            file.seek(0)
            done = subprocess.run(command, stdin=file, stdout=PIPE, stderr=DEVNULL, check=True)  # noqa: S603 - no shell
    except (OSError, subprocess.CalledProcessError):
        return b""
    return done.stdout


def _missing(root: Path) -> str:
    """Return why git does not have the whole history here, nothing where it has."""
    shallow = git(root, "rev-parse", "--is-shallow-repository").strip()
    return {b"false": "", b"true": SHALLOW}.get(shallow, NO_GIT)


def _history(root: Path, commits: list[Commit]) -> History:
    from site_builder.changes.walk import changes_of  # only where nothing is remembered

    of_content = [commit for commit in map(_content_only, commits) if commit.files]
    read = of_content[:MOST]
    now = _blobs_at(root, "HEAD")
    blobs = {blob for commit in read for _, *sides in commit.files for blob in sides if blob}
    texts = _texts(root, sorted(blobs | set(now.values())))
    return History(changes_of(read, now, texts), CUT if len(of_content) > MOST else "", _days(commits))


def _revision(root: Path, log: str) -> Revision | None:
    """Return the latest revision of the files, None where any of them has been changed since."""
    if git(root, "status", "--porcelain", "-z", "--untracked-files=all", "--", "content", "docs"):
        return None
    latest = next(_commits(log))
    return Revision(latest.id, date.fromisoformat(latest.moment[:10]))


def _content_only(commit: Commit) -> Commit:
    return Commit(commit.id, commit.moment, tuple(file for file in commit.files if file[0].startswith("content/")))


def _commits(log: str) -> Iterator[Commit]:
    """Yield the commits of a log with `-z`: a head with id and moment, then for each file its blobs and its path."""
    head, files = "", list[tuple[str, str, str]]()
    fields = iter(log.split("\0"))
    for part in (field.strip("\n") for field in fields):
        if part.startswith(":"):
            blobs = part.split(" ")[2:4]
            files.append((next(fields), *("" if blob == NOTHING else blob for blob in blobs)))  # type: ignore[arg-type]
        elif part:
            if head:
                yield _commit(head, files)
            head, files = part, []
    if head:
        yield _commit(head, files)


def _commit(head: str, files: list[tuple[str, str, str]]) -> Commit:
    identity, _, seconds = head.partition(" ")
    moment = datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Commit(identity, moment, tuple(files))


def _days(commits: Iterable[Commit]) -> dict[str, date]:
    days: dict[str, date] = {}
    for commit in commits:
        for path, _, _ in commit.files:
            days.setdefault(path, date.fromisoformat(commit.moment[:10]))
    return days


def _blobs_at(root: Path, revision: str) -> dict[str, str]:
    """Return the id of the text of every file of the content at a revision, by path."""
    listed = git(root, "ls-tree", "-r", "-z", revision, "--", "content").decode("utf-8", "replace")
    rows = (row.partition("\t") for row in listed.split("\0") if row)
    return {path: about.split(" ")[2] for about, _, path in rows if about.startswith("100")}


def _texts(root: Path, blobs: Iterable[str]) -> dict[str, str]:
    """Return the text of every blob that is one, in one run of git."""
    out = git(root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
    found, at = dict[str, str](), 0
    while at < len(out):
        end = out.index(b"\n", at)
        blob, kind, *size = out[at:end].decode().split(" ")
        at = end + 1
        if kind != "blob":
            continue
        text = decode(blob, out[at : at + int(size[0])])
        if isinstance(text, str):
            found[blob] = text
        at += int(size[0]) + 1
    return found
