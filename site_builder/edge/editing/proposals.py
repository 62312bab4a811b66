"""An editor's proposal in git: a branch of the editor's own, one commit for each save, and the way to send it."""

import os
import re
import subprocess
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from site_builder.edge.machine import MachineFault
from site_builder.foundation.language.slugs import slug

PREFIX = "forslag/"
PATIENCE = 60  # seconds for git, also over the network


class Editor(Struct, frozen=True):
    """Whoever edits, as git is to name them."""

    name: str
    address: str

    @property
    def key(self) -> str:
        """A name for files and branches that is this editor's alone."""
        return f"{slug(self.name)[:40] or 'redaktor'}-{sha256(self.address.encode()).hexdigest()[:8]}"


def configured_editor(root: Path) -> Editor | None:
    """Return the editor whom git knows on this machine, None where it knows none."""
    name, address = (_said(root, "config", key) for key in ("user.name", "user.email"))
    return Editor(name, address) if name and address else None


def in_git(root: Path) -> bool:
    """Tell whether a folder is under version control."""
    return bool(_said(root, "rev-parse", "--verify", "--quiet", "HEAD"))


def desk_of(root: Path, folder: Path, editor: Editor) -> Path:
    """Return the root of a working copy that is this editor's alone, made where there is none, from what `root` has."""
    place = folder.resolve() / editor.key
    if not place.exists():
        _run(root, "worktree", "add", "--quiet", "-b", _free_branch(root, editor), str(place), "HEAD")
    return place / _said(root, "rev-parse", "--show-prefix")


def own_branch(root: Path, editor: Editor) -> str:
    """Return the branch of the editor's own that is checked out; if another one is, a new one from where it stands."""
    branch = _said(root, "symbolic-ref", "--quiet", "--short", "HEAD")
    if branch.startswith(PREFIX):
        return branch
    made = _free_branch(root, editor)
    _run(root, "switch", "--quiet", "--create", made)
    return made


def ensure_clean(root: Path, paths: Collection[str]) -> None:
    """Raise where a file has changes that are in no commit: they would come into this one without having been meant."""
    if found := _run(root, "status", "--porcelain", "--", *paths).strip():
        raise MachineFault("uncommitted", path=found[3:].split("\n")[0])


def commit(root: Path, paths: Collection[str], message: str, editor: Editor) -> str:
    """Commit these files and no others; return the branch."""
    branch = own_branch(root, editor)
    _run(root, "add", "--", *paths)
    who = ("-c", f"user.name={editor.name}", "-c", f"user.email={editor.address}")
    _run(root, *who, "commit", "--quiet", "--cleanup=verbatim", "--file=-", "--only", "--", *paths, given=message)
    return branch


def send(root: Path) -> tuple[str, str]:
    """Push the branch that is checked out; return its name and the remote's."""
    branch = _said(root, "symbolic-ref", "--quiet", "--short", "HEAD")
    if not branch.startswith(PREFIX):
        raise MachineFault("nothing-to-send")
    remotes = _said(root, "remote").split()
    if not remotes:
        raise MachineFault("no-remote", branch=branch)
    remote = "origin" if "origin" in remotes else remotes[0]
    _run(root, "push", "--quiet", "--set-upstream", remote, branch)
    return branch, remote


def unsent(root: Path) -> tuple[str, ...]:
    """Return what the commits of a proposal say in their first lines, those that no remote has, the latest first."""
    if not _said(root, "symbolic-ref", "--quiet", "--short", "HEAD").startswith(PREFIX):
        return ()
    others = ("--not", "--remotes") if _said(root, "remote") else ("--not", "--exclude=forslag/*", "--branches")
    lines = _said(root, "log", "--max-count=50", "--format=%s", "HEAD", *others).split("\n")
    return tuple(line for line in lines if line)


def _free_branch(root: Path, editor: Editor) -> str:
    """Return a name that no branch has."""
    taken = set(_said(root, "for-each-ref", "--format=%(refname:short)", f"refs/heads/{PREFIX}").split())
    number = 1
    while (name := f"{PREFIX}{editor.key}-{number}") in taken:
        number += 1
    return name


def _said(root: Path, *arguments: str) -> str:
    """Return what git says; nothing where it has nothing to say."""
    try:
        return _run(root, *arguments).strip()
    except MachineFault:
        return ""


def _run(root: Path, *arguments: str, given: str = "") -> str:
    quiet = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true"}
    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - no shell
            command, capture_output=True, check=True, input=given.encode(), env=quiet, timeout=PATIENCE
        )
    except subprocess.CalledProcessError as fault:
        words = re.sub(r"\s+", " ", fault.stderr.decode("utf-8", "replace")).strip()
        raise MachineFault("git", words=words[:500]) from None
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise MachineFault("git", words=str(fault)[:500]) from None
    return done.stdout.decode("utf-8", "replace")
