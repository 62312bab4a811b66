"""What `serve` answers: never what a save has made old, always what a cold build gives; and nothing is left over."""

import gc
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread, active_count
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest

from hooks.serving.edition import Edition
from hooks.serving.serve import begun, settings_of
from hooks.serving.server import PageServer
from site_builder.meaning.link import PlanIndex
from tests.bench.copies import forget
from tests.search.words import unpacked_words
from tests.servers import free_port
from tests.test_memory import changed
from tests.test_serve import ADDRESS, PAGE, PATIENCE, serving
from tests.workspace import Workspace

# What the server adds to each page, so that a browser loads it anew.
LIVE = re.compile(rb"<script>\nvar livereload.*?</script>", re.DOTALL)


def asked(base: str, path: str) -> tuple[int, bytes]:
    """What a server answers at once, with no second try."""
    try:
        with urlopen(f"{base}{path}", timeout=PATIENCE) as answer:
            return answer.status, LIVE.sub(b"", answer.read())
    except HTTPError as answer:
        return answer.code, LIVE.sub(b"", answer.read())


@pytest.mark.parametrize("seed", range(2))
def test_what_is_served_after_any_changes_is_what_a_cold_build_makes(
    workspace: Workspace, tmp_path: Path, seed: int
) -> None:
    """Every page and file, whatever was saved while the rest was being made; and no other page is there."""
    chance = random.Random(seed)
    texts = workspace_texts(workspace)
    with serving(workspace, tmp_path / "log") as base:
        until_it_answers(base)
        settings = (workspace.root / "mkdocs.yml").read_text(encoding="utf-8")
        workspace.write("mkdocs.yml", f"site_url: {base}\n{settings}")
        compared = 0
        for _ in range(12):
            found = changed(texts if chance.random() < 0.5 else workspace_texts(workspace), chance)
            for path, text in found.items():
                if (workspace.root / path).read_text(encoding="utf-8") != text:
                    workspace.write(path, text)
            time.sleep(chance.choice((0, 0, 0.2, 0.6)))
            if chance.random() < 0.6:
                asked(base, chance.choice(("", ADDRESS, "sok/", "ordlista/")))
                continue  # and save again, in the middle of the rest
            if (cold := cold_site(workspace)) is None:
                assert "Innehållet har fel" in asked(base, "")[1].decode()
                continue
            assert differing(base, cold, chance) == []
            compared += 1
        assert compared


def workspace_texts(workspace: Workspace) -> dict[str, str]:
    """The content and the hand-written pages as they are."""
    files = (*workspace.root.glob("content/**/*.yaml"), *workspace.root.glob("docs/*.md"))
    return {file.relative_to(workspace.root).as_posix(): file.read_text(encoding="utf-8") for file in files}


def cold_site(workspace: Workspace) -> dict[str, bytes] | None:
    """The site that is made with nothing remembered; None where the content has errors."""
    forget(workspace.root)
    return workspace.site() if workspace.run("site_builder", "site").code == 0 else None


def differing(base: str, cold: dict[str, bytes], chance: random.Random) -> list[str]:
    """The paths of a site that are served otherwise, asked for in any order and several at a time."""
    paths = [path for path in cold if path != "404.html"]
    chance.shuffle(paths)
    with ThreadPoolExecutor(4) as some:
        answers = dict(zip(paths, some.map(lambda path: asked(base, path), paths), strict=True))
    wrong = [path for path, answer in answers.items() if answer != (200, cold[path])]
    return wrong if asked(base, "finns/inte/") == (404, cold["404.html"]) else [*wrong, "404.html"]


def until_it_answers(base: str) -> None:
    """Wait for a server to begin."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            asked(base, "")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("it does not begin")


def test_the_first_answer_after_a_save_is_new(workspace: Workspace, tmp_path: Path) -> None:
    """Asked the moment that a file is saved: on its own page, on others that show it, in data and in the search."""
    with serving(workspace, tmp_path / "log") as base:
        until_it_answers(base)
        for word in ("Ankdamm", "Bokskog", "Cykelbana"):
            text = (workspace.root / PAGE).read_text(encoding="utf-8")
            workspace.write(PAGE, re.sub(r"(?m)^title: .*$", f"title: {word} för unga", text))
            assert word in asked(base, ADDRESS)[1].decode()
            assert word in asked(base, "ungdomsplan-2023-2026/utskrift/")[1].decode()
            index = re.search(r'data-index="([^"]+)index.json"', asked(base, "sok/")[1].decode())
            assert index
            assert word.casefold() in unpacked_words(asked(urljoin(f"{base}sok/", index[1]), "words.json")[1])
            assert word in asked(base, "404-adresser.json")[1].decode()


def test_pages_that_come_and_go_are_found_and_not_found(workspace: Workspace, tmp_path: Path) -> None:
    with serving(workspace, tmp_path / "log") as base:
        until_it_answers(base)
        assert asked(base, "ny-sida/")[0] == 404
        workspace.write("docs/ny-sida.md", "# Ny sida\n\nSom är ny.\n")
        assert asked(base, "ny-sida/")[0] == 200
        assert asked(base, "ny-sida")[0] == 200  # led on to the address with a slash
        (workspace.root / "docs/ny-sida.md").unlink()
        assert asked(base, "ny-sida/")[0] == 404


def test_with_faults_the_last_good_site_stands_in_its_own_language(workspace: Workspace, tmp_path: Path) -> None:
    """Also pages that nobody had asked for, and when the save that broke the content changed its language."""
    with serving(workspace, tmp_path / "log") as base:
        until_it_answers(base)
        site = (workspace.root / "content/site.yaml").read_text(encoding="utf-8")
        workspace.write("content/site.yaml", f"{site}language: en\n")
        workspace.replace(PAGE, "intervention:", "insats:")
        for path in (ADDRESS, "ordlista/", "organisationer/", "andringar/"):
            code, page = asked(base, path)
            assert code == 200
            assert '<html lang="sv"' in page.decode()
            assert "Under felen ser du sidan som den var innan" in page.decode()


def test_nothing_is_left_running_when_it_ends(workspace: Workspace) -> None:
    """Interrupted while it makes the rest and somebody waits for news: it ends well, without a word too many."""
    port = free_port()
    command = [sys.executable, "-u", "-m", "site_builder", "serve", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=workspace.root, env=workspace.variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        base = f"http://127.0.0.1:{port}/"
        until_it_answers(base)
        Thread(target=lambda: waits_for_news(base), daemon=True).start()
        workspace.replace(PAGE, "frågar unga varje år", "frågar unga två gånger om året")
        asked(base, ADDRESS)
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=PATIENCE)[0].decode()
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 0, told
    assert "Traceback" not in told


def waits_for_news(base: str) -> None:
    """Ask as a browser does that has a page open."""
    try:
        asked(base, "livereload/99999999999/1")
    except OSError:
        return


@pytest.fixture
def served(workspace: Workspace) -> Iterator[Callable[[], Edition]]:
    """What begins an edition of a working copy in this process."""
    settings = settings_of(workspace.root, 8000)
    settings.plugins.on_startup(command="serve", dirty=False)
    yield lambda: begun(settings_of(workspace.root, 8000))
    settings.plugins.on_startup(command="build", dirty=False)


def test_memory_does_not_grow_save_by_save(workspace: Workspace, served: Callable[[], Edition]) -> None:
    """However much of the rest was made before the next save: of content only the latest and the last good are held."""
    kept: list[int] = []
    edition: Edition | None = None
    for number in range(8):
        before = f"Kommunen {number} frågar" if number else "Kommunen frågar"
        workspace.replace(PAGE, before, f"Kommunen {number + 1} frågar")
        edition = served()
        for _, _ in zip(range(number * 7), edition.rest(()), strict=False):
            pass
        gc.collect()
        kept.append(sum(isinstance(item, PlanIndex) for item in gc.get_objects()))
        assert sum(isinstance(item, Edition) for item in gc.get_objects()) == 1
    assert max(kept[2:]) <= kept[1]


def test_links_that_lead_nowhere_are_still_told(
    served: Callable[[], Edition], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """They are looked for when all pages and files are known."""
    told: list[tuple[int, set[str]]] = []

    def dead(pages: tuple[object, ...], paths: tuple[str, ...]) -> Iterator[tuple[object, str]]:
        told.append((len(pages), set(paths)))
        yield pages[0], "ingenstans/"

    monkeypatch.setattr("hooks.pages.dead_links", dead)
    edition = served()
    deque_of(edition.rest(()))
    assert [(pages, {"sitemap.xml", "assets/css/plan.css", "index.md"} <= paths) for pages, paths in told] == [
        (edition.page_count, True)
    ]
    assert "ingenstans/" in caplog.text


def deque_of(steps: Iterator[None]) -> int:
    """Take every step; how many there were."""
    return sum(1 for _ in steps)


class Town:
    """A site of the simplest kind: what is saved is a number, and every page says it."""

    def __init__(self) -> None:
        self.saved = 0
        self.done: list[tuple[int, str]] = []
        self.fault: Exception | None = None
        self.slow = Event()
        self.slow.set()

    def begin(self) -> "TownEdition":
        if self.fault:
            raise self.fault
        return TownEdition(self, self.saved)


class TownEdition:
    """An edition of the number that was saved when it began."""

    page_count = 3

    def __init__(self, town: Town, number: int) -> None:
        self.town, self.number = town, number

    def content(self, path: str) -> bytes | None:
        return None if path == "404.html" else f"<body>{self.number}</body>".encode()

    def rest(self, first: tuple[str, ...]) -> Iterator[None]:
        for path in (*first, "a", "b", "c"):
            self.town.slow.wait(PATIENCE)
            self.town.done.append((self.number, path))
            yield


@contextmanager
def running(town: Town) -> Iterator[tuple[PageServer, str]]:
    """A server of a town, which has ended with all its threads afterwards."""
    before = active_count()
    server = PageServer(town.begin, lambda: town.saved, port := free_port())  # type: ignore[arg-type]
    server.begin()
    thread = Thread(target=server.serve)
    thread.start()
    try:
        until_it_answers(f"http://127.0.0.1:{port}/")
        yield server, f"http://127.0.0.1:{port}/"
    finally:
        town.slow.set()
        server.shutdown()
        thread.join(PATIENCE)
    end = time.monotonic() + PATIENCE
    while active_count() > before and time.monotonic() < end:
        time.sleep(0.01)
    assert active_count() <= before


def test_a_request_is_answered_before_the_rest_is_made_and_a_save_starts_over() -> None:
    """The rest begins with what was asked for last; of the number before nothing more is made once another is saved."""
    town = Town()
    with running(town) as (_, base):
        asked(base, "x/")
        town.slow.clear()
        town.saved = 1
        with ThreadPoolExecutor(2) as some:
            first = some.submit(asked, base, "x/")
            time.sleep(0.2)
            town.slow.set()
            assert first.result()[1].startswith(b"<body>1")
        town.saved = 2
        assert asked(base, "y/")[1].startswith(b"<body>2")
        until(lambda: (2, "c") in town.done)
    seen = [number for number, _ in town.done]
    assert seen == sorted(seen)
    second = [path for number, path in town.done if number == 2]
    assert second == ["x/index.html", "index.html", "a", "b", "c"]


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.01)
    assert holds()


def test_a_fault_of_the_program_is_told_and_no_old_page_is_given(caplog: pytest.LogCaptureFixture) -> None:
    """Until it is mended every request fails; then the next save brings the site."""
    town = Town()
    with running(town) as (_, base):
        town.saved, town.fault = 1, KeyError("what the program should know")
        assert asked(base, "")[0] == 500
        assert "what the program should know" in caplog.text
        town.saved, town.fault = 2, OSError(28, "No space left on device", "fil")
        assert asked(base, "")[0] == 500  # there is nothing good to go on with
        town.saved, town.fault = 3, None
        assert asked(base, "")[1].startswith(b"<body>3")


def test_a_fault_of_the_machine_is_told_and_what_was_made_stays(caplog: pytest.LogCaptureFixture) -> None:
    """The server goes on with what it has, and the next save may mend it."""
    town = Town()
    with running(town) as (_, base):
        town.saved, town.fault = 1, OSError(28, "No space left on device", "fil")
        assert asked(base, "")[1].startswith(b"<body>0")
        assert "disken är full" in caplog.text
        town.saved, town.fault = 2, None
        assert asked(base, "")[1].startswith(b"<body>2")


def test_a_browser_that_waits_hears_of_a_save() -> None:
    """As with MkDocs: a page is loaded anew when there is a newer edition."""
    town = Town()
    with running(town) as (server, base):
        page = urlopen(base, timeout=PATIENCE).read().decode()
        epoch = re.search(r"livereload\((\d+)", page)
        assert epoch
        with ThreadPoolExecutor(1) as some:
            news = some.submit(asked, base, f"livereload/{epoch[1]}/1")
            town.saved = 1
            asked(base, "")
            assert int(news.result(PATIENCE)[1]) > int(epoch[1])
    assert server.url
