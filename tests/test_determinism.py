"""The same content gives the same bytes, whoever builds it, wherever and in whatever language."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.workspace import Workspace, files_below, miniature

DAY = {"SOURCE_DATE_EPOCH": "1767225600"}  # 2026-01-01
OVER = {"SOURCE_DATE_EPOCH": "1798848000"}  # 2027-01-02
PLAN = "ungdomsplan-2023-2026"
# Run by Python when it starts: None in the table of modules makes every import of the name fail.
WITHOUT_MATERIAL = """import sys
sys.modules["material"] = None
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A committed working copy of the miniature."""
    workspace = miniature(tmp_path_factory.mktemp("same") / "copy")
    workspace.commit()
    return workspace


@pytest.fixture(scope="module")
def first(copy: Workspace) -> dict[str, bytes]:
    """The site as it is built first."""
    return build(copy, DAY)


def build(workspace: Workspace, environment: dict[str, str]) -> dict[str, bytes]:
    """Build the site in an environment and return all its files."""
    ran = replace(workspace, environment=environment).run("site_builder", "site")
    assert ran.code == 0, ran.said
    return workspace.site()


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that are not the same in both."""
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "LANG": "C", "TZ": "America/Los_Angeles"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "sv_SE.UTF-8", "TZ": "Pacific/Kiritimati"},
    ],
    ids=["hash seed, plain locale and late zone", "hash seed, Swedish locale and early zone"],
)
def test_the_surroundings_do_not_matter(copy: Workspace, first: dict[str, bytes], environment: dict[str, str]) -> None:
    """Another hash seed, locale and time zone give the same site, byte for byte."""
    assert differing(first, build(copy, {**DAY, **environment})) == []


def test_the_theme_that_is_declared_is_not_needed(copy: Workspace, first: dict[str, bytes], tmp_path: Path) -> None:
    """Where mkdocs-material cannot be imported, not a byte of the site is another."""
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_MATERIAL, encoding="utf-8")
    environment = {**DAY, "PYTHONPATH": str(tmp_path)}
    assert replace(copy, environment=environment).run("material").code == 1
    assert differing(first, build(copy, environment)) == []


def test_the_place_does_not_matter(copy: Workspace, first: dict[str, bytes], tmp_path: Path) -> None:
    """Another checkout in another folder gives the same site."""
    other = Workspace(tmp_path / "en annan mapp")
    shutil.copytree(copy.root, other.root, ignore=shutil.ignore_patterns("site", "__pycache__"))
    assert differing(first, build(other, DAY)) == []


def test_the_export_is_the_same_too(copy: Workspace, tmp_path: Path) -> None:
    """The plain files do not depend on the hash seed."""
    made = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        workspace = replace(copy, environment={**DAY, "PYTHONHASHSEED": seed})
        assert workspace.run("site_builder", "export", str(folder)).code == 0
        made.append(files_below(folder))
    assert made[0] == made[1]


def test_the_day_of_the_build_is_the_given_one(copy: Workspace, first: dict[str, bytes]) -> None:
    """Before the plan's last day the notice is hidden on its pages; after it, shown on every one of them."""
    late = build(copy, OVER)
    pages = [path for path in late if path.startswith(f"{PLAN}/") and path.endswith(".html")]
    assert len(pages) > 10
    for path in pages:
        assert "hidden" in notice(first[path]), path
        assert "hidden" not in notice(late[path]), path


def test_every_page_says_when_its_content_was_changed(first: dict[str, bytes]) -> None:
    """The date is that of the latest commit of the page's own files."""
    words = LexborHTMLParser(first[f"{PLAN}/insatser/1-1/index.html"].decode()).css_first(".about-page p")
    assert words is not None
    assert "1 mars 2025" in words.text().replace("\u00a0", " ")


def notice(page: bytes) -> dict[str, str | None]:
    """The attributes of the notice that the plan's period is over."""
    found = LexborHTMLParser(page.decode()).css_first("p.period")
    assert found is not None
    return dict(found.attributes)
