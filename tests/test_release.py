"""`release VERSION`: one archive with the site and what it was made of, checksums, and the list of parts."""

import hashlib
import io
import json
import re
import shutil
import tarfile
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import requires
from pathlib import Path

import pytest

from site_builder.edge.starter import TEMPLATE
from tests.workspace import ROOT, Workspace, files_below, with_texts

NAMES = {"SHA256SUMS", "plansajt-1.2.0.cdx.json", "plansajt-1.2.0.tar.gz"}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A committed working copy with the start and the lock, and a site from another day with files of its own.

    The start has a third of the miniature's pages, and most of a release is to make its files small.
    """
    texts = ((path, content.decode()) for path, content in files_below(TEMPLATE / "sv").items())
    workspace = with_texts(tmp_path_factory.mktemp("release") / "copy", texts)
    workspace.write("requirements.lock", (ROOT / "requirements.lock").read_bytes())
    workspace.write(".gitignore", "/site/\n/release/\n__pycache__/\n")
    workspace.commit()
    workspace.write("site/assets/css/gammal.0123456789.css", "a { color: red }\n")
    return workspace


@pytest.fixture(scope="module")
def first(copy: Workspace) -> dict[str, bytes]:
    """The release as it is made first."""
    return released(copy)


@pytest.fixture(scope="module")
def packed(first: Mapping[str, bytes]) -> dict[str, bytes]:
    """What the archive holds, by path below its one folder."""
    with tarfile.open(fileobj=io.BytesIO(first["plansajt-1.2.0.tar.gz"])) as archive:
        entries = archive.getmembers()
        assert {(entry.uid, entry.gid, entry.mode, entry.mtime, entry.isfile()) for entry in entries} == {
            (0, 0, 0o644, 1740830400, True)  # the latest commit: 2025-03-01 12:00 UTC
        }
        read = ((entry.name, archive.extractfile(entry)) for entry in entries)
        return {name.removeprefix("plansajt-1.2.0/"): file.read() for name, file in read if file}


def released(workspace: Workspace) -> dict[str, bytes]:
    """Make the release anew and return its files."""
    shutil.rmtree(workspace.root / "release", ignore_errors=True)
    ran = workspace.run("site_builder", "release", "1.2.0")
    assert ran.code == 0, ran.said
    return files_below(workspace.root / "release/1.2.0")


def summed(files: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each file but the list itself."""
    return {path: hashlib.sha256(data).hexdigest() for path, data in files.items() if path != "SHA256SUMS"}


def told(sums: bytes) -> dict[str, str]:
    """What a list of checksums says."""
    return {path: digest for digest, path in (line.split("  ", 1) for line in sums.decode().splitlines())}


def test_two_releases_are_the_same_bytes(copy: Workspace, first: dict[str, bytes], tmp_path: Path) -> None:
    """Made from another folder, with another hash seed, locale and time zone."""
    other = tmp_path / "en annan mapp"
    shutil.copytree(copy.root, other, ignore=shutil.ignore_patterns("site", "release", "__pycache__", ".venv"))
    around = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}
    again = released(replace(copy, root=other, environment=around))
    assert set(first) == NAMES
    assert [path for path in NAMES if again[path] != first[path]] == []


def test_the_checksums_are_those_of_the_files(first: dict[str, bytes], packed: dict[str, bytes]) -> None:
    """Beside the archive and in it, of every file."""
    assert told(first["SHA256SUMS"]) == summed(first)
    assert told(packed["SHA256SUMS"]) == summed(packed)


def test_the_archive_is_whole(copy: Workspace, packed: dict[str, bytes]) -> None:
    """A site that can be served, its data, and the content it was made of; nothing that an earlier site had."""
    assert {"site/index.html", "site/index.html.br", "site/data/v1/plans.json", "site/server.caddy"} < set(packed)
    content = {f"content/{path}": data for path, data in files_below(copy.root / "content").items()}
    assert {path: data for path, data in packed.items() if path.startswith("content/")} == content
    assert not [path for path in packed if "gammal" in path or "docs/theme" in path]


def test_the_release_says_what_it_is(packed: dict[str, bytes]) -> None:
    """Its version, the day that the pages are of, and the revision that gives the same again."""
    about = json.loads(packed["release.json"])
    assert (about["version"], about["day"]) == ("1.2.0", "2025-03-01")
    assert re.fullmatch(r"[0-9a-f]{40}", about["revision"])


def test_every_package_is_listed_with_its_hashes(first: dict[str, bytes]) -> None:
    """CycloneDX 1.6 by its own schema: what the lock has, each with the hashes that the lock has."""
    from cyclonedx.schema import SchemaVersion  # seconds, which only this test has to wait: see json_schema.py
    from cyclonedx.validation.json import JsonStrictValidator

    text = first["plansajt-1.2.0.cdx.json"].decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    parts = json.loads(text)
    assert (parts["specVersion"], parts["metadata"]["component"]["version"]) == ("1.6", "1.2.0")
    listed = {
        (part["name"], part["version"]): {
            held["content"] for reference in part["externalReferences"] for held in reference["hashes"]
        }
        for part in parts["components"]
    }
    assert listed == locked((ROOT / "requirements.lock").read_text(encoding="utf-8"))


def test_the_list_says_what_needs_what(first: dict[str, bytes]) -> None:
    """The site what it asks for, and each package what its own facts ask for; every part is reached from the site."""
    parts = json.loads(first["plansajt-1.2.0.cdx.json"])
    names = {part["bom-ref"]: part["name"] for part in parts["components"]}
    needs = {item["ref"]: {names[ref] for ref in item.get("dependsOn", ())} for item in parts["dependencies"]}
    root = parts["metadata"]["component"]["bom-ref"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert needs.pop(root) == set(map(asked, project["dependencies"]))
    for reference, found in needs.items():
        assert found <= set(map(asked, requires(names[reference]) or ())), names[reference]
    assert {"jinja2", "markdown"} <= needs[next(reference for reference, name in names.items() if name == "mkdocs")]
    assert set(names.values()) == set(map(asked, project["dependencies"])).union(*needs.values())


def asked(requirement: str) -> str:
    """Return the name in a requirement, as locks write it."""
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def locked(lock: str) -> dict[tuple[str, str], set[str]]:
    """The hashes of each package of a lock, by name and version."""
    entries = re.findall(r"^([\w.-]+)==([\w.]+)(.*(?:\n    --hash=\S+(?: \\)?)+)", lock, re.MULTILINE)
    assert len(entries) > 20
    return {(name, version): set(re.findall(r"sha256:(\w+)", rest)) for name, version, rest in entries}


@pytest.mark.parametrize("version", ["../1", "", "1 2", "-v", "å1"])
def test_a_version_is_a_name(copy: Workspace, version: str) -> None:
    """It becomes the name of a folder: no other folder, and nothing that a shell would misread."""
    ran = copy.run("site_builder", "release", "--", version)
    assert ran.code != 0
    assert "Traceback" not in ran.said
    assert not (copy.root / "1").exists()


def test_a_version_is_made_once(copy: Workspace, first: dict[str, bytes]) -> None:
    """What has been given out stays as it was."""
    ran = copy.run("site_builder", "release", "1.2.0")
    assert (ran.code, "finns redan" in ran.said) == (3, True)
    assert files_below(copy.root / "release/1.2.0") == first


def test_a_fault_in_the_content_makes_no_release(copy: Workspace, tmp_path: Path) -> None:
    """The fault is told, and no folder is left behind."""
    other = Workspace(tmp_path / "fel")
    shutil.copytree(copy.root, other.root, ignore=shutil.ignore_patterns("site", "release", "__pycache__"))
    other.write("content/site.yaml", "name: 1\n")
    ran = other.run("site_builder", "release", "2.0.0")
    assert ran.code == 1
    assert not (other.root / "release").exists()
