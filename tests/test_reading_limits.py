"""What the reader of the disk refuses: links, files that are too large, and too many of them."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from site_builder.build import check
from site_builder.reading import read as reader
from site_builder.reading.read import read
from site_builder.reading.yaml_reader import parse
from tests.cases import AS_OF, listed
from tests.miniature import ROOT

FILE = "content/plans/ungdomsplan-2023-2026/starting_points/hinder.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature on a disk of its own."""
    return Path(shutil.copytree(ROOT, tmp_path / "copy"))


def found_in(root: Path) -> tuple[str, ...]:
    """Return what reading and checking finds, as golden cases list it."""
    texts = read(root)
    return listed(check(texts.by_path, date.fromisoformat(AS_OF), texts.diagnostics).diagnostics)


def test_a_file_over_the_limit_is_refused_unread(root: Path) -> None:
    """The file is told of, and is still known by its name."""
    (root / FILE).write_bytes(b"#" * (reader.MAX_BYTES + 1))
    assert found_in(root) == (f"too-large {FILE} 1 1",)


def test_a_symbolic_link_is_refused(root: Path) -> None:
    """A link could lead out of the content."""
    (root / FILE).rename(root / "hinder.yaml")
    (root / FILE).symlink_to(root / "hinder.yaml")
    assert found_in(root) == (f"symbolic-link {FILE} 1 1",)


def test_too_many_files_are_refused_in_one_line(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else is said of them."""
    monkeypatch.setattr(reader, "MAX_FILES", 5)
    assert found_in(root) == ("too-many-files content 1 1",)


def test_an_empty_root_misses_its_content(tmp_path: Path) -> None:
    """One line, and no follow-on errors."""
    assert found_in(tmp_path) == ("missing-folder content 1 1",)


def test_hidden_files_and_the_notes_of_developers_are_left_out(root: Path) -> None:
    """An editor's swap file is no content, and `docs/dev` is not for the site."""
    (root / "content" / ".plan.yaml.swp").write_bytes(b"\x00")
    (root / "docs" / "dev").mkdir()
    (root / "docs" / "dev" / "beslut.md").write_text("[[9:9]]", encoding="utf-8")
    assert found_in(root) == ()


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000], ids=["lists", "mappings", "blocks"])
def test_any_depth_is_refused_without_harm(text: str) -> None:
    """The parser in C is never asked to go deeper than the limit."""
    source, faults = parse("content/site.yaml", text)
    assert source is None
    assert [fault.code for fault in faults] == ["too-deep"]
