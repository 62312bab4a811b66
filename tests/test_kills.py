"""A build that is killed at any step of the exchange, or that may write no more: the site is whole, the next run mends."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder.edge.machine import MACHINE
from site_builder.edge.swap import building
from tests.workspace import Workspace, files_below

ROOT = Path(__file__).resolve().parent.parent
# Python tells of every step on the disk before it is taken; at the one that is asked for the process is gone.
KILLED = """
import os, sys
from pathlib import Path
from site_builder.edge import swap
site, step, exchanges = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "exchange"
if not exchanges:
    swap.exchange = lambda *_: False
STEPS = ("os.rename", "os.mkdir", "os.rmdir", "os.remove", "shutil.rmtree", "open")
count = 0
def told(event, arguments):
    global count
    if event in STEPS and (event != "open" or str(site.parent) in str(arguments[0])):
        count += 1
        if count == step:
            os._exit(9)
with swap.building(site) as fresh:
    sys.addaudithook(told)
    for name in ("index.html", "om.html"):
        (fresh / name).write_text("ny")
    swap.take_place(fresh, site)
"""
MOST = 60


def kills(site: Path, system: str) -> Iterator[int]:
    """Let builds of a site be killed at one step after the other, until one has no such step."""
    for step in range(1, MOST):
        command = [sys.executable, "-c", KILLED, str(site), str(step), system]
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        assert code in (0, 9)
        if code == 0:
            return
        yield step
    pytest.fail("more steps than are tried")


@pytest.mark.parametrize("system", ["exchange", "two renames"])
def test_killed_at_any_step_the_site_is_whole(tmp_path: Path, system: str) -> None:
    """The old one or the new one, with all of its pages; where two renames do it, at the latest when the next begins."""
    site, steps = tmp_path / "en site på å" / "site", 0
    site.mkdir(parents=True)
    for name in ("index.html", "om.html"):
        (site / name).write_text("gammal", encoding="utf-8")
    for steps in kills(site, system):
        assert site.exists() or (system == "two renames" and steps > 2)
        with building(site):
            found = {path: content.decode() for path, content in files_below(site).items()}
        assert found in ({name: words for name in ("index.html", "om.html")} for words in ("gammal", "ny"))
        assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert steps >= 4


def test_who_may_write_no_large_file_is_told_and_the_old_site_stays(workspace: Workspace) -> None:
    """A limit of the system is a fault of the machine, as a full disk is."""
    workspace.write("site/index.html", "den gamla")
    done = subprocess.run(
        [sys.executable, "-m", "site_builder", "site"],
        cwd=workspace.root,
        env=workspace.variables,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )
    assert done.returncode == MACHINE, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("Det gick inte: ")
    assert files_below(workspace.root / "site") == {"index.html": b"den gamla"}
    assert not list(workspace.root.glob(".site-*"))
