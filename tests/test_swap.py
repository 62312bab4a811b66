"""The site's folder: whole or not at all, whoever builds beside, whatever stands there, and when a build is killed."""

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from site_builder.edge import swap
from site_builder.edge.exchange import exchange
from site_builder.edge.machine import BUSY, MACHINE, MachineFault
from site_builder.edge.swap import building, take_place
from tests.workspace import Workspace

HIDDEN = ".site-"
PAGE = "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"


def made(site: Path, words: str) -> None:
    """Build a site of one page."""
    with building(site) as fresh:
        (fresh / "index.html").write_text(words, encoding="utf-8")
        take_place(fresh, site)


def names_in(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def left_in(folder: Path) -> list[str]:
    """What a build has left beside the site."""
    return [name for name in names_in(folder) if name.startswith(HIDDEN)]


@pytest.fixture(params=["exchange", "two renames"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With and without the exchange in one step."""
    if request.param == "two renames":
        monkeypatch.setattr(swap, "exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("system")
def test_the_first_site_and_the_next(tmp_path: Path) -> None:
    """Each takes the place of the one before, and nothing is left beside it."""
    for words in ("ett", "två", "tre"):
        made(tmp_path / "site", words)
        assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == words
        assert names_in(tmp_path) == ["site"]


@pytest.mark.usefixtures("system")
def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    """The folder that a server shows is the one that gets the new site, also where it is not there yet."""
    served = tmp_path / "www"
    served.mkdir()
    (tmp_path / "site").symlink_to("www/plan")
    for words in ("ett", "två"):
        made(tmp_path / "site", words)
        assert (tmp_path / "site").is_symlink()
        assert (served / "plan/index.html").read_text(encoding="utf-8") == words
        assert names_in(served) == ["plan"]


@pytest.mark.usefixtures("system")
def test_a_read_only_site_is_replaced(tmp_path: Path) -> None:
    """Also its folders, which cannot be emptied as they are."""
    made(tmp_path / "site", "ett")
    (tmp_path / "site/under").mkdir()
    (tmp_path / "site/under/fil").touch()
    for path in (tmp_path / "site/under", tmp_path / "site"):
        path.chmod(0o555)
    made(tmp_path / "site", "två")
    assert names_in(tmp_path) == ["site"]


def test_what_stands_in_the_way_is_told_and_stays(tmp_path: Path) -> None:
    """A plain file, a link that leads round to itself, and one into a folder that is not there."""
    (tmp_path / "site").write_text("min fil", encoding="utf-8")
    with pytest.raises(MachineFault, match="in-the-way"):
        made(tmp_path / "site", "ett")
    assert (tmp_path / "site").read_text(encoding="utf-8") == "min fil"
    (tmp_path / "rund").symlink_to("rund")
    with pytest.raises(MachineFault, match="in-the-way"):
        made(tmp_path / "rund", "ett")
    (tmp_path / "vilse").symlink_to("finns/inte")
    with pytest.raises(MachineFault, match="dangling"):
        made(tmp_path / "vilse", "ett")
    assert left_in(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges in one step")
def test_at_no_moment_is_there_no_site(tmp_path: Path) -> None:
    """Whoever looks while sites are exchanged finds a page every time."""
    site = tmp_path / "site"
    made(site, "ett")
    done, missing, looks = threading.Event(), 0, 0

    def look() -> None:
        nonlocal missing, looks
        while not done.is_set():
            looks += 1
            missing += not (site / "index.html").exists()

    watcher = threading.Thread(target=look)
    watcher.start()
    for number in range(100):
        made(site, str(number))
    done.set()
    watcher.join()
    assert looks > 100
    assert missing == 0


def test_a_system_without_the_exchange_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another system, and a disk that refuses it; what is no such refusal is a fault."""
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "ett", tmp_path / "två")
    monkeypatch.setattr("site_builder.edge.exchange.os.name", "nt")
    assert not exchange(tmp_path / "ett", tmp_path / "två")


@pytest.mark.parametrize("names", [(".site-new", ".site-old"), (".site-new-0123abcd", ".site-old-0123abcd")])
def test_what_a_killed_build_left_is_mended(tmp_path: Path, names: tuple[str, str]) -> None:
    """The site that was moved away comes back before anything else is done, and the rest goes."""
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, encoding="utf-8")
    (tmp_path / ".site-mine").mkdir()
    with building(tmp_path / "site"):
        assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == names[1]
    assert names_in(tmp_path) == [".site-mine", "site"]


def test_one_build_at_a_time(tmp_path: Path) -> None:
    """The second is told that there is one, with an exit code of its own; when the first has ended it may."""
    with building(tmp_path / "site"), pytest.raises(MachineFault) as told, building(tmp_path / "site"):
        pass
    assert told.value.code == BUSY
    made(tmp_path / "site", "ett")


def test_two_builds_at_once_leave_one_whole_site(workspace: Workspace) -> None:
    """On the real command line: one builds, the other says that one is building; the site is that of a single build."""
    command = [sys.executable, "-m", "site_builder", "site"]
    first = subprocess.Popen(command, cwd=workspace.root, env=workspace.variables)
    end = time.monotonic() + 60
    while not left_in(workspace.root):
        assert time.monotonic() < end
        time.sleep(0.005)
    first.send_signal(signal.SIGSTOP)  # so that it is not done before the other has begun
    second = workspace.run("site_builder", "site")
    first.send_signal(signal.SIGCONT)
    assert (second.code, first.wait(timeout=120)) == (BUSY, 0), second.said
    assert "ett annat bygge pågår" in second.said
    together = workspace.site()
    assert workspace.run("site_builder", "site").code == 0
    assert workspace.site() == together
    assert left_in(workspace.root) == []


def test_a_killed_build_leaves_the_old_site_and_the_next_run_mends(workspace: Workspace) -> None:
    """Killed while it writes: the site is the old one, also where the content has a fault the next time."""
    assert workspace.run("site_builder", "site").code == 0
    before = workspace.site()
    build = subprocess.Popen(
        [sys.executable, "-m", "site_builder", "site"], cwd=workspace.root, env=workspace.variables
    )
    end = time.monotonic() + 60
    while not any((workspace.root / name / "assets").exists() for name in left_in(workspace.root)):
        assert time.monotonic() < end
        time.sleep(0.005)
    build.kill()
    build.wait()
    assert workspace.site() == before
    workspace.replace(PAGE, "intervention:", "insats:")
    assert workspace.run("site_builder", "site").code == 1
    assert workspace.site() == before
    assert left_in(workspace.root) == []


def test_what_is_not_whole_does_not_become_the_site(workspace: Workspace) -> None:
    """A page that was taken away, a data file that was cut and a file of somebody else's: each is named."""
    assert workspace.run("site_builder", "site").code == 0
    before = workspace.site()
    workspace.replace(
        "hooks/run.py",
        "    build(config)\n",
        "    build(config)\n"
        "    (fresh / 'om/index.html').unlink()\n"
        "    (fresh / 'data/v1/plans.json').write_bytes(b'')\n"
        "    (fresh / 'annat.txt').touch()\n",
    )
    ran = workspace.run("site_builder", "site")
    assert ran.code == MACHINE
    assert "3 filer skiljer sig (annat.txt, data/v1/plans.json, om/index.html)" in ran.err
    assert workspace.site() == before
    assert left_in(workspace.root) == []
