"""The commands in the editor's guide, done as they are written, one after the other, on the content as it is."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from site_builder.edge.inputs import inputs
from site_builder.foundation.diagnostic import has_errors
from tests.test_editing_jobs import command
from tests.workspace import ROOT, files_below

PROGRAM = ".venv/bin/python -m site_builder "
SECTIONS = re.compile(r"^## Gör det med ett kommando.*?(?=^## )", re.MULTILINE | re.DOTALL)
JOBS = ("new document", "new organization", "new decision", "new intervention", "new indicator", "new follow-up")
DONE = (*JOBS, "renumber", "rename organization", "merge organizations", "withdraw")


def commands() -> list[str]:
    """Every command of the section, as a person would paste it."""
    section = SECTIONS.search((ROOT / "docs/om/redigera.md").read_text(encoding="utf-8"))
    assert section
    blocks = re.findall(r"```sh\n(.*?)```", section[0], re.DOTALL)
    return [line for block in blocks for line in block.replace("\\\n", " ").strip().split("\n")]


def test_the_guide_has_every_job() -> None:
    """Each job that there is a command for is shown, and each command is of this program."""
    shown = commands()
    assert all(line.startswith(PROGRAM) for line in shown)
    assert all(any(line.startswith(PROGRAM + job) for line in shown) for job in DONE)


def test_the_guide_can_be_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command does something, and after the last one the content has no faults."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795824000")  # 2026-11-28
    for name in ("content", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("dev", "theme", "assets"))
    for line in commands():
        before = files_below(tmp_path)
        assert command(tmp_path, line.removeprefix(PROGRAM)) == 0, (shlex.split(line), capsys.readouterr().err)
        assert files_below(tmp_path) != before
    assert not has_errors(inputs(tmp_path, history=False).check().diagnostics)
