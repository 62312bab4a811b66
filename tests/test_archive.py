"""The folder for the archive: everything is in it, nothing is broken, and it is the same when it is made again."""

import csv
import hashlib
import io
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from site_builder.build import check
from site_builder.changes.history import History, Revision
from site_builder.edge.history import history_of
from site_builder.export.archive.archive import NAMES, Archived, archive
from site_builder.export.archive.warc import address
from site_builder.foundation.content_version import content_version
from site_builder.reading.read import read_strings
from tests.miniature import texts
from tests.rendered import rendered
from tests.test_statements import pattern
from tests.workspace import Workspace, files_below, miniature

DAY = {"SOURCE_DATE_EPOCH": "1767225600"}  # 2026-01-01
DATE = date(2026, 1, 1)
URL = "https://planer.smastad.example/"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A committed working copy of the miniature, with a picture that is published."""
    workspace = miniature(tmp_path_factory.mktemp("archive") / "en kopia på disk")
    workspace.write("docs/assets/bilder/karta.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>\n')
    workspace.commit()
    return replace(workspace, environment=DAY)


@pytest.fixture(scope="module")
def folder(copy: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for the archive, as it is made first."""
    return archived(copy, tmp_path_factory.mktemp("made") / "leverans")


@pytest.fixture(scope="module")
def site(copy: Workspace) -> dict[str, bytes]:
    """Every file of the site that the same content is built into."""
    ran = copy.run("site_builder", "site")
    assert ran.code == 0, ran.said
    return copy.site()


def archived(workspace: Workspace, folder: Path) -> Path:
    """Make the folder for the archive."""
    ran = workspace.run("site_builder", "archive", str(folder))
    assert ran.code == 0, ran.said
    return folder


@pytest.fixture(scope="module")
def records(folder: Path) -> Mapping[str, bytes]:
    """What the WARC file holds at each address, read back; its own checksums are held on the way."""
    found: dict[str, bytes] = {}
    with (folder / "data/webbplats.warc").open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            if record.rec_type == "resource":
                assert record.rec_headers.get_header("Content-Type") != "application/octet-stream", record.rec_headers
                found[record.rec_headers.get_header("WARC-Target-URI")] = record.content_stream().read()
    return found


def test_the_web_archive_has_every_file_of_the_site(site: dict[str, bytes], records: Mapping[str, bytes]) -> None:
    """Each file of a built site stands at its address, byte for byte, and nothing else does."""
    assert len(site) > 200
    assert records == {URL + address(path): content for path, content in site.items()}
    assert b"<h1" in records[URL]


def test_a_page_is_at_its_folder() -> None:
    """As a server shows it; a file of another name is at its own."""
    found = {path: address(path) for path in ("index.html", "a/b/index.html", "404.html", "a/index.html.txt")}
    assert list(found.values()) == ["", "a/b/", "404.html", "a/index.html.txt"]


def test_checksums_are_held(folder: Path, tmp_path: Path) -> None:
    """They name every file but the last list, and one byte that is another is noticed."""
    files = files_below(folder)
    named = [line[66:] for name in ("manifest", "tagmanifest") for line in lines(files[f"{name}-sha256.txt"])]
    assert sorted([*named, "tagmanifest-sha256.txt"]) == sorted(files)
    assert held(folder)
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    assert held(tmp_path)
    (tmp_path / "data/webbplats.warc").write_bytes(files["data/webbplats.warc"][:-1] + b"x")
    assert not held(tmp_path)


def lines(content: bytes) -> list[str]:
    return content.decode().splitlines()


def held(folder: Path) -> bool:
    """Tell whether the machine's own program finds all as the checksums say."""
    command = ["sha256sum", "--check", "--quiet", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode == 0


def test_content_and_data_are_there_as_files(copy: Workspace, folder: Path, site: dict[str, bytes]) -> None:
    """What the site is made of, byte for byte with its pictures, and its data as they are published."""
    files = files_below(folder / "data")
    content = {f"innehall/content/{path}": found for path, found in files_below(copy.root / "content").items()}
    assert content.items() <= files.items()
    assert files["innehall/docs/om.md"] == (copy.root / "docs/om.md").read_bytes()
    assert "innehall/docs/assets/bilder/karta.svg" in files
    data = {f"oppna-data/{path}": found for path, found in site.items() if path.startswith("data/")}
    assert data
    assert {path: found for path, found in files.items() if path.startswith("oppna-data/")} == data


@pytest.mark.parametrize("language", ["sv", "en"])
def test_files_are_called_in_the_language_of_the_site(language: str) -> None:
    """The folder tells of each by the name that it has; the standard's own names are the same everywhere."""
    strings = read_strings(language)
    site = check(texts(), date(2025, 3, 1)).index.site
    assert site
    given = Archived(site.value, {"index.html": b"x", "data/x.json": b"{}"}, {"docs/x.md": b"x"}, DATE, "1", None)
    made = {item.path: item.data for item in archive(given, strings)}
    named = {str(strings(f"archive.names.{name}")) for name in NAMES}
    own = {path.removeprefix("data/").partition("/")[0] for path in made}
    assert own - {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"} == named
    told = made[strings("archive.names.read-me")].decode()
    assert all(name in told for name in own - {strings("archive.names.read-me")})


def test_the_list_tells_of_every_file(folder: Path) -> None:
    """A line each, with size and checksum that are right, and words for what it is."""
    payload = {f"data/{path}": content for path, content in files_below(folder / "data").items()}
    head, *rows = csv.reader(io.StringIO((folder / "forteckning.csv").read_text(encoding="utf-8")))
    assert len(head) == 5
    assert {row[0]: (int(row[2]), row[3]) for row in rows} == {
        path: (len(content), hashlib.sha256(content).hexdigest()) for path, content in payload.items()
    }
    assert all(row[1] and row[4] for row in rows)


def test_the_folder_says_what_it_holds(folder: Path, copy: Workspace, tmp_path: Path) -> None:
    """Which version and revision, by whom and of which day; where files have been changed since, no revision."""
    told = (folder / "LAS-MIG.txt").read_text(encoding="utf-8")
    revision = history_of(copy.root).revision
    assert revision
    assert revision.id in told
    assert all(words in told for words in ("1 januari 2026", "1 mars 2025", "Småstads kommun", URL))
    info = (folder / "bag-info.txt").read_text(encoding="utf-8")
    payload = files_below(folder / "data").values()
    assert f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}\n" in info
    changed = miniature(tmp_path / "ändrad")
    changed.commit()
    changed.write("docs/ny.md", "# Ny sida\n\nEn sida till.\n")
    later = (archived(changed, tmp_path / "ut") / "LAS-MIG.txt").read_text(encoding="utf-8")
    assert "Revision i git: okänd" in later


def test_it_is_the_same_when_it_is_made_again(copy: Workspace, folder: Path, tmp_path: Path) -> None:
    """Not a byte is another, with another hash seed and after a site has been built."""
    again = archived(replace(copy, environment={**DAY, "PYTHONHASHSEED": "7"}), tmp_path / "igen")
    assert files_below(again) == files_below(folder)


def test_a_folder_that_is_not_empty_is_left_alone(copy: Workspace, tmp_path: Path) -> None:
    """Nothing is mixed with what was handed over before."""
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    ran = copy.run("site_builder", "archive", str(tmp_path))
    assert (ran.code, [file.name for file in tmp_path.iterdir()]) == (3, ["a.txt"])


def test_faults_in_the_content_leave_no_folder(tmp_path: Path) -> None:
    """They are told at their line, as when a site is built."""
    broken = miniature(tmp_path / "bruten")
    broken.write("content/site.yaml", "name: [\n")
    ran = broken.run("site_builder", "archive", str(tmp_path / "ut"))
    assert ran.code == 1
    assert "content/site.yaml:" in ran.said
    assert not (tmp_path / "ut").exists()


def test_the_version_is_another_when_anything_is() -> None:
    """A letter, a path, or where one text ends and the next begins; not the order that they are read in."""
    given = {"a": "b", "c": "d"}
    versions = [content_version(found) for found in (given, {"a": "b", "c": "e"}, {"a": "b", "e": "d"}, {"a": "bcd"})]
    assert len(set(versions)) == len(versions)
    assert content_version(dict(reversed(given.items()))) == versions[0]
    assert content_version(texts()) in rendered(texts())["andringar/"].html


def test_the_revision_is_told_only_of_files_that_are_as_it() -> None:
    """Where git has none of them, the page says that nobody can say, and names none."""
    known = rendered(texts(), history=History(revision=Revision("0123456789abcdef", date(2025, 3, 1))))
    unknown = rendered(texts())
    for key, with_it in (("changes.version-revision", True), ("changes.version-unknown", False)):
        assert bool(pattern(key).search(" ".join(known["andringar/"].html.split()))) is with_it
        assert bool(pattern(key).search(" ".join(unknown["andringar/"].html.split()))) is not with_it


def test_a_file_that_git_does_not_have_makes_it_no_revision(tmp_path: Path) -> None:
    """Changed, new or removed: then the files are as none that git has. Committed, they are."""
    workspace = miniature(tmp_path / "kopia")
    workspace.commit()
    first = history_of(workspace.root).revision
    assert first
    workspace.write("docs/ny.md", "# Ny\n\nNy.\n")
    assert history_of(workspace.root).revision is None
    workspace.commit()
    second = history_of(workspace.root).revision
    assert second
    assert second.id != first.id
    workspace.write("README.md", "beside the content\n")
    assert history_of(workspace.root).revision == second
