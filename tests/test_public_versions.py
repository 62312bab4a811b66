"""Which version was public when: noted by the command, held by rules, and told with what is not known."""

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_builder.build import check
from site_builder.edge.publishing.finished import finished
from site_builder.export.data import artifacts
from site_builder.foundation.content_version import ABOUT_VERSIONS, content_version
from site_builder.meaning.link import link
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from tests.miniature import texts
from tests.rendered import rendered
from tests.workspace import Workspace, miniature

WORDS = read_strings()
PAGE = "andringar/publicerat/"
DAYS = {"SOURCE_DATE_EPOCH": "1780272000"}  # 2026-06-01
OTHER = {
    "the site is changed": ("sida/index.html", "<p>Annat</p>"),
    "a file is added": ("ny.txt", "ny"),
    "a file is renamed": ("sida/index2.html", "<p>Hej</p>"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A committed working copy of the miniature, with its site."""
    workspace = replace(miniature(tmp_path_factory.mktemp("public") / "en kopia på disk"), environment=DAYS)
    workspace.commit()
    assert workspace.run("site_builder", "site").code == 0
    return workspace


def html(content: dict[str, str]) -> str:
    return "".join(rendered(content)[PAGE].pieces)


def entries(content: dict[str, str]) -> list[str]:
    """Return what the page says of each version."""
    return re.split(r"<h2 id=\"utgava-", html(content))[1:]


def rows(workspace: Workspace) -> list[dict[str, str]]:
    """Return what is noted, as the open data has it."""
    index = link(load({ABOUT_VERSIONS: (workspace.root / ABOUT_VERSIONS).read_text(encoding="utf-8")}))
    files = {item.path: item.data for item in artifacts(index, WORDS)}
    return list(csv.DictReader(io.StringIO(files["data/v1/comma/public_versions.csv"].decode(), newline="")))


def test_the_page_tells_the_latest_version_first_and_what_is_not_known() -> None:
    """Only of the last one in the list does it say that it is public; of no other is an end made up."""
    newest, middle, first = entries(texts())
    assert WORDS("public.still") in newest
    assert WORDS("public.still") not in middle + first
    assert newest.count(WORDS("public.unknown")) == 4  # revision, release, checksum, archive
    assert WORDS("public.unknown") not in middle
    assert WORDS("public.from-unknown") in first
    without_end = texts()[ABOUT_VERSIONS].replace("    public_until: 2024-05-02\n", "")
    middle = entries({**texts(), ABOUT_VERSIONS: without_end})[1]
    assert middle.count(WORDS("public.unknown")) == 1
    assert WORDS("public.still") not in middle


def test_without_a_list_the_page_says_that_nobody_knows() -> None:
    """No version and no day stands on it but the page's own version."""
    content = {path: text for path, text in texts().items() if path != ABOUT_VERSIONS}
    assert WORDS("public.none") in html(content)
    assert not entries(content)
    assert WORDS("public.none") not in html(texts())


def test_the_list_makes_no_other_version_of_the_content() -> None:
    """A site can list the version that it is of; whatever else is changed makes another."""
    content = texts()
    changed = {**content, ABOUT_VERSIONS: content[ABOUT_VERSIONS] + "  - id: ny\n"}
    assert content_version(changed) == content_version(content)
    for path in content.keys() - {ABOUT_VERSIONS}:
        assert content_version({**content, path: f"{content[path]}\n"}) != content_version(content)


def test_the_data_says_null_where_nothing_is_known() -> None:
    """Every key is there, in the order of the list; the table leaves the cells empty."""
    files = {item.path: item.data for item in artifacts(link(load(texts())), WORDS)}
    first, middle, newest = json.loads(files["data/v1/plans.json"])["public_versions"]
    assert (first["public_from"], first["content_version"], first["public_until"]) == (None, None, "2024-02-01")
    assert (newest["public_until"], newest["site_sha256"], newest["archived"]) == (None, None, None)
    table = list(csv.reader(io.StringIO(files["data/v1/comma/public_versions.csv"].decode(), newline="")))
    assert [row[1] for row in table[1:]] == ["", "2024-02-01", "2024-05-02"]
    assert middle["release"] == "1.0.0"


def test_no_checksum_is_taken_for_a_number_of_a_person() -> None:
    """Signs of hexadecimal digits are neither telephone numbers nor identity numbers, wherever their letters begin."""
    for digits in ("0701234567", "031123456", "8112189876", "198112189876", "0046701234567"):
        sign = digits + "abcdef" * 12
        content = texts()
        content[ABOUT_VERSIONS] += f"    site_sha256: {sign[:64]}\n    revision: {sign[:40]}\n"
        codes = {found.code for found in check(content, date(2024, 6, 1)).diagnostics}
        assert not codes & {"telephone-number", "identity-number", "bad-format"}


@pytest.mark.parametrize("what", OTHER)
def test_the_checksum_is_of_every_file_and_its_path(tmp_path: Path, what: str) -> None:
    """Another file, another name or another byte gives another one."""

    def summed(files: dict[str, str]) -> str:
        folder = tmp_path / hashlib.sha256(repr(files).encode()).hexdigest()[:8]
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        site = finished(folder)
        assert site is not None
        return site.sha256

    files = {"version.json": '{"content_version": "0123456789ab", "revision": null}', "sida/index.html": "<p>Hej</p>"}
    path, text = OTHER[what]
    others = {**files, path: text}
    if what == "a file is renamed":
        others.pop("sida/index.html")
    assert summed(files) != summed(others)


def test_the_command_notes_what_was_built_and_ends_the_row_before(built: Workspace, tmp_path: Path) -> None:
    """The version and the revision are those that the site says, the checksum is that of the line on the page."""
    copy = _copied(built, tmp_path)
    before = (copy.root / ABOUT_VERSIONS).read_text(encoding="utf-8").splitlines()
    ran = copy.run("site_builder", "public", "--release", "2.0.0", "--archived", "Arkivet i Småstad.")
    assert ran.code == 0, ran.said
    replaced, made = rows(copy)[-2:]
    assert (replaced["id"], replaced["public_until"]) == ("2024-05-02", "2026-06-01")
    told = json.loads((copy.root / "site/version.json").read_text(encoding="utf-8"))
    assert (made["content_version"], made["revision"]) == (told["content_version"], told["revision"])
    assert (made["id"], made["public_from"], made["public_until"]) == ("2026-06-01", "2026-06-01", "")
    assert (made["release"], made["archived"]) == ("2.0.0", "Arkivet i Småstad.")
    line = re.search(r"<pre><code>(.*)</code></pre>", html(texts()))
    assert line is not None
    shell = ["bash", "-c", line[1].replace("&#39;", "'").replace("&#34;", '"')]
    done = subprocess.run(shell, cwd=copy.root / "site", capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == made["site_sha256"]
    after = (copy.root / ABOUT_VERSIONS).read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line in before] == before  # what stood there stands there


def test_the_same_files_are_noted_once_and_others_on_the_same_day_too(built: Workspace, tmp_path: Path) -> None:
    """A publishing that is repeated is no other version; one of other files is, and both have the day."""
    copy = _copied(built, tmp_path)
    assert copy.run("site_builder", "public").code == 0
    ran = copy.run("site_builder", "public")
    assert (ran.code, len(rows(copy))) == (1, 4)
    copy.write("site/nyhet.txt", "Ny\n")
    assert copy.run("site_builder", "public").code == 0
    assert [(row["id"], row["public_until"]) for row in rows(copy)[-2:]] == [
        ("2026-06-01", "2026-06-01"),
        ("2026-06-01-2", ""),
    ]


@pytest.mark.parametrize(
    "arguments",
    [("--day", "2026-06-02"), ("--day", "2024-05-01"), ("--day", "i går"), ("content",), ("finns-inte",)],
    ids=["a day to come", "before the last one", "no day", "no site", "no folder"],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_written(
    built: Workspace, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """The list is as it was, to the byte."""
    copy = _copied(built, tmp_path)
    before = (copy.root / ABOUT_VERSIONS).read_bytes()
    ran = copy.run("site_builder", "public", *arguments)
    assert ran.code == 1
    assert "Traceback" not in ran.said
    assert (copy.root / ABOUT_VERSIONS).read_bytes() == before


def _copied(built: Workspace, folder: Path) -> Workspace:
    shutil.copytree(built.root, folder / "kopia", symlinks=True)
    return replace(built, root=folder / "kopia")


def test_without_any_version_the_page_leads_to_its_own_words() -> None:
    """Not to a file whose changes say nothing of this page."""
    content = {path: text for path, text in texts().items() if path != ABOUT_VERSIONS}
    assert rendered(content)[PAGE].sources == ("site_builder/strings/sv/public.yaml",)
