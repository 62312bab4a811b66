"""Files are exchanged all together or not at all: whenever the program is killed, and whoever else edits them."""

import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.edge.editing import journal
from site_builder.edge.editing.job import save_texts
from site_builder.edge.editing.journal import exchange_files, finish
from site_builder.edge.editing.raw import carried
from site_builder.edge.inputs import inputs
from site_builder.edge.machine import MachineFault
from site_builder.reading.decode import decode
from tests.workspace import ROOT, files_below, miniature

OLD = {"content/a.yaml": b"a: 1\n", "content/b.yaml": b"b: 1\n", "docs/c.md": b"# C\n"}
NEW = {"content/a.yaml": b"a: 2\n", "content/d/new.yaml": b"d: 1\n", "docs/c.md": b"# D\n"}
EXCHANGE = {path: (OLD.get(path), NEW.get(path)) for path in sorted({*OLD, *NEW})}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, data in OLD.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


class Killed(BaseException):
    """The program ends here, and nothing after this is done."""


def dies_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Let the program end before its n-th change of the disk."""
    count = 0

    def counted(name: str) -> None:
        original = getattr(Path, name)

        def dying(self: Path, *arguments: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count > step:
                raise Killed
            return original(self, *arguments, **named)

        monkeypatch.setattr(Path, name, dying)

    for name in ("rename", "replace", "unlink", "mkdir"):
        counted(name)


@pytest.mark.parametrize("step", range(12))
def test_killed_at_any_step_nothing_is_half_done(step: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next to come finds either all as it was, or makes all as it shall be."""
    with monkeypatch.context() as patched:
        dies_at(patched, step)
        try:
            exchange_files(root, EXCHANGE)
            survived = True
        except Killed:
            survived = False
    finish(root)
    assert files_below(root) == (NEW if survived or step > 1 else OLD)
    finish(root)
    assert not [file for file in (root / "content").iterdir() if file.name.startswith(".")]


def test_there_are_not_more_steps_than_are_tried(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one step less than the last it is not complete; with all of them it is."""
    dies_at(monkeypatch, 11)
    exchange_files(root, EXCHANGE)
    assert files_below(root) == NEW


@pytest.mark.parametrize("step", [1, 3, 5])
def test_the_real_program_is_killed(step: int, tmp_path: Path) -> None:
    """A command that dies on its way, and `check` after it: the content is whole, old or new, and without faults."""
    workspace = miniature(tmp_path / "copy")
    before = files_below(workspace.root / "content")
    script = (
        "import os, sys; from pathlib import Path\n"
        "count = 0\n"
        "def dying(original):\n"
        "    def step(self, *rest):\n"
        "        global count\n"
        "        count += 1\n"
        f"        if count > {step}: os._exit(9)\n"
        "        return original(self, *rest)\n"
        "    return step\n"
        "Path.rename, Path.replace, Path.unlink = dying(Path.rename), dying(Path.replace), dying(Path.unlink)\n"
        "sys.argv = ['site_builder', 'rename', 'organization', 'kulturnamnden', 'kultur']\n"
        "from site_builder.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=workspace.root, env=workspace.variables, check=False)
    assert done.returncode == 9
    assert files_below(workspace.root / "content") != before  # some of it is done, or stands beside
    assert workspace.run("site_builder", "check").code == 0
    after = files_below(workspace.root / "content")
    assert "organizations/kultur.yaml" in after
    assert "organizations/kulturnamnden.yaml" not in after
    assert not [path for path in after if path.startswith(".")]


def test_a_file_that_somebody_else_has_edited_is_left(root: Path) -> None:
    """Then nothing at all is written."""
    (root / "docs/c.md").write_bytes(b"# Egen\n")
    before = files_below(root)
    with pytest.raises(MachineFault) as told:
        exchange_files(root, EXCHANGE)
    assert (told.value.key, told.value.values) == ("edited-meanwhile", {"path": "docs/c.md"})
    finish(root)
    assert files_below(root) == before


def test_a_file_edited_after_a_kill_is_not_overwritten(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody has mended by hand what a killed command left: a person has to say which of them holds."""
    with monkeypatch.context() as patched:
        dies_at(patched, 2)
        with pytest.raises(Killed):
            exchange_files(root, EXCHANGE)
    (root / "docs/c.md").write_bytes(b"# Egen\n")
    with pytest.raises(MachineFault) as told:
        finish(root)
    assert told.value.key == "edited-meanwhile"
    assert (root / "docs/c.md").read_bytes() == b"# Egen\n"


def test_a_list_that_leads_out_of_the_content_is_refused(root: Path) -> None:
    """The folder may come with somebody's content: it must not reach anything else."""
    (folder := root / "content" / journal.DECIDED).mkdir()
    (folder / "0").write_bytes(b"x")
    for path in ("../x", "content/../x", "README.md"):
        entry = f'[{{"path": "{path}", "old": "", "new": "{journal._fingerprint(b"x")}", "staged": "0"}}]'
        (folder / journal.LIST).write_text(entry, encoding="utf-8")
        with pytest.raises(MachineFault) as told:
            finish(root)
        assert told.value.key == "foreign-edit"
    (root / "content/away").symlink_to(root.parent)
    (folder / journal.LIST).write_text(entry.replace("README.md", "content/away/x"), encoding="utf-8")
    with pytest.raises(MachineFault):
        finish(root)


def test_rights_of_a_file_are_kept(root: Path) -> None:
    """A file that only its owner may read stays so."""
    (root / "content/a.yaml").chmod(0o600)
    exchange_files(root, EXCHANGE)
    assert (root / "content/a.yaml").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("raw", "change", "expected"),
    [
        (b"a: 1\r\nb: 2\r\nc: 3\r\n", ("b: 2\n", "b: 4\nd: 5\n"), b"a: 1\r\nb: 4\r\nd: 5\r\nc: 3\r\n"),
        (b"\xef\xbb\xbfa: 1\nb: 2\n", ("b: 2", "b: 3"), b"\xef\xbb\xbfa: 1\nb: 3\n"),
        ("e\u0301: e\u0301 x\nb: 2\n".encode(), ("x", "y"), "e\u0301: e\u0301 y\nb: 2\n".encode()),
        ("e\u0301: x e\u0301\n".encode(), ("x", "y"), "e\u0301: y e\u0301\n".encode()),
        ("a: e\u0301x\n".encode(), ("x", "y"), "a: e\u0301y\n".encode()),
        (b"a: 1\r\nb: 2\nc: 3", ("c: 3", "c: 4"), b"a: 1\r\nb: 2\nc: 4"),
        (b"a: 1\rb: 2\r", ("b: 2", "b: 3"), b"a: 1\rb: 3\r"),
    ],
)
def test_what_is_not_changed_keeps_its_bytes(raw: bytes, change: tuple[str, str], expected: bytes) -> None:
    """Line ends, the byte order mark and letters that are not composed, also beside the change."""
    text = decode("x", raw)
    assert isinstance(text, str)
    assert carried(raw, text) == raw
    assert carried(raw, text.replace(*change)) == expected


def test_a_text_that_was_read_before_an_edit_is_not_written(root: Path) -> None:
    """What is on the disk is not what the change was made of."""
    with pytest.raises(MachineFault):
        save_texts(root, {"content/a.yaml": "a: 0\n"}, {"content/a.yaml": "a: 2\n"})


def test_reading_completes_what_was_decided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever builds or checks sees the whole change."""
    root = miniature(tmp_path / "copy").root
    path = "content/search_words.yaml"
    old = (root / path).read_bytes()
    with monkeypatch.context() as patched:
        dies_at(patched, 2)
        with pytest.raises(Killed):
            exchange_files(root, {path: (old, old + b"# Klart\n")})
    assert inputs(root, history=False).texts[path].endswith("# Klart\n")


def test_the_folder_of_an_exchange_is_not_kept_in_git() -> None:
    """It is of one machine and one moment."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split("\n")
    assert f"/content/{journal.DECIDED}*/" in ignored
