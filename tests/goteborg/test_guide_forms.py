"""The commands for spreadsheets in the editor's guide, done as they are written, on the content as it is."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.spreadsheets import filled
from tests.test_form_sheets import run
from tests.workspace import ROOT, files_below

PROGRAM = ".venv/bin/python -m site_builder "
SECTION = re.compile(r"^## Svar och värden i kalkylblad.*?(?=^## )", re.MULTILINE | re.DOTALL)


def commands() -> list[list[str]]:
    """Every command of the section, as a person would paste it."""
    section = SECTION.search((ROOT / "docs/om/redigera.md").read_text(encoding="utf-8"))
    assert section
    blocks = re.findall(r"```sh\n(.*?)```", section[0], re.DOTALL)
    lines = [line for block in blocks for line in block.replace("\\\n", " ").strip().split("\n")]
    assert all(line.startswith(PROGRAM) for line in lines)
    return [shlex.split(line.removeprefix(PROGRAM)) for line in lines]


def test_the_guide_can_be_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each form is written, filled in and taken in, and then the content has what was written."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795824000")  # 2026-11-28
    for name in ("content", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("dev", "theme", "assets"))
    monkeypatch.chdir(tmp_path)
    (report, take_in), (indicators, put_in) = commands()[:2], commands()[2:]
    for out, back, cells in (
        (report, take_in, {"F4": "Arbetet pågår."}),
        (indicators, put_in, {"H4": 2025, "I4": 17}),
    ):
        assert run(*out) == 0
        file = tmp_path / back[2]
        answer = {"E4": _first_choice(file)} if out is report else {}
        file.write_bytes(filled(file.read_bytes(), {**cells, **answer}))
        before = files_below(tmp_path / "content")
        assert run(*back) == 0, back
        assert files_below(tmp_path / "content") != before


def _first_choice(file: Path) -> str:
    from site_builder.reading.workbook import read_workbook

    return next(str(row[2]) for row in read_workbook(file.read_bytes())["id"] if row[0] == "step")
