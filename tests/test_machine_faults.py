"""Faults of the machine on the real command line: told in words, with an exit code of their own, nothing left."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.edge.machine import MACHINE, MachineFault, machine_words
from site_builder.reading.read import read_strings
from tests.servers import free_port
from tests.workspace import Ran, Workspace, files_below

# Run by Python when it starts: where a file of a kind is written the disk is full, or refuses.
FAULTY = """
import builtins, errno, io, os
real = io.open
def limited(file, mode="r", *rest, **more):
    if "w" in mode and "/.site-" in str(file) and str(file).endswith("{kind}"):
        raise OSError(errno.{name}, os.strerror(errno.{name}), str(file))
    return real(file, mode, *rest, **more)
builtins.open = io.open = limited
"""


def plainly(ran: Ran) -> str:
    """What a command said of a fault of the machine, in words and without a traceback."""
    assert ran.code == MACHINE, ran.said
    assert "Traceback" not in ran.said
    assert "fel i programmet" not in ran.said
    assert ran.err.startswith("Det gick inte: "), ran.err
    assert ran.err.count("\n") == 1
    return ran.err


@pytest.mark.parametrize(("name", "words"), [("ENOSPC", "disken är full"), ("EACCES", "rättighet saknas")])
@pytest.mark.parametrize("kind", [".css", "plans.json", "ordlista/index.html"])
def test_a_full_disk_is_told_and_the_old_site_stays(
    workspace: Workspace, tmp_path: Path, name: str, words: str, kind: str
) -> None:
    """While files are written, those of the program and of data, and while pages are."""
    (tmp_path / "sitecustomize.py").write_text(FAULTY.format(name=name, kind=kind), encoding="utf-8")
    workspace.write("site/index.html", "den gamla")
    ran = replace(workspace, environment={"PYTHONPATH": str(tmp_path)}).run("site_builder", "site")
    assert words in plainly(ran)
    assert files_below(workspace.root / "site") == {"index.html": b"den gamla"}
    assert not list(workspace.root.glob(".site-*"))


def test_a_file_in_the_way_is_told(workspace: Workspace) -> None:
    """Where the site shall stand, and where an export shall."""
    workspace.write("site", "min fil")
    assert "ligger i vägen" in plainly(workspace.run("site_builder", "site"))
    assert "ligger i vägen" in plainly(workspace.run("site_builder", "export", "site/under"))
    assert (workspace.root / "site").read_text(encoding="utf-8") == "min fil"


@pytest.mark.parametrize("epoch", ["abc", "9" * 30, "1.5"])
@pytest.mark.parametrize("command", ["check", "site", "serve"])
def test_a_moment_that_is_none_is_told(workspace: Workspace, epoch: str, command: str) -> None:
    """SOURCE_DATE_EPOCH is a number of seconds."""
    port = ("--port", str(free_port())) if command == "serve" else ()
    ran = replace(workspace, environment={"SOURCE_DATE_EPOCH": epoch}).run("site_builder", command, *port)
    assert epoch in plainly(ran)


def test_a_reader_who_leaves_is_no_fault_of_the_program(workspace: Workspace) -> None:
    """As in `check | head -1`."""
    workspace.write("docs/om.md", "# Om\n\n" + "<b>\n\n" * 20_000)
    command = f"{sys.executable} -m site_builder check | head -1"
    ran = subprocess.run(
        command, shell=True, cwd=workspace.root, env=workspace.variables, capture_output=True, check=False
    )
    assert ran.stderr == b""


def test_findings_are_told_whatever_the_terminal_can_write(workspace: Workspace) -> None:
    """A sign that its letters lack does not hide the finding."""
    workspace.write("docs/om.md", "# Om\n\nMinst ≥ 3 <b>\n")
    ran = replace(workspace, environment={"PYTHONIOENCODING": "cp1252"})
    done = subprocess.run(
        [sys.executable, "-m", "site_builder", "check"],
        cwd=workspace.root,
        env=ran.variables,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "docs/om.md:3:11: fel [raw-html]" in done.stdout.decode("cp1252")
    assert "Traceback" not in done.stderr.decode("cp1252")


def test_every_fault_has_words() -> None:
    """Also one that nobody has thought of, and too little memory."""
    strings = read_strings()
    assert "minne" in machine_words(MemoryError(), strings)
    assert "Konstigt (fil)" in machine_words(OSError(9999, "Konstigt", "fil"), strings)
    assert "finns inte" in machine_words(FileNotFoundError(2, "x", "fil"), strings)
    assert "pågår" in machine_words(MachineFault("building", path="."), strings)
