"""Every recipe of the guide is followed as it is written, in its three ways, and they come to the same."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from site_builder.commands.group import EDITING, NEW
from site_builder.edge.inputs import inputs
from site_builder.forms.answers.adding import NEW_KINDS
from site_builder.forms.jobs.table import JOBS
from site_builder.foundation.diagnostic import has_errors
from tests.form_desk import git, town
from tests.jobs.table import rows
from tests.jobs.ways import RECIPES, by_command, by_file, by_form, data_below, prepared, serving_forms, touched
from tests.test_editing_jobs import epoch
from tests.workspace import ROOT, files_below

NO_JOBS = {"site", "schema", "edit", "import"}  # commands that are told of elsewhere in the guide
RECIPE = pytest.mark.parametrize("name", RECIPES)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The miniature in a git of its own, on the day of the golden cases."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch())
    return town(tmp_path)


def by_hand(tmp_path: Path, name: str) -> Path:
    """Another copy, in which the recipe has been done in the files."""
    other = tmp_path / "other"
    other.mkdir()
    made = town(other)
    prepared(made, RECIPES[name])
    by_file(made, RECIPES[name])
    return made


def begun(root: Path, name: str) -> dict[str, bytes]:
    """Prepare a folder for a recipe, and commit that; return its files."""
    if RECIPES[name].after or RECIPES[name].given:
        prepared(root, RECIPES[name])
        git(root, "add", ".")
        git(root, "commit", "--quiet", "--message=Receptet före")
    return files_below(root / "content")


@RECIPE
def test_the_file_as_the_recipe_writes_it_passes(root: Path, name: str) -> None:
    """The lines that are shown stand there once, and what comes of them has no faults."""
    before = begun(root, name)
    by_file(root, RECIPES[name])
    assert files_below(root / "content") != before
    assert not has_errors(inputs(root, history=False).check().diagnostics)


@RECIPE
def test_the_commands_come_to_the_same_as_the_file(root: Path, tmp_path: Path, name: str) -> None:
    """Copied from the page; the data of every file is the same, and no other file is touched."""
    before = begun(root, name)
    by_command(root, RECIPES[name])
    same(root, by_hand(tmp_path, name), before)


@pytest.mark.browser
@RECIPE
def test_the_form_comes_to_the_same_as_the_file(root: Path, tmp_path: Path, page: Page, name: str) -> None:
    """By the labels that the recipe names, to one commit on a branch of the editor's own."""
    before = begun(root, name)
    with serving_forms(root) as address:
        by_form(page, address, RECIPES[name])
    same(root, by_hand(tmp_path, name), before)
    assert git(root, "rev-list", "--count", "main..HEAD").strip() == "1"
    assert git(root, "status", "--porcelain") == ""


def same(root: Path, expected: Path, before: dict[str, bytes]) -> None:
    """Two folders say the same, and the same files and about as many lines were touched; nothing has faults."""
    assert data_below(root) == data_below(expected)
    done, hand = (touched(before, files_below(folder / "content")) for folder in (root, expected))
    assert done.files == hand.files
    assert done.lines <= hand.lines * 2
    assert not has_errors(inputs(root, history=False).check().diagnostics)


def test_every_job_that_has_a_command_or_a_form_has_a_recipe() -> None:
    """Each command is shown, each form of a job and of each new kind is opened."""
    shown = [line.split() for recipe in RECIPES.values() for line in recipe.lines]
    commands = {words[3] for words in shown} | {words[4] for words in shown if words[3] == "new"}
    assert {*EDITING, *NEW} - NO_JOBS <= commands
    opened = {recipe.steps[0].place[-1] for recipe in RECIPES.values()}
    assert {job_title(name) for name in JOBS.keys() - NO_JOBS} <= opened
    assert sum("Lägg till: " in name for name in opened) >= len(NEW_KINDS) // 2


def job_title(name: str) -> str:
    from site_builder.reading.read import read_strings

    return read_strings()(f"forms.jobs.{name}.title")


def test_the_figures_are_made_of_one_job() -> None:
    """The smallest size of `python -m tests.jobs`: the same line in either way, and no error."""
    file, command = rows(["uppgift"], None)
    assert (file.files, file.lines, file.errors, file.remarks) == (1, 2, 0, 0)
    assert (command.files, command.lines, command.errors, command.remarks) == (1, 2, 0, 0)
    assert (file.way, command.way) == ("file", "command")
    assert str(file).startswith("| Ändra en uppgift | file | 1 | 2 | 0 | 0 | ")


def test_the_page_of_figures_has_every_job() -> None:
    """Each recipe has its three rows."""
    page = (ROOT / "docs/dev/jobs.md").read_text(encoding="utf-8")
    for recipe in RECIPES.values():
        assert [page.count(f"| {recipe.title} | {way} |") for way in ("file", "command", "form")] == [1, 1, 1]
