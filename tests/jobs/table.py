"""What each recipe touches and how long it takes, in each of its three ways: figures for a page of docs/dev."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import partial
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from site_builder.edge.inputs import inputs
from site_builder.foundation.diagnostic import Severity
from site_builder.render.editing.recipe_text import Recipe
from tests.form_desk import git, town
from tests.jobs.ways import RECIPES, by_command, by_file, by_form, prepared, serving_forms, touched
from tests.test_editing_jobs import epoch
from tests.workspace import files_below

HEAD = "| job | way | files | lines | errors | remarks | seconds |\n| --- | --- | --: | --: | --: | --: | --: |"


@dataclass(frozen=True)
class Row:
    """A job done in one way: what it touched, what the check finds afterwards that it did not before, and the time."""

    job: str
    way: str
    files: int
    lines: int
    errors: int
    remarks: int
    seconds: float

    def __str__(self) -> str:
        numbers = (self.files, self.lines, self.errors, self.remarks)
        return f"| {self.job} | {self.way} | {' | '.join(map(str, numbers))} | {self.seconds:.1f} |"


def rows(names: Iterable[str], page: Page | None) -> Iterator[Row]:
    """Do each job in each way, each in a town of its own; in forms where there is a page of a browser."""
    os.environ["SOURCE_DATE_EPOCH"] = epoch()
    for recipe in (RECIPES[name] for name in names):
        yield _row(recipe, "file", by_file)
        yield _row(recipe, "command", _quietly)
        if page:
            yield _row(recipe, "form", partial(_served, page=page))


def _row(recipe: Recipe, way: str, done: Callable[[Path, Recipe], None]) -> Row:
    with TemporaryDirectory() as folder:
        root = town(Path(folder))
        prepared(root, recipe)
        _committed(root)
        before, known = files_below(root / "content"), _findings(root)
        start = time.perf_counter()
        done(root, recipe)
        seconds = time.perf_counter() - start
        now = touched(before, files_below(root / "content"))
        new = [severity for code, severity in _findings(root) if (code, severity) not in known]
    errors = sum(severity is Severity.ERROR for severity in new)
    return Row(recipe.title, way, len(now.files), now.lines, errors, len(new) - errors, seconds)


def _committed(root: Path) -> None:
    """Commit what has been prepared, if anything has."""
    if git(root, "status", "--porcelain"):
        git(root, "add", ".")
        git(root, "commit", "--quiet", "--message=Förberett")


def _findings(root: Path) -> list[tuple[str, Severity]]:
    found = inputs(root, history=False).check().diagnostics
    return [(f"{item.code} {item.span.path}", item.severity) for item in found]


def _quietly(root: Path, recipe: Recipe) -> None:
    with redirect_stdout(StringIO()):
        by_command(root, recipe)


def _served(root: Path, recipe: Recipe, page: Page) -> None:
    with serving_forms(root) as address:
        by_form(page, address, recipe)
