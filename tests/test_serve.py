"""`serve` while somebody edits: saved files appear, faults are told and survived, and the next good save mends them."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from site_builder.reading.read import read_strings
from tests.browser import axe, visitor
from tests.built_site import pages_of
from tests.servers import free_port
from tests.workspace import Workspace

STRINGS = read_strings()

PAGE = "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
ADDRESS = "ungdomsplan-2023-2026/insatser/1-2/"
PATIENCE = 40


@contextmanager
def serving(workspace: Workspace, log: Path) -> Iterator[str]:
    """Run `serve` for as long as the test needs it, and give its address."""
    port = free_port()
    command = [sys.executable, "-u", "-m", "site_builder", "serve", "--port", str(port)]
    with log.open("w") as out:
        process = subprocess.Popen(
            command, cwd=workspace.root, env=workspace.variables, stdout=out, stderr=out, start_new_session=True
        )
        try:
            yield f"http://127.0.0.1:{port}/"
            assert process.poll() is None, log.read_text(encoding="utf-8")
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def fetch(address: str) -> str:
    """The page at an address; nothing while the server is not there."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (URLError, TimeoutError, ConnectionError):
        return ""


def until(told: Callable[[], str], words: str) -> str:
    """What is told, as soon as it holds the words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if words in (found := told()):
            return found
        time.sleep(0.1)
    raise AssertionError(f"{words!r} did not come:\n{told()[-2000:]}")


def test_a_fault_is_told_and_survived_and_the_next_good_save_mends_it(workspace: Workspace, tmp_path: Path) -> None:
    """A good save appears; a bad one is told in the terminal while the last good page stays, with a banner."""
    log = tmp_path / "log"
    with serving(workspace, log) as base:
        until(lambda: fetch(base + ADDRESS), "Kommunen frågar unga varje år")
        workspace.replace(PAGE, "frågar unga varje år", "frågar unga två gånger om året")
        until(lambda: fetch(base + ADDRESS), "två gånger om året")
        workspace.replace(PAGE, "intervention:", "insats:")
        until(lambda: log.read_text(encoding="utf-8"), f"{PAGE}:")
        page = until(lambda: fetch(base + ADDRESS), "Innehållet har fel")
        assert "två gånger om året" in page
        assert "Under felen ser du sidan som den var innan" in page
        assert_whole(page)
        workspace.replace(PAGE, "insats:", "intervention:")
        workspace.replace(PAGE, "två gånger om året", "tre gånger om året")
        assert "Innehållet har fel" not in until(lambda: fetch(base + ADDRESS), "tre gånger om året")


def test_it_builds_once_for_a_save_and_then_rests(workspace: Workspace, tmp_path: Path) -> None:
    """A build reads the folders that are watched; that is no save, and no reason to begin again."""
    log = tmp_path / "log"
    with serving(workspace, log) as base:
        until(lambda: fetch(base + ADDRESS), "Kommunen frågar unga varje år")
        workspace.replace(PAGE, "frågar unga varje år", "frågar unga två gånger om året")
        until(lambda: fetch(base + ADDRESS), "två gånger om året")
        until(lambda: log.read_text(encoding="utf-8").rpartition("Läst och kontrollerat")[2], "Allt är gjort")
        time.sleep(1)  # a save that was none would have been taken in here
        assert log.read_text(encoding="utf-8").count("Läst och kontrollerat") == 2


def test_a_broken_beginning_shows_the_faults_until_it_is_mended(workspace: Workspace, tmp_path: Path) -> None:
    """With broken content from the start the site is one page of faults; a good save brings the real one."""
    workspace.replace(PAGE, "intervention:", "insats:")
    with serving(workspace, tmp_path / "log") as base:
        page = until(lambda: fetch(base), "Innehållet har fel")
        assert "som den var innan" not in page
        assert_whole(page)
        workspace.replace(PAGE, "insats:", "intervention:")
        until(lambda: fetch(base + ADDRESS), "Kommunen frågar unga varje år")


@pytest.mark.browser
def test_the_faults_are_accessible(workspace: Workspace, tmp_path: Path, chromium: Browser) -> None:
    """Alone and above the page as it was: no rule of axe is broken, and a narrow screen needs no scrolling sideways."""
    log = tmp_path / "log"
    with serving(workspace, log) as base:
        until(lambda: fetch(base + ADDRESS), "Kommunen frågar unga varje år")
        workspace.replace(PAGE, "intervention:", "insats:")
        workspace.write("docs/om.md", f"# Om\n\n<b>{'lång rad ' * 60}</b>\n")
        until(lambda: fetch(base + ADDRESS), "raw-html")
        assert found_by_axe(chromium, base + ADDRESS) == []
    with serving(workspace, log) as base:
        until(lambda: fetch(base), "raw-html")
        assert found_by_axe(chromium, base) == []


@pytest.mark.browser
def test_an_open_page_shows_a_save_by_itself(workspace: Workspace, tmp_path: Path, chromium: Browser) -> None:
    """Nobody presses anything: the browser hears that there is something new, and asks for its page again."""
    with serving(workspace, tmp_path / "log") as base, visitor(chromium) as context:
        until(lambda: fetch(base + ADDRESS), "Kommunen frågar unga varje år")
        page = context.new_page()
        with page.expect_request("**/livereload/**"):  # before it has loaded it hears nothing
            page.goto(base + ADDRESS)
        workspace.replace(PAGE, "frågar unga varje år", "frågar unga två gånger om året")
        page.get_by_text("två gånger om året").first.wait_for(timeout=PATIENCE * 1000)


def found_by_axe(chromium: Browser, address: str) -> list[object]:
    """What axe finds in the faults on a narrow screen, and whether the page is too wide for it."""
    with visitor(chromium, viewport={"width": 360, "height": 800}) as context:
        page = context.new_page()
        page.route("**/livereload/**", lambda route: route.abort())  # it would load the page anew in the middle
        page.goto(address, wait_until="domcontentloaded")
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        return [*axe(page, ".fault"), *(["too wide"] if wide else [])]


def test_what_exists_now_is_known_to_whoever_writes(workspace: Workspace, tmp_path: Path) -> None:
    """Where there are schemas already, a save writes them anew, also one with faults elsewhere."""
    assert workspace.run("site_builder", "schema").code == 0
    schema = workspace.root / ".schema/group.schema.json"
    body = "content/organizations/lansmuseet.yaml"
    text = (workspace.root / body).read_text(encoding="utf-8")
    with serving(workspace, tmp_path / "log") as base:
        until(lambda: fetch(base), "Småstads planer")
        workspace.replace(PAGE, "intervention:", "insats:")
        workspace.write("content/organizations/ny-namnd.yaml", text.replace("lansmuseet", "ny-namnd"))
        until(lambda: schema.read_text(encoding="utf-8"), '"ny-namnd"')


def assert_whole(page: str) -> None:
    """The finding itself stands in the page: its place, its words, the line with carets below, and what to do."""
    (fault,) = (item for item in LexborHTMLParser(page).css(".faults > li") if "unknown-field" in item.text())
    told, excerpt = fault.text(), fault.css_first("pre")
    assert excerpt
    assert f"{PAGE}:" in told
    assert STRINGS("messages.unknown-field.text").format(field="insats") in told
    line, carets = excerpt.text().rstrip("\n").split("\n")
    assert carets.index("^") == line.index("insats:")
    assert carets.count("^") == len("insats")
    assert "Gör så här:" in told
    assert "terminalen" not in page


def test_a_port_that_is_taken_is_told_in_words(workspace: Workspace) -> None:
    """One sentence with the way out and no traceback, before anything is read: no fault of the content is told."""
    workspace.replace(PAGE, "intervention:", "insats:")
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = workspace.run("site_builder", "serve", "--port", port)
    assert done.code == 1
    assert f"Port {port}" in done.err
    assert "Traceback" not in done.err
    assert "insats" not in done.said


def test_what_was_made_is_told(workspace: Workspace) -> None:
    """How many pages, where, in how many seconds, and how to look at them."""
    ran = workspace.run("site_builder", "site")
    told = re.fullmatch(r"Klart: (\d+) sidor i site, på \d+,\d sekunder\. Titta på dem: make serve\n", ran.out)
    assert told, ran.said
    assert int(told[1]) == len(pages_of(workspace.root / "site"))
    elsewhere = workspace.run("site_builder", "site", "--root", str(workspace.root)).out
    assert f"python -m site_builder serve --root {workspace.root}" in elsewhere
