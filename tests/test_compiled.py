"""What is kept beside the program's bytecode: only this very program takes it, and no site shows that it is there."""

import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader, TemplateRuntimeError

from site_builder.build import build
from site_builder.edge import cache
from site_builder.edge.compiled import beside, program
from site_builder.foundation.memory import Memory
from site_builder.reading.read import read_strings
from site_builder.render.environment import remember_templates
from tests.english_examples import english_miniature
from tests.miniature import texts
from tests.test_memory import DAY, output
from tests.workspace import ROOT


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for bytecode of its own, where it may be written."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "bytecode"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def made(key: str, kind: str = "templates") -> Memory:
    """Return the memory of a build that had to make something."""
    memory = Memory(beside.compiled())
    memory.recall(kind, key, lambda: f"made of {key}")
    return memory


def test_it_lies_where_python_keeps_the_bytecode_of_the_program(place: Path) -> None:
    file = beside.compiled_file()
    assert file.is_relative_to(place)
    assert file.parent == Path(cache_from_source(str(ROOT / "site_builder" / "build.py"))).parent


def test_one_run_leaves_it_to_the_next_whatever_the_site(place: Path) -> None:
    cache.remember(place / "a site", made("a"))
    assert cache.remembered(place / "another").find("templates", "a") == "made of a"
    assert cache.remembered(place / "another", "history").find("templates", "a") is None


def test_what_others_have_left_meanwhile_stays() -> None:
    one, other = made("one"), made("other", "schemas")
    beside.keep_compiled(one)
    beside.keep_compiled(other)
    assert beside.compiled() == {"templates": {"one": "made of one"}, "schemas": {"other": "made of other"}}


def test_it_does_not_grow_for_ever_and_keeps_what_is_asked_for() -> None:
    for number in range(4):
        memory = made(f"asked for by all but the last in round {number}")
        for each in range(beside.MOST // 2):
            memory.recall("templates", f"{number} {each}", lambda: "made")
        beside.keep_compiled(memory)
    kept = beside.compiled()["templates"]
    assert len(kept) == beside.MOST
    assert {f"3 {each}" for each in range(beside.MOST // 2)} < kept.keys()
    assert "0 0" not in kept


def test_nothing_is_written_when_nothing_had_to_be_made() -> None:
    memory = Memory()
    memory.recall("sections", "a", lambda: 1)
    beside.keep_compiled(memory)
    assert not beside.compiled_file().exists()


def test_where_python_writes_no_bytecode_it_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    beside.keep_compiled(made("a"))
    assert not beside.compiled_file().exists()


def test_a_place_that_cannot_be_written_is_no_fault(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "file").write_bytes(b"")
    monkeypatch.setattr(sys, "pycache_prefix", str(place / "file"))
    beside.keep_compiled(made("a"))
    assert beside.compiled() == {}


def test_another_program_takes_nothing_of_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside.keep_compiled(made("a"))
    for module in (beside, cache):
        monkeypatch.setattr(module, "program_version", lambda: "another")
    assert cache.remembered(place).find("templates", "a") is None


def test_what_was_made_while_the_program_was_changed_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = made("a")
    monkeypatch.setattr(beside, "version_on_disk", lambda: "another")
    beside.keep_compiled(memory)
    assert not beside.compiled_file().exists()


@pytest.mark.parametrize("at", [0, 70, 140, -1])
def test_a_file_with_one_byte_changed_or_the_end_cut_off_is_none(at: int) -> None:
    """Whether in the program's version, in the checksum or in what it holds."""
    beside.keep_compiled(made("a"))
    file = beside.compiled_file()
    whole = bytearray(file.read_bytes())
    for broken in (whole[:at], [*whole[:at], whole[at] ^ 1, *(whole[at + 1 :] if at != -1 else ())], b"", b"\n"):
        file.write_bytes(bytes(broken))
        assert beside.compiled() == {}


def test_a_version_is_of_every_file_of_the_program_but_not_of_what_python_makes_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the file would be another program's as soon as it is written."""
    monkeypatch.setattr(program, "PROGRAM", tmp_path)
    for part in program.PARTS:
        (tmp_path / part / "deep" / "__pycache__").mkdir(parents=True)
    versions = [program.version_on_disk()]
    (tmp_path / "site_builder/deep/__pycache__/compiled.marshal").write_bytes(b"made")
    assert program.version_on_disk() == versions[0]
    for path, text in (("schema/a.py", "a"), ("hooks/deep/b.yaml", ""), ("hooks/deep/b.yaml", "b"), ("hooks/c", "b")):
        (tmp_path / path).write_text(text, encoding="utf-8")
        versions.append(program.version_on_disk())
    (tmp_path / "hooks/c").rename(tmp_path / "hooks/d")
    assert len({*versions, program.version_on_disk()}) == 6


def test_no_bytecode_and_nothing_like_it_is_in_git() -> None:
    """Python runs what lies there, without being asked."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if listed.returncode:
        pytest.skip("this is no repository")
    assert [path for path in listed.stdout.splitlines() if "__pycache__/" in path] == []


def test_a_template_is_compiled_once_wherever_it_lies_and_tells_where_it_lies(tmp_path: Path) -> None:
    memory = Memory()
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.html").write_text("\n{{ fail() }}", encoding="utf-8")
        memory.news.clear()
        engine = Environment(autoescape=True, loader=FileSystemLoader(tmp_path / folder))
        remember_templates(engine, memory)
        template = engine.get_template("a.html")
        with pytest.raises(TemplateRuntimeError) as raised:
            template.render(fail=_fail)
        assert template.filename == str(tmp_path / folder / "a.html")
        assert template.filename in [str(entry.path) for entry in raised.traceback]
    assert memory.news == set()
    assert len(memory.kept["templates"]) == 1


def _fail() -> None:
    raise TemplateRuntimeError


def test_the_same_text_is_compiled_for_each_engine_and_each_text_of_a_name() -> None:
    memory = Memory()
    shown = []
    for whose, text in (("pages", "{{ x }}"), ("frames", "{{ x }}"), ("frames", "{{ x }}!")):
        engine = Environment(loader=DictLoader({"a": text}), autoescape=whose == "pages")
        remember_templates(engine, memory, whose)
        shown.append(engine.get_template("a").render(x="<"))
    assert shown == ["&lt;", "<", "<!"]


def test_two_languages_and_addresses_do_not_disturb_each_other() -> None:
    """Each site is what it is without anything that was made before, also beside one in another language."""
    swedish, english = texts(), english_miniature()
    moved = {path: text.replace("planer.smastad.example", "flyttad.example") for path, text in swedish.items()}
    memory = Memory()
    for turn in range(2):
        for found, language in ((swedish, "sv"), (english, "en"), (moved, "sv")):
            memory.news.clear()
            warm = output(build(found, DAY, read_strings(language), memory=memory))
            assert not turn or not memory.news & {*beside.OF_THE_PROGRAM}
            assert len(warm) > 100
            assert warm == output(build(found, DAY, read_strings(language)))
    assert set(memory.kept["schemas"]) == {"sv", "en"}
