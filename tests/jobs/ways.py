"""A recipe followed as it is written: in a file, with commands, and in the forms with a real browser."""

import difflib
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from playwright.sync_api import ElementHandle, Page
from werkzeug.serving import WSGIRequestHandler, make_server

from site_builder.reading.read import read_strings
from site_builder.reading.yaml_reader import parse
from site_builder.render.editing.recipe_text import FileChange, Recipe, Step, recipes
from tests.form_desk import application
from tests.servers import free_port
from tests.test_editing_jobs import command

RECIPES: Mapping[str, Recipe] = {recipe.id: recipe for recipe in recipes(read_strings())}
# What has a name in a form, with the names of all that it stands in: groups of fields, and groups of things.
FIND = """([kind, place]) => {
  const words = (node) => node.textContent.replace(/\\s+/g, " ").trim();
  const bare = (text) => text.replace(/ \\(måste finnas\\)$| \\(\\d+\\)$/, "");
  const wanted = {
    open: "main a",
    press: "main button:not(.forms-first)",
    write: "form[data-form] :is(input:not([type=hidden], [type=search]), textarea)",
    choose: "form[data-form] select",
  };
  const way = (node) => {
    const names = [node.labels && !node.matches("button") ? bare(words(node.labels[0])) : words(node)];
    for (let up = node.parentElement; up; up = up.parentElement) {
      const named = up.matches("fieldset, details.forms-group") && up.querySelector(":scope > :is(legend, summary)");
      if (named) names.unshift(bare(words(named)));
    }
    return names;
  };
  const fits = (names) => {
    const left = [...place];
    for (const name of names) if (name === left[0]) left.shift();
    return left.length === 0 && names.at(-1) === place.at(-1);
  };
  const found = [...document.querySelectorAll(wanted[kind])].map((node) => [node, way(node)])
    .filter(([, names]) => fits(names));
  const least = Math.min(...found.map(([, names]) => names.length));
  const nearest = found.filter(([, names]) => names.length === least);
  if (nearest.length !== 1) throw new Error(`${nearest.length} places are called ${place.join(" in ")}`);
  return nearest[0][0];
}"""
FOLDED = """(node) => {
  let folded = null;
  for (let up = node.parentElement; up; up = up.parentElement) if (up.matches("details:not([open])")) folded = up;
  return folded && folded.querySelector(":scope > summary");
}"""


@dataclass(frozen=True)
class Touched:
    """The files that differ between two states, and how many lines were put in or taken away."""

    files: tuple[str, ...]
    lines: int


def by_file(root: Path, recipe: Recipe) -> None:
    """Do what the recipe says of the files."""
    for change in recipe.changes:
        _change(root, change)


def _change(root: Path, change: FileChange) -> None:
    file = root / change.path
    if change.kind == "rename":
        file.rename(root / change.instead)
        return
    if change.kind == "new":
        assert not file.exists(), change.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(change.lines, encoding="utf-8")
        return
    text = file.read_text(encoding="utf-8")
    if change.kind == "append":
        assert text.endswith("\n")
        file.write_text(text + change.lines, encoding="utf-8")
        return
    assert f"\n{text}".count(f"\n{change.lines}") == 1, (change.path, change.lines)
    file.write_text(f"\n{text}".replace(f"\n{change.lines}", f"\n{change.instead}")[1:], encoding="utf-8")


def by_command(root: Path, recipe: Recipe) -> None:
    """Run the commands of the recipe; each has to succeed."""
    program = f"{read_strings()('recipes.program')} "
    for line in recipe.lines:
        assert line.startswith(program)
        assert command(root, line.removeprefix(program)) == 0, line


def by_form(page: Page, address: str, recipe: Recipe) -> None:
    """Take the steps of the recipe in the forms, from the start of them."""
    page.goto(address)
    for step in recipe.steps:
        _step(page, step)
    said = page.locator("main > [role=status], main > [role=alert]").all_inner_texts()
    assert any("Sparat på grenen" in words for words in said), (said, page.locator(".forms-notes p").all_inner_texts())


def _step(page: Page, step: Step) -> None:
    node = page.evaluate_handle(FIND, [step.kind, list(step.place)]).as_element()
    assert node
    while summary := node.evaluate_handle(FOLDED).as_element():
        summary.click()
    if step.kind == "write":
        node.fill(step.value)
    elif step.kind == "choose":
        node.select_option(label=step.value)
    else:
        _pressed(page, node)


def _pressed(page: Page, node: ElementHandle) -> None:
    with page.expect_navigation():
        node.click()


@contextmanager
def serving_forms(root: Path) -> Iterator[str]:
    """Serve the forms of a folder on this machine, and give their address."""
    port = free_port()
    program = application(root, (f"127.0.0.1:{port}",))
    server = make_server("127.0.0.1", port, program, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Quiet(WSGIRequestHandler):
    """Says nothing of what is asked for."""

    def log(self, *_: object) -> None:
        """Say nothing."""


def prepared(root: Path, recipe: Recipe) -> None:
    """Do the recipes that one goes on from, and what it is given."""
    if recipe.after:
        prepared(root, RECIPES[recipe.after])
        by_file(root, RECIPES[recipe.after])
    for change in recipe.given:
        _change(root, change)


def data_below(root: Path) -> dict[str, object]:
    """What every file of the content says, by its path."""
    files = sorted((root / "content").rglob("*.yaml"))
    texts = {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}
    return {path: source.data if (source := parse(path, text)[0]) else None for path, text in texts.items()}


def touched(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Touched:
    """What differs between two states of files; one that got another name is two, and its lines are compared."""
    paths = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))
    gone = [path for path in paths if path not in after]
    lines = 0
    for path in (path for path in paths if path in after):
        old = path if path in before or not gone else gone[0]
        was, now = (data.decode().splitlines() for data in (before.get(old, b""), after[path]))
        lines += sum(
            line[:1] in "+-" and line[:3] not in ("+++", "---") for line in difflib.unified_diff(was, now, n=0)
        )
    return Touched(tuple(paths), lines)


def copied(source: Path, root: Path) -> None:
    """Copy the content and the pages of a folder."""
    for name in ("content", "docs"):
        shutil.copytree(source / name, root / name)
