"""What a build remembers: the same site as a cold build makes, whatever has changed; nothing that is not asked for."""

import random
import sys
from datetime import date
from pathlib import Path

import pytest

from site_builder.build import build
from site_builder.built import Build
from site_builder.edge import cache
from site_builder.foundation.memory import Memory
from site_builder.foundation.page import SiteFile
from site_builder.reading.read import read_strings
from site_builder.search import read_pages
from tests.miniature import texts

DAY = date(2026, 1, 15)
WORDS = ("Socialnämnden", "insats", "planen", "2025", "ansvarar", "unga", "**starkt**", "- punkt")


def made(found: dict[str, str], memory: Memory | None = None) -> Build:
    return build(found, DAY, read_strings(), memory=memory)


def output(built: Build) -> dict[str, object]:
    """Everything that ends up in a site, by address or path."""
    files: tuple[SiteFile, ...] = (*built.artifacts, *built.search.files)
    return {page.address: page for page in built.pages} | {file.path: file.data for file in files}


def changed(found: dict[str, str], chance: random.Random) -> dict[str, str]:
    """Return the content with one word of one file made another, as an editor might."""
    path = chance.choice(sorted(path for path in found if path.endswith((".yaml", ".md"))))
    words = found[path].split(" ")
    place = chance.randrange(len(words))
    return found | {path: " ".join([*words[:place], chance.choice(WORDS), *words[place + 1 :]])}


@pytest.mark.parametrize("seed", range(4))
def test_a_second_build_is_what_a_cold_one_is(seed: int) -> None:
    """After any change: the same pages, data and search index, and the same findings where it is a fault."""
    chance, found, memory = random.Random(seed), texts(), Memory()
    for _ in range(8):
        memory = Memory(memory.kept)
        warm, cold = made(found, memory), made(found)
        assert warm.diagnostics == cold.diagnostics
        assert output(warm) == output(cold)
        found = changed(texts() if chance.random() < 0.5 else found, chance)


def test_a_single_build_is_what_one_that_remembers_is() -> None:
    """What a run that builds once lets go of early was asked for by nobody."""
    alone, found = Memory(besides=("file", "reading")), texts()
    assert output(made(found, alone)) == output(made(found))
    assert not alone.kept["file"]
    assert alone.news >= {"finished", "sections", "read"}


def test_of_many_pages_a_single_build_keeps_nothing_of_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would hold it while it writes the site; a run that builds again keeps it."""
    monkeypatch.setattr(read_pages, "MANY", 1)
    alone, serving, found = Memory(besides=("file", "reading")), Memory(), texts()
    assert output(made(found, alone)) == output(made(found, serving))
    assert "read" not in alone.kept
    assert not alone.kept["reading"]
    assert serving.kept["reading"]


def test_the_same_content_is_worked_out_once() -> None:
    """Nothing is new in a second build of the same content."""
    first = Memory()
    made(texts(), first)
    second = Memory(first.kept)
    made(texts(), second)
    kinds = {"file", "finished", "sections", "read", "schemas", "books"}
    assert first.news >= kinds
    assert second.news == set()
    assert all(set(second.kept[kind]) == set(first.kept[kind]) for kind in kinds)


def test_what_is_not_asked_for_is_forgotten() -> None:
    """A file that is gone is not remembered after the next build."""
    first = Memory()
    first.recall("file", "a", lambda: 1)
    second = Memory(first.kept)
    assert second.recall("file", "b", lambda: 2) == 2
    assert dict(second.kept["file"]) == {"b": 2}


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A virtual environment of its own."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "venv"))
    monkeypatch.setattr(sys, "base_prefix", "elsewhere")
    return tmp_path


def test_a_memory_survives_the_run(environment: Path) -> None:
    """What one run has worked out the next one has, for the same folder alone."""
    memory = Memory()
    memory.recall("sections", ("a", "text"), lambda: [1])
    cache.remember(environment, memory)
    assert cache.remembered(environment).kept == {}
    assert cache.remembered(environment).recall("sections", ("a", "text"), lambda: [2]) == [1]
    assert cache.remembered(environment / "other").recall("sections", ("a", "text"), lambda: [2]) == [2]


@pytest.mark.parametrize("data", [b"", b"nothing that Python has written", b"\x80\x05."])
def test_a_broken_memory_is_no_memory(environment: Path, data: bytes) -> None:
    """A file that is cut off or foreign costs time and nothing else."""
    file = cache.cache_file(environment)
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    assert cache.remembered(environment).recall("sections", "a", lambda: 3) == 3


def test_another_program_remembers_nothing(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change of the program, of a library or of Python makes everything anew."""
    memory = Memory()
    memory.recall("sections", "a", lambda: 1)
    cache.remember(environment, memory)
    monkeypatch.setattr(cache, "program_version", lambda: "another")
    assert cache.remembered(environment).recall("sections", "a", lambda: 2) == 2


def test_without_an_environment_of_its_own_nothing_is_kept(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's Python is left alone."""
    monkeypatch.setattr(sys, "base_prefix", sys.prefix)
    memory = Memory()
    memory.recall("sections", "a", lambda: 1)
    cache.remember(environment, memory)
    assert not cache.cache_file(environment).exists()
