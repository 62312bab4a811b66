"""How long an editor waits: `serve` for real, a real save, and the requests of a browser that loads its page anew.

The page that the file is about is asked for at once, and its first answer has to have the new text: `serve` promises
that it never gives what a save has made old. Then other pages that show the text are asked for, and last the page of
the search, which cannot be had before every page, all data and the index have been made.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from socket import socket
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.edits import Edit
from tests.workspace import Workspace

BETWEEN_REQUESTS = 0.02
PATIENCE = 120
OF_ALL = "sok/"  # made of all pages
# The server looks at the files now and then: saves come at different moments of its round.
REST = (0.83, 1.06, 0.91, 1.17, 0.98)


Addresses = Mapping[str, tuple[str, ...]]


def waits(workspace: Workspace, changes: Mapping[str, Edit], pages: Addresses, runs: int) -> dict[str, float]:
    """Return the median seconds from save to new page by the name of the edit, and those of the start as `start`.

    Those until all of the site is new are there as `NAME, all`. `pages` has, for each edit, the addresses that must
    have the new text, first that of the page that the file is about.
    """
    start = time.monotonic()
    with _serving(workspace) as base:
        _until(base, "<html")
        found = {"start": time.monotonic() - start}
        for name, edit in changes.items():
            times = [_wait(edit, base, pages[name], turn) for turn in range(runs)]
            found[name], found[f"{name}, all"] = (median(each) for each in zip(*times, strict=True))
    for edit in changes.values():
        edit.undo()  # only now: the server would build again in the middle of the next wait
    return found


def _wait(edit: Edit, base: str, addresses: tuple[str, ...], turn: int) -> tuple[float, float]:
    time.sleep(REST[turn % len(REST)])
    word = f"Sparat{'abcdefghij'[turn % 10]}"
    edit.save(word)
    start = time.monotonic()
    _ask(base + addresses[0], word)
    first = time.monotonic() - start
    for address in addresses[1:]:
        _ask(base + address, word)
    _ask(base + OF_ALL, "data-index=")
    return first, time.monotonic() - start


def _ask(address: str, words: str) -> None:
    """Ask for a page once; it has to have the words."""
    if words not in _page(address):
        raise RuntimeError(f"{address} does not have {words!r}: it is older than the save")


@contextmanager
def _serving(workspace: Workspace) -> Iterator[str]:
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen(
        [sys.executable, "-m", "site_builder", "serve", "--port", str(port)],
        cwd=workspace.root,
        env=workspace.variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _until(address: str, words: str) -> None:
    """Ask for a page until it has the words."""
    end = time.monotonic() + PATIENCE
    while words not in _page(address):
        if time.monotonic() > end:
            raise TimeoutError(f"{words!r} did not come at {address}")
        time.sleep(BETWEEN_REQUESTS)


def _page(address: str) -> str:
    """Return a page; nothing while the server is not there."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (URLError, TimeoutError, ConnectionError):
        return ""
