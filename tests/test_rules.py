"""The rules of the house that no linter knows: who may import whom, sizes, names, templates and words."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path

import jinja2.meta
import jinja2.nodes
import pytest
from msgspec import Struct

import schema
from site_builder.edge.develop import RULES
from site_builder.reading.read import read_strings
from site_builder.render.environment import environment

pytestmark = pytest.mark.rules

ROOT = Path(__file__).resolve().parent.parent
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def drawn_layers(text: str) -> list[tuple[str, ...]]:
    """The layers as they are drawn, from top to bottom: the names in a row, the words beside it left out."""
    drawing = re.search(r"^## Layers$.*?^```text$(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert drawing
    rows = [re.split(r"\s{3,}", line.strip())[0] for line in drawing[1].split("\n")]
    return [tuple(re.findall(r"\w+|│", row)) for row in rows if re.search(r"\w", row)]


# A module imports from its own layer or one before it; with a wall in a layer, none of it imports another of it.
DRAWN = drawn_layers(ARCHITECTURE)
LAYERS = [tuple(name for name in row if name != "│") for row in DRAWN]
WALLED = [{*row} - {"│"} for row in DRAWN if "│" in row]
OWNERS = {
    "dataclasses": "foundation.page",  # a Struct is made thirty times as fast (decision 45)
    "yaml": "reading",
    "jinja2": ("render.environment", "hooks"),
    "mkdocs": "hooks",
    "warcio": "export.archive",
    "weasyprint": "export.pdf",
    "fontTools": "export.pdf",
    "pikepdf": "export.pdf",
    "cssselect2": "export.pdf",
    "tinycss2": "export.pdf",
    "xlsxwriter": "export.sheets",
    "python_calamine": "reading.workbook",
    "markdown": ("foundation.markdown_html", "render"),
    "werkzeug": "forms",
    "waitress": "commands.edit",
}
MOST_FILES = 15  # in a folder of code, its __init__.py aside
UTILS = ("utils", "util", "helpers", "common", "misc", "manager")
ASKS = re.compile(r"\b(date\.today|datetime\.now|time\.time|os\.environ|getenv|open\((?!BytesIO)|read_text|write_text)")
REPLACED = re.compile(r"content\b|docs/(?!assets|theme|dev)")  # what is another municipality's own
MARK = re.compile(r"\bmark\.rules\b")


def python_files() -> list[Path]:
    """Every module of ours, tests aside."""
    return sorted(chain.from_iterable((ROOT / folder).rglob("*.py") for folder in ("schema", "site_builder", "hooks")))


def room(module: str) -> str:
    """The room of a module: its top-level package, or its name inside site_builder."""
    parts = module.split(".")
    return parts[1] if parts[0] == "site_builder" and len(parts) > 1 else parts[0]


def layer(name: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if name in names)


def module_name(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = python_files()


def nodes(file: Path) -> Iterator[ast.AST]:
    """Every node of a module; nobody keeps them, for they take much more room than the text."""
    return ast.walk(ast.parse(file.read_text(encoding="utf-8")))


@cache
def imports(file: Path) -> tuple[str, ...]:
    """What a module imports, wherever in it."""
    found: list[str] = []
    for node in nodes(file):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
        elif isinstance(node, ast.Import):
            found += (name.name for name in node.names)
    return tuple(found)


def test_imports_go_one_way() -> None:
    """A module imports only from its own layer or one before it; those with a wall between them never each other."""
    found = [(module_name(file), name) for file in FILES for name in imports(file) if strays(file, name)]
    assert found == []


def strays(file: Path, name: str) -> bool:
    """Tell whether a module may not import another."""
    own, ours = room(module_name(file)), name.split(".", maxsplit=1)[0] in ("schema", "site_builder", "hooks")
    if own == "site_builder" or not ours or name == "site_builder":
        return False
    other = room(name)
    return layer(other) > layer(own) or (other != own and any({own, other} <= walled for walled in WALLED))


def test_a_stray_import_is_seen() -> None:
    """Upwards, and through a wall; what stands above may be imported, and so may a neighbour without a wall."""
    file = ROOT / "site_builder/checks/table.py"
    names = ("build", "render.writer", "meaning.link", "checks.all")
    assert [strays(file, f"site_builder.{name}") for name in names] == [True, True, False, False]
    assert not strays(ROOT / "hooks/plan.py", "site_builder.__main__")


def test_the_drawing_has_every_folder() -> None:
    """Each folder of code and each module beside them stands in the drawing once, and nothing else does."""
    drawn = [name for names in LAYERS for name in names]
    assert sorted(drawn) == sorted({room(module_name(file)) for file in python_files()} - {"site_builder"})
    assert len(WALLED) == 1


def test_no_folder_is_flat() -> None:
    """A folder holds at most fifteen modules: what is more becomes rooms."""
    held = Counter(file.parent for file in FILES if file.name != "__init__.py")
    assert [module_name(folder) for folder, count in held.items() if count > MOST_FILES] == []


def test_each_foreign_library_has_one_room() -> None:
    """YAML is read in one room, Jinja is for rendering, and nothing outside hooks knows MkDocs."""
    elsewhere = []
    for file in FILES:
        within = module_name(file).removeprefix("site_builder.")
        for name in imports(file):
            owner = OWNERS.get(name.split(".")[0])
            owners = (owner,) if isinstance(owner, str) else owner
            if owners is not None and not any(f"{within}.".startswith(f"{room}.") for room in owners):
                elsewhere.append(f"{within} imports {name}")
    assert elsewhere == []


def test_modules_are_small() -> None:
    """No module is longer than 200 lines, and none is called utils."""
    assert [module_name(file) for file in FILES if file.read_text(encoding="utf-8").count("\n") > 200] == []
    assert [module_name(file) for file in FILES if file.stem in UTILS] == []


def test_functions_are_small() -> None:
    """None is longer than 40 lines."""
    lines = {
        (module_name(file), node.name, node.lineno): (node.end_lineno or 0) - node.lineno + 1
        for file in FILES
        for node in nodes(file)
        if isinstance(node, ast.FunctionDef)
    }
    assert len(lines) > 1000
    assert [where for where, count in lines.items() if count > 40] == []


def test_the_pure_part_asks_nobody() -> None:
    """Below the command line and the hook nothing asks for the date, the environment or the disk."""
    outside = ("edge", "__main__", "hooks", "site_builder")
    pure = [file for file in FILES if room(module_name(file)) not in outside and file.stem not in ("read", "disk")]
    assert len(pure) > 100
    assert [module_name(file) for file in pure if ASKS.search(file.read_text(encoding="utf-8"))] == []


def test_what_is_worked_out_once_has_where_to_be_kept() -> None:
    """A Struct has no `__dict__`, and `cached_property` fails without one at the first call, which no type tells."""
    made = [(module_name(file), node) for file in FILES for node in nodes(file) if isinstance(node, ast.ClassDef)]
    keeping = [(where, node) for where, node in made if is_struct(node) and keeps_something(node)]
    assert len(keeping) > 20
    assert [(where, node.name) for where, node in keeping if "dict" not in (word.arg for word in node.keywords)] == []


def is_struct(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id == "Struct" for base in node.bases)


def keeps_something(node: ast.ClassDef) -> bool:
    functions = (item for item in node.body if isinstance(item, ast.FunctionDef))
    return any(ast.unparse(mark) == "cached_property" for function in functions for mark in function.decorator_list)


def test_lint_runs_every_rule() -> None:
    """It names the modules whose tests are rules of the house."""
    marked = [file for file in (ROOT / "tests").rglob("*.py") if MARK.search(file.read_text(encoding="utf-8"))]
    assert sorted(file.relative_to(ROOT).as_posix() for file in marked) == sorted(RULES)


def test_the_schema_is_ours() -> None:
    """`import schema` finds the repository's own package, not the one of that name on PyPI."""
    assert Path(str(schema.__file__)).is_relative_to(ROOT)


def views() -> dict[str, type[Struct]]:
    """Template -> the view that fills it, read from the calls of `writer.page("x.html.j2", ...)`."""
    found: dict[str, type[Struct]] = {}
    for file in sorted(
        chain.from_iterable((ROOT / "site_builder" / room).rglob("*.py") for room in ("render", "forms"))
    ):
        module = import_module(module_name(file))
        text = file.read_text(encoding="utf-8")
        for template in re.findall(r'"([a-z_/]+\.html\.j2)"', text):
            name = "".join(part.title() for part in Path(template).name.removesuffix(".html.j2").split("_")) + "View"
            found[template] = getattr(module, name)
    return found


def test_template_and_view_agree() -> None:
    """Each template uses exactly the fields of its view; the view is called as the template is."""
    used = views()
    folder = ROOT / "site_builder/templates"
    assert set(used) == {file.relative_to(folder).as_posix() for file in folder.rglob("*.html.j2")} - {
        "shared/macros.html.j2"
    }
    for template, view in used.items():
        parsed = environment().parse((folder / template).read_text(encoding="utf-8"))
        names = jinja2.meta.find_undeclared_variables(parsed) - {"t", *named_there(parsed)}
        assert names == set(view.__struct_fields__), template


def named_there(template: jinja2.nodes.Template) -> set[str]:
    """The names that a template gives to pieces of its own, which Jinja does not know outside their branch."""
    made = (*template.find_all(jinja2.nodes.Assign), *template.find_all(jinja2.nodes.AssignBlock))
    targets = (getattr(node, "target", None) for node in made)
    return {target.name for target in targets if isinstance(target, jinja2.nodes.Name)}


def test_every_word_that_is_asked_for_exists() -> None:
    """Each literal key of the catalogue that code or a template uses is in the catalogue."""
    strings = read_strings()
    files = [*python_files(), *(ROOT / "site_builder/templates").rglob("*.j2"), *(ROOT / "docs/theme").rglob("*.html")]
    asked = {
        key
        for file in files
        for key in re.findall(
            r'\b(?:t|strings|given\.strings|plan\.strings)\(\s*"([a-z0-9._-]+)"[,)]', file.read_text("utf-8")
        )
    }
    assert len(asked) > 20
    assert {key for key in asked if not isinstance(strings.find(key), str)} == set()


def test_no_path_of_a_machine_is_in_the_repository() -> None:
    """Public text speaks of the project alone. (What editors write may name any address, and is for `check`.)"""
    for file in [*python_files(), *ROOT.glob("*.md"), *(ROOT / "docs/dev").rglob("*.md")]:
        assert not re.search(r"/(work|root|home)/", file.read_text(encoding="utf-8")), file


def test_no_test_reads_a_municipalitys_files_when_it_is_imported() -> None:
    """Else the whole suite ends before it has begun, where other content and other pages stand."""
    files = sorted((ROOT / "tests").rglob("*.py"))
    assert [
        file.name for file in files if any(reads_content(node) for node in ast.parse(file.read_text("utf-8")).body)
    ] == []


def test_a_reading_import_is_seen() -> None:
    """Of what is ours, such as the style sheets, and of what a function reads when it is called nothing is said."""
    read = 'TOLD = (ROOT / "docs/oppna-data.md").read_text("utf-8")\n'
    ours = 'STYLE = (ROOT / "docs/assets/css/plan.css").read_text("utf-8")\n'
    assert [reads_content(ast.parse(text).body[0]) for text in (read, ours, f"def told():\n    {read}")] == [
        True,
        False,
        False,
    ]


def reads_content(node: ast.stmt) -> bool:
    """Tell whether a statement of a module reads a file that another municipality may not have."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return any(reads_content(ast.Expr(decorator)) for decorator in node.decorator_list)
    named = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    reads = any(isinstance(part, ast.Attribute) and part.attr.startswith("read_") for part in ast.walk(node))
    return reads and any(REPLACED.match(path) for path in named)


def test_every_window_is_a_swedish_visitors() -> None:
    """One that `visitor` does not make says another day than the rest, where the machine's time zone is another."""
    made = re.compile(r"\bnew_context\(|\b(browser|chromium)\.new_page\(")
    files = [file for file in (ROOT / "tests").rglob("*.py") if made.search(file.read_text("utf-8"))]
    assert [file.name for file in files] == ["browser.py"]


def test_an_intervention_is_called_one() -> None:
    """A measure is the key of a reference to it, or the plan's own word: nothing that is an intervention."""
    found = [
        (module_name(file), argument.arg)
        for file in FILES
        for node in nodes(file)
        if isinstance(node, ast.FunctionDef)
        for argument in node.args.args
        if re.search("measure", argument.arg)
        and re.search(r"\bIntervention\b", ast.unparse(argument.annotation or node))
    ]
    assert found == []
