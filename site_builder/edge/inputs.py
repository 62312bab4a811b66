"""Everything that the pure pipeline is given: the files, the words, the day, and when each file was last changed."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from site_builder.build import Build, Checked, build, check
from site_builder.edge.machine import MachineFault
from site_builder.foundation.diagnostic import Diagnostic
from site_builder.foundation.memory import Memory
from site_builder.foundation.strings import Strings
from site_builder.reading.read import read, read_strings


@dataclass(frozen=True)
class Inputs:
    """What one run builds on."""

    texts: Mapping[str, str]
    unread: tuple[Diagnostic, ...]
    strings: Strings
    as_of: date
    changed: Mapping[str, date]
    assets: Mapping[str, bytes] = field(default_factory=dict)

    def check(self, memory: Memory | None = None) -> Checked:
        """Check the content."""
        return check(self.texts, self.as_of, self.unread, memory)

    def build(self, memory: Memory | None = None) -> Build:
        """Build the site."""
        return build(self.texts, self.as_of, self.strings, self.changed, self.unread, memory)


def inputs(root: Path, history: bool = True) -> Inputs:
    """Read what a run in the folder `root` builds on; without `history` git is not asked."""
    texts = read(root)
    changed = _changed(root) if history else {}
    return Inputs(texts.by_path, texts.diagnostics, read_strings(), today(os.environ), changed, texts.assets)


def today(environment: Mapping[str, str]) -> date:
    """Return the day of the build: SOURCE_DATE_EPOCH (reproducible-builds.org) if it is set, else today in UTC."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    try:
        return (datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)).date()
    except (ValueError, OverflowError, OSError):
        raise MachineFault("epoch", value=str(epoch)) from None


def _changed(root: Path) -> dict[str, date]:
    """Return the day of each file's latest commit; nothing where git or the whole history is missing."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _git(root, "log", "--relative", "--format=%x00%cs", "--name-only", "--", "content", "docs")
    days: dict[str, date] = {}
    for commit in log.split("\x00")[1:]:
        day, *paths = commit.strip().split("\n")
        for path in paths:
            if path:
                days.setdefault(path, date.fromisoformat(day))
    return days


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")  # noqa: S603 - fixed arguments
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout
