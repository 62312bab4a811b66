"""What is published of `docs/` is a list; what is not on it, and what is no proper file, is told and stays at home."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from site_builder.build import check
from site_builder.reading.disk import content_of
from site_builder.reading.published import is_what_it_seems
from site_builder.reading.read import read
from tests.cases import AS_OF, listed
from tests.miniature import ROOT
from tests.workspace import Workspace

PNG = b"\x89PNG\r\n\x1a\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
TOPICS = "content/topics"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature on a disk of its own."""
    return Path(shutil.copytree(ROOT, tmp_path / "copy"))


def written(root: Path, path: str, content: bytes) -> Path:
    """Write a file and the folders above it."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def found_in(root: Path) -> tuple[str, ...]:
    """What reading and checking finds, as golden cases list it."""
    texts = read(root)
    return listed(check(texts.by_path, date.fromisoformat(AS_OF), texts.diagnostics).diagnostics)


@pytest.mark.parametrize(
    "path",
    [
        "utkast.txt",
        "~$plan.docx",
        "om.md.orig",
        "om.md~",
        "Thumbs.db",
        "sida.html",
        "assets/sida.md",
        "assets/js/egen.mjs",
        "assets/js/under/egen.js",
        "assets/bilder/bild.bmp",
        "assets/bilder/rad\nny.svg",
        "assets/dokument.pdf",
        ".well-known/sida.html",
        "CNAME",
    ],
)
def test_what_is_not_on_the_list_is_told_at_its_place(root: Path, path: str) -> None:
    """And is not handed on."""
    written(root, f"docs/{path}", b"190001019802")
    assert found_in(root) == (f"not-published docs/{path} 1 1",)
    assert path not in read(root).assets


def test_what_is_on_the_list_is_handed_on(root: Path) -> None:
    """Pictures, styles, scripts and what others look for at well-known addresses."""
    given = {
        "assets/bilder/karta/vast.png": PNG,
        "assets/bilder/Torg-2_b.svg": SVG,
        "assets/css/egen.css": b"",
        "assets/js/egen.js": b"",
        ".well-known/assetlinks.json": b"[]",
        ".well-known/acme-challenge/x_Y-1": b"",
    }
    for path, content in given.items():
        written(root, f"docs/{path}", content)
    assert found_in(root) == ()
    assert read(root).assets == given


@pytest.mark.parametrize(
    "content",
    [
        b"<html></html>",
        b"<svg><script>alert(1)</script></svg>",
        b"<svg onload='alert(1)'></svg>",
        b"<svg>\n<a href='javascript:alert(1)'/></svg>",
        b"<svg><use href='https://x.example/y.svg#z'/></svg>",
        b"<svg><image xlink:href = //x.example/y /></svg>",
        b"<svg><foreignObject/></svg>",
        b"<svg><x:script/></svg>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
        b"\xff\xd8\xff",
    ],
)
def test_a_drawing_in_which_something_runs_is_no_picture(root: Path, content: bytes) -> None:
    """A reader can open a picture by itself, and then it is a page."""
    written(root, "docs/assets/bilder/bild.svg", content)
    assert found_in(root) == ("no-picture docs/assets/bilder/bild.svg 1 1",)


def test_a_picture_is_what_its_name_says() -> None:
    """A page that is called a picture is none; a drawing may refer to its own parts."""
    assert is_what_it_seems("bild.png", PNG)
    assert not is_what_it_seems("bild.png", b"<html>")
    assert is_what_it_seems("bild.svg", b"<?xml version='1.0'?>\n<!-- x -->\n<svg><use href='#a'/></svg>")


def test_links_are_told_and_never_followed(root: Path, tmp_path: Path) -> None:
    """To a file, a folder, nothing, themselves; in the pages, the pictures and the content."""
    outside = tmp_path / "utanför"
    written(outside, "hemlig.md", b"# Hemligt\n")
    links = {
        "docs/lank.md": "../../utanför/hemlig.md",
        "docs/mapp": "../../utanför",
        "docs/bort.md": "finns-inte",
        "docs/runt": "runt",
        "docs/assets/bilder/bild.png": "/etc/hostname",
        f"{TOPICS}/lank.yaml": "/etc/hostname",
    }
    for path, target in links.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(target)
    assert set(found_in(root)) == {f"symbolic-link {path} 1 1" for path in links}
    assert not any("Hemligt" in text for text in read(root).by_path.values())


@pytest.mark.parametrize("folder", [TOPICS, "content/organizations", "content", "docs"])
def test_a_linked_folder_is_told_and_what_it_may_hold_is_not_missed(root: Path, tmp_path: Path, folder: str) -> None:
    """One finding, and nobody is blamed for referring to what was not read."""
    (root / folder).rename(tmp_path / "annan")
    (root / folder).symlink_to(tmp_path / "annan")
    assert [item for item in found_in(root) if "symbolic-link" in item] == [f"symbolic-link {folder} 1 1"]
    assert not any("unknown-" in item or "missing-" in item for item in found_in(root) if folder != "docs")


def test_a_pipe_is_told_and_not_waited_for(root: Path) -> None:
    """It would hang for ever."""
    os.mkfifo(root / TOPICS / "ror.yaml")
    assert found_in(root) == (f"no-file {TOPICS}/ror.yaml 1 1",)


def test_a_folder_that_cannot_be_read_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it holds is unknown, and content is not without faults."""
    scan = os.scandir

    def refused(path: str) -> object:
        if str(path).endswith(TOPICS):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert found_in(root) == (f"unreadable {TOPICS} 1 1",)


def test_a_file_that_is_gone_or_changed_while_it_is_read_is_told(root: Path) -> None:
    """As is one that became a link."""
    assert getattr(content_of(root, "content/borta.yaml", 10), "code", "") == "unreadable"
    (root / "content/nu.yaml").symlink_to("site.yaml")
    assert getattr(content_of(root, "content/nu.yaml", 10), "code", "") == "unreadable"


def test_mkdocs_gets_nothing_but_the_list(workspace: Workspace) -> None:
    """Hidden files, notes of developers and what lies in the theme stay at home; topics may be called as they are."""
    assert workspace.run("site_builder", "site").code == 0
    before = set(workspace.site())
    for path in ("docs/.hemlig.txt", "docs/dev/anteckning.md", "docs/theme/bild.png", "docs/theme/lista.txt"):
        workspace.write(path, b"x")
    for name in ("theme", "dev"):
        topic = next((workspace.root / TOPICS).glob("*.yaml"))
        text = topic.read_text(encoding="utf-8").replace(f"id: {topic.stem}", f"id: {name}", 1)
        workspace.write(f"{TOPICS}/{name}.yaml", text)
    ran = workspace.run("site_builder", "site")
    assert ran.code == 0, ran.said
    pages = {path for path in set(workspace.site()) - before if not path.startswith("sok/")}
    assert pages == {"theme/index.html", "dev/index.html"}
