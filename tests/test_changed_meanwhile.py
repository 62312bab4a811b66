"""Content that is changed while it is read or while a site is built: one state of it is what comes out, or nothing."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from site_builder.edge import inputs as edge
from site_builder.edge.inputs import inputs
from site_builder.edge.machine import MACHINE, MachineFault
from site_builder.reading.disk import content_of
from tests.workspace import Workspace, files_below, miniature

PAGE, SITE = "docs/om.md", "content/site.yaml"
ICON = "docs/assets/bilder/ny.svg"
# Run by Python when it starts: the content is changed when a build comes to a step, once.
MEDDLING = """
import sys
from pathlib import Path
import {module} as module
real, root, met = module.{step}, Path({root!r}), []
def meddled(*given, **named):
    if not met:
        met.append(True)
        site = root / "content/site.yaml"
        site.write_text(site.read_text(encoding="utf-8").replace("Småstad", "Storstad"), encoding="utf-8")
        (root / "docs/om.md").unlink()
        (root / "docs/ny.md").write_text("# Ny sida\\n\\nSom kom för sent.\\n", encoding="utf-8")
        (root / "docs/assets/bilder/ny.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
        (root / "docs/assets/css/ny.css").write_text("a {{ color: red }}", encoding="utf-8")
    return real(*given, **named)
module.{step} = meddled
"""
STEPS = {
    "before files are gathered": ("mkdocs.commands.build", "get_files"),
    "before pages are written": ("mkdocs.commands.build", "_build_page"),
}


def meddled(workspace: Workspace, folder: Path, module: str, step: str) -> Workspace:
    """Return a working copy whose commands change the content when they come to a step."""
    folder.mkdir()
    script = MEDDLING.format(module=module, step=step, root=str(workspace.root))
    (folder / "sitecustomize.py").write_text(script, encoding="utf-8")
    return replace(workspace, environment={**workspace.environment, "PYTHONPATH": str(folder)})


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site that is built when nobody meddles."""
    workspace = miniature(tmp_path_factory.mktemp("still") / "copy")
    ran = workspace.run("site_builder", "site")
    assert ran.code == 0, ran.said
    return workspace.site()


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_the_site_is_of_the_state_that_was_read(
    workspace: Workspace, tmp_path: Path, undisturbed: dict[str, bytes], step: tuple[str, str]
) -> None:
    """A file replaced, one removed and some added while a site is built: none of it is there."""
    ran = meddled(workspace, tmp_path / "path", *step).run("site_builder", "site")
    assert ran.code == 0, ran.said
    assert (workspace.root / "docs/ny.md").exists()
    assert not (workspace.root / PAGE).exists()
    assert workspace.site() == undisturbed


@pytest.mark.parametrize(
    ("command", "made"),
    [(("archive", "arkiv"), "arkiv"), (("release", "1.0"), "release/1.0")],
    ids=["archive", "release"],
)
def test_what_is_handed_over_is_what_the_site_was_made_of_or_nothing(
    workspace: Workspace, tmp_path: Path, command: tuple[str, ...], made: str
) -> None:
    """The files beside the site are read last of all."""
    workspace.write("requirements.lock", "")
    workspace.commit()
    ran = meddled(workspace, tmp_path / "path", *STEPS["before pages are written"]).run("site_builder", *command)
    assert ran.code == MACHINE, ran.said
    assert re.search(r"content/site\.yaml ändrades|docs/om\.md finns inte", ran.err), ran.err
    assert "Traceback" not in ran.said
    assert not (workspace.root / made).exists()


def meddling_reader(change: Callable[[int], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let something happen each time that the last file is read; it is told how often that has been."""
    count = 0

    def meddled_content(root: Path, path: str, limit: int) -> object:
        nonlocal count
        found = content_of(root, path, limit)
        if path == PAGE:
            count += 1
            change(count)
        return found

    monkeypatch.setattr("site_builder.reading.read.content_of", meddled_content)


def test_files_that_are_changed_while_they_are_read_are_read_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that were read before, too: what two files say belongs together."""

    def change(count: int) -> None:
        if count == 1:
            workspace.write(SITE, (workspace.root / SITE).read_text(encoding="utf-8") + "# sist\n")
            workspace.write("content/ny.yaml", "a: b\n")
            (workspace.root / "content/help.yaml").unlink()

    meddling_reader(change, monkeypatch)
    given = inputs(workspace.root, history=False)
    on_disk = {path for path in files_below(workspace.root / "content") if path.endswith(".yaml")}
    assert {path.removeprefix("content/") for path in given.texts if path.startswith("content/")} == on_disk
    assert given.texts[SITE].endswith("# sist\n")


def test_files_that_never_rest_are_refused(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """After some times, in words; one that is put in another's place with its size and time is another too."""

    def change(count: int) -> None:
        new = workspace.root / f"content/.{count}"
        new.write_bytes((workspace.root / SITE).read_bytes())
        new.replace(workspace.root / SITE)

    meddling_reader(change, monkeypatch)
    with pytest.raises(MachineFault) as refused:
        inputs(workspace.root, history=False)
    assert refused.value.key == "content-changing"
    assert edge.TIMES > 1
