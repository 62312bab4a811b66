"""`new site` makes a start for another municipality: whole, right and its own."""

from pathlib import Path

import pytest

from site_builder.edge.inputs import inputs
from site_builder.edge.starter import start_languages, start_site
from tests.built_site import pages_of
from tests.workspace import ROOT, Workspace

HERE = Workspace(ROOT)


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The start in a folder of its own, with spaces and Swedish letters, made by the command."""
    folder = tmp_path_factory.mktemp("start") / "vår stad"
    ran = HERE.run("site_builder", "new", "site", str(folder))
    assert ran.code == 0, ran.said
    return folder


def test_the_start_passes_the_check(start: Path) -> None:
    """Nothing is remarked on, not even kindly."""
    assert inputs(start).check().diagnostics == ()
    assert HERE.run("site_builder", "check", "--root", str(start)).code == 0


def test_the_start_becomes_a_site(start: Path) -> None:
    """Strictly built with the program's own settings, theme and assets, from a folder that has none of them."""
    ran = HERE.run("site_builder", "site", "--root", str(start))
    assert ran.code == 0, ran.said
    pages = pages_of(start / "site")
    assert {"", "om/", "oppna-data/", "handlingsplan-2026-2029/insatser/1-1/"} <= set(pages)
    assert pages[""].html.css("link[rel=stylesheet]")
    assert all("Göteborg" not in page.html.text() for page in pages.values())


def test_an_asset_of_the_site_goes_before_the_programs(start: Path) -> None:
    """A municipality has its own icon by putting it where the program's is."""
    icon = start / "docs/assets/bilder/ikon.svg"
    icon.parent.mkdir(parents=True)
    icon.write_text("<svg/>", encoding="utf-8")
    assert HERE.run("site_builder", "site", "--root", str(start)).code == 0
    assert (start / "site/assets/bilder/ikon.svg").read_text(encoding="utf-8") == "<svg/>"


def test_every_file_says_what_to_change(start: Path) -> None:
    """Each file of the content begins with a comment for its editor."""
    files = list((start / "content").rglob("*.yaml"))
    assert len(files) > 5
    assert [file for file in files if not file.read_text(encoding="utf-8").startswith("# ")] == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A folder that is not empty is refused and left as it was; an empty one is taken."""
    (tmp_path / "mitt.txt").write_text("kvar", encoding="utf-8")
    ran = HERE.run("site_builder", "new", "site", str(tmp_path))
    assert ran.code == 1
    assert "inte tom" in ran.err
    assert [file.name for file in tmp_path.iterdir()] == ["mitt.txt"]
    (tmp_path / "tom").mkdir()
    assert start_site(tmp_path / "tom", "sv")


def test_every_language_has_a_start_that_is_in_it(tmp_path: Path) -> None:
    """As many files, each with a comment for its editor; a whole site in that language, with nothing to remark on."""
    assert start_languages() == tuple(sorted(folder.name for folder in (ROOT / "site_builder/strings").iterdir()))
    counts = set()
    for language in start_languages():
        folder = tmp_path / language
        assert start_site(folder, language)
        given = inputs(folder, history=False)
        assert given.strings("language.code") == language
        built = given.build()
        assert built.diagnostics == ()
        assert built.pages
        files = list(folder.rglob("*.yaml"))
        assert all(file.read_text(encoding="utf-8").startswith("# ") for file in files)
        counts.add(len(files))
    assert len(counts) == 1


def test_the_language_is_chosen(tmp_path: Path) -> None:
    ran = HERE.run("site_builder", "new", "site", str(tmp_path / "town"), "--language", "en")
    assert ran.code == 0, ran.said
    assert "language: en\n" in (tmp_path / "town/content/site.yaml").read_text(encoding="utf-8")
    assert HERE.run("site_builder", "new", "site", str(tmp_path / "x"), "--language", "xx").code == 2
