"""A working copy of the whole repository in a temporary folder, with made-up content, and its real command line."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.miniature import ROOT as MINIATURE

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ("schema", "site_builder", "hooks", "docs/theme", "docs/assets")
# What would change the output or the messages if it came from whoever runs the tests.
PRIVATE = ("SOURCE_DATE_EPOCH", "CI", "COVERAGE_PROCESS_START")
ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Smedja",
    "GIT_AUTHOR_EMAIL": "smedja@smastad.example",
    "GIT_AUTHOR_DATE": "2025-03-01T12:00:00Z",
    "GIT_COMMITTER_NAME": "Smedja",
    "GIT_COMMITTER_EMAIL": "smedja@smastad.example",
    "GIT_COMMITTER_DATE": "2025-03-01T12:00:00Z",
}


@dataclass(frozen=True)
class Ran:
    """How a command ended and all that it said."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """What it said, wherever it said it."""
        return self.out + self.err


@dataclass(frozen=True)
class Workspace:
    """A working copy; `environment` is what its commands see beside the usual variables."""

    root: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, timeout: float = 120) -> Ran:
        """Run a Python module of the working copy: `run("site_builder", "check")`."""
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=self.root,
            env=self.variables,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=timeout,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def git(self, *arguments: str) -> None:
        """Run git in the working copy."""
        command = ["git", "-c", "init.defaultBranch=main", *arguments]
        subprocess.run(command, cwd=self.root, env=self.variables, check=True, capture_output=True)

    def commit(self) -> None:
        """Make a repository of the working copy, if it is none yet, and commit everything, on a fixed day."""
        self.git("init", "--quiet")
        self.write(".git/info/exclude", "__pycache__/\n")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Innehåll")

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file, with the folders above it."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_file() and file.stat().st_nlink > 1:
            file.unlink()  # the other name is the repository's own: see `linked`
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def replace(self, path: str, old: str, new: str) -> None:
        """Replace what stands exactly once in a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, (path, old)
        self.write(path, text.replace(old, new))

    def site(self) -> dict[str, bytes]:
        """Every file of the built site by path."""
        return files_below(self.root / "site")

    @property
    def variables(self) -> dict[str, str]:
        """The environment of every command: the usual one, without what would change the output."""
        usual = {name: value for name, value in os.environ.items() if name not in PRIVATE and name[:4] != "GIT_"}
        return {**usual, **ENVIRONMENT, **self.environment}


def files_below(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path from there."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def with_texts(root: Path, texts: Iterable[tuple[str, str]]) -> Workspace:
    """Return a working copy at `root` with the program, the theme and these texts."""
    for name in PROGRAM:
        # With what Python has compiled: it holds while the source is as old.
        shutil.copytree(ROOT / name, root / name, copy_function=linked)
    shutil.copy(ROOT / "mkdocs.yml", root)
    made = Workspace(root)
    for path, text in texts:
        made.write(path, text)
    return made


def linked(source: str, target: str) -> str:
    """Lay a file of the program in a working copy: code as a second name of the same file, since nobody writes into it.

    A thousand such files take a twentieth of a second, and a whole one when they are copied. `Workspace.write` and
    Python itself, when it compiles, put a new file in the place of such a name.
    """
    if source.endswith((".py", ".pyc")):
        with suppress(OSError):  # another disk has to be copied to
            os.link(source, target)
            return target
    return shutil.copy2(source, target)


def miniature(root: Path) -> Workspace:
    """Return a working copy at `root` with the miniature municipality."""
    made = with_texts(root, ())
    for name in ("content", "docs"):
        shutil.copytree(MINIATURE / name, root / name, dirs_exist_ok=True)
    return made
