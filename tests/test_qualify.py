"""`qualify` names the plan where it is left out, changes nothing else, and locked reports keep their words."""

import shutil
from pathlib import Path

import pytest

from site_builder.edge.editing.qualify import qualify
from site_builder.edge.inputs import inputs
from tests.miniature import ROOT
from tests.workspace import files_below

PLAN = "ungdomsplan-2023-2026"
REPORTS = ("2023-kulturnamnden", "2024-kulturnamnden", "2024-tekniska-namnden")


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The miniature as it was before plans had to be named: not one of them is."""
    shutil.copytree(ROOT, tmp_path / "bare", ignore=shutil.ignore_patterns("expected"))
    root = tmp_path / "bare"
    for file in [*root.glob("content/*.yaml"), *root.glob("content/topics/*"), root / "docs/om.md"]:
        text = file.read_bytes().replace(f"{PLAN}/2:1".encode(), b'"2:1"')
        for name in (b"1:1", b"A", b"fritid", b"ansvarsmatris"):
            text = text.replace(f"{PLAN}/".encode() + name, name)
        file.write_bytes(text.replace(b'[["2:1"]]', b"[[2:1]]"))
    for report in REPORTS:
        file = root / f"content/follow_ups/{report}.yaml"
        file.write_bytes(file.read_bytes().replace(f"\nplan: {PLAN}\n".encode(), b"\n"))
    return root


def test_every_bare_reference_is_mended_and_means_the_same(bare: Path) -> None:
    """One command, and the check is green; what is referred to is what was meant."""
    before = inputs(bare).check()
    assert {item.code for item in before.diagnostics} == {"reference-without-plan"}
    found = qualify(bare)
    after = inputs(bare).check()
    assert (found.left, after.diagnostics) == ((), ())
    meant = [(item.source.path, item.kind, item.key) for item in before.index.references if item.keys != ("plan",)]
    left = [(item.source.path, item.kind, item.key) for item in after.index.references if item.keys != ("plan",)]
    assert [item for item in meant if item in left] == meant


def test_only_the_plan_is_put_in(bare: Path) -> None:
    """Taken out again, every file is as it was, to the byte; also with Windows line ends and a byte order mark."""
    page = bare / "docs/om.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    before = files_below(bare)
    qualify(bare)
    for path, data in files_below(bare).items():
        line = b"\r\n" if path == "docs/om.md" else b"\n"
        taken = data
        if data != before[path]:
            taken = data.replace(f"plan: {PLAN}".encode() + line, b"").replace(f"{PLAN}/".encode(), b"")
        assert taken == before[path], path


def test_a_dry_run_writes_nothing(bare: Path) -> None:
    """It tells what would be done."""
    before = files_below(bare)
    assert qualify(bare, dry_run=True).counts
    assert files_below(bare) == before


def test_what_does_not_exist_is_left_for_a_person(bare: Path) -> None:
    """A number that the current plan does not have may be one of another plan."""
    page = bare / "docs/om.md"
    page.write_text(page.read_text(encoding="utf-8").replace("[[1:1]]", "[[9:9]]"), encoding="utf-8")
    assert [(span.path, span.line) for span in qualify(bare).left] == [("docs/om.md", 3)]
