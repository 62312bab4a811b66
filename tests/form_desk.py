"""The miniature in a git of its own with the forms before it, and a form read and sent as a browser does."""

import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser
from werkzeug.datastructures import MultiDict
from werkzeug.test import Client, TestResponse

from site_builder.edge.programs.form_files import form_files
from site_builder.forms.application import Application, Asset
from site_builder.forms.guard import Guard, Proxy
from site_builder.reading.read import read_strings
from tests.miniature import ROOT

Fields = list[tuple[str, str]]
PLAN = "content/plans/ungdomsplan-2023-2026"
MEASURE = f"{PLAN}/interventions/1-1.yaml"


def git(root: Path, *arguments: str) -> str:
    """What git says below a root."""
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True).stdout


def town(folder: Path) -> Path:
    """Copy the miniature into a git of its own, with an editor."""
    root = folder / "town"
    for part in ("content", "docs"):
        shutil.copytree(ROOT / part, root / part)
    committed_alone(root)
    return root


def committed_alone(root: Path) -> None:
    """Put a folder under version control, with an editor and all of it in one commit."""
    git(root, "init", "--quiet", "--initial-branch=main")
    for key, value in (("name", "Redaktionen"), ("email", "redaktion@example.invalid")):
        git(root, "config", f"user.{key}", value)
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message=Start")


def application(
    root: Path, hosts: tuple[str, ...] = ("localhost",), proxy: Proxy | None = None, desks: Path | None = None
) -> Application:
    """The program that answers."""
    files = {name: Asset(*file) for name, file in form_files().items()}
    return Application(root, read_strings(), Guard(hosts, b"x" * 32, proxy), files, desks)


@dataclass
class Browser:
    """Somebody with the forms, without a browser."""

    root: Path
    client: Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = Client(application(self.root))

    def form(self, address: str) -> Fields:
        """The fields of a form as they would be sent."""
        return fields_in(self.client.get(address).text)

    def send(self, address: str, fields: Fields, button: str) -> TestResponse:
        """Press a button."""
        return self.client.post(address, data=MultiDict([*fields, ("do", button)]))

    def save(self, path: str, changes: dict[str, str], post: str = "") -> TestResponse:
        """Open a form, change fields in it, and save."""
        address = f"/andra/{path}" + (f"?post={post}" if post else "")
        return self.send(address, changed(self.form(address), changes), "save")


def changed(fields: Fields, changes: dict[str, str]) -> Fields:
    """Fields with other values; each that is changed must be there."""
    assert {*changes} <= {name.removeprefix("f.") for name, _ in fields}
    return [(name, changes.get(name.removeprefix("f."), value)) for name, value in fields]


def fields_in(html: str) -> Fields:
    """The fields that a form in a page would send."""
    found = []
    for node in LexborHTMLParser(html).css("form[data-form] :is(input, textarea, select)[name]"):
        if node.tag == "select":
            chosen = node.css_first("option[selected]")
            value = (chosen.attributes.get("value") if chosen else "") or ""
        elif node.tag == "textarea":
            value = node.text().removeprefix("\n")
        else:
            value = node.attributes.get("value") or ""
        found.append((node.attributes["name"] or "", value))
    return found


def said(response: TestResponse) -> str:
    """What a page says has happened or gone wrong."""
    nodes = LexborHTMLParser(response.text).css("main > [role=status], main > [role=alert]")
    return " ".join(node.text().strip() for node in nodes)


def words_in(response: TestResponse, selector: str) -> str:
    """What stands in a part of a page."""
    node = LexborHTMLParser(response.text).css_first(selector)
    assert node
    return node.text()


def notes(response: TestResponse) -> dict[str, str]:
    """What stands at each field that something is wrong with, by its name."""
    found = LexborHTMLParser(response.text).css("[data-notes]")
    told = {str(node.attributes["id"])[2:-4].replace("-", "."): node.text().strip() for node in found}
    return {name: words for name, words in told.items() if words}


def lines_changed(root: Path) -> tuple[list[str], list[str]]:
    """The lines that the latest commit took away and put in."""
    lines = git(root, "show", "--format=", "--unified=0", "HEAD").split("\n")
    kept = [line for line in lines if not line.startswith(("---", "+++"))]
    return [line[1:] for line in kept if line[:1] == "-"], [line[1:] for line in kept if line[:1] == "+"]
