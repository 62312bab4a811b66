"""Every pattern of the program: in its modules, in their tables, and in calls."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("schema", "site_builder", "hooks")
OF_RE = {"compile", "sub", "subn", "match", "search", "fullmatch", "split", "findall", "finditer"}
AT_ONE_PLACE = {"match", "fullmatch"}  # all else looks at every place of a text


@dataclass(frozen=True)
class Tried:
    """A pattern, where it stands, and whether it is only tried where a text begins."""

    place: str
    pattern: re.Pattern[Any]
    at_one_place: bool = False


@cache
def patterns() -> tuple[tuple[Tried, ...], tuple[str, ...]]:
    """Return the patterns of all modules, and the places where one is made of what is only known when it is used."""
    found: dict[tuple[Any, int], Tried] = {}
    untried: list[str] = []
    for name, path in _modules():
        module = import_module(name) if not name.endswith("__main__") else ModuleType(name)
        for variable in sorted(_own(path) & vars(module).keys()):
            for pattern in _held(vars(module)[variable]):
                uses = _uses()[name, variable]
                tried = Tried(f"{name}.{variable}", pattern, bool(uses) and uses <= AT_ONE_PLACE)
                found.setdefault((pattern.pattern, pattern.flags), tried)
        for place, given, used in _in_calls(name, path):
            if given is None:
                untried.append(place)
            else:
                found.setdefault((given.pattern, given.flags), Tried(place, given, used in AT_ONE_PLACE))
    return tuple(found.values()), tuple(untried)


def _held(value: object, depth: int = 3) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns that a variable holds, also in a table."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, Mapping):
        yield from (found for item in (*value, *value.values()) for found in _held(item, depth - 1))
    elif depth and isinstance(value, (tuple, list, set, frozenset)):
        yield from (found for item in value for found in _held(item, depth - 1))
    elif depth and isinstance(value, Struct):
        yield from (found for item in asdict(value).values() for found in _held(item, depth - 1))
    elif isinstance(owner := getattr(value, "__self__", None), re.Pattern):
        yield owner  # `SPLIT = re.compile(...).split`


def _own(path: Path) -> set[str]:
    """Return the variables that a module makes itself, and does not get from another."""
    return {node.id for node in _nodes(path) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _in_calls(name: str, path: Path) -> Iterator[tuple[str, re.Pattern[Any] | None, str]]:
    """Yield the patterns that stand in a call, as in `re.sub(r"x", ...)`: None where they are put together there."""
    for call in _nodes(path):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args:
            of_re = isinstance(call.func.value, ast.Name) and call.func.value.id == "re" and call.func.attr in OF_RE
            given = call.args[0]
            if of_re and isinstance(given, ast.Constant):
                flags = [flag for flag in re.RegexFlag if f"re.{flag.name}" in ast.unparse(call)]
                yield f"{name}:{call.lineno}", re.compile(given.value, sum(flags)), call.func.attr
            elif of_re and not isinstance(given, ast.Name) and _is_in_function(call, path):
                yield f"{name}:{call.lineno}", None, call.func.attr


def _is_in_function(call: ast.Call, path: Path) -> bool:
    functions = (node for node in _nodes(path) if isinstance(node, ast.FunctionDef))
    return any(inner is call for function in functions for inner in ast.walk(function))


@cache
def _uses() -> Mapping[tuple[str, str], set[str]]:
    """Return what is done with each variable of each module, there and where it is imported."""
    uses = defaultdict[tuple[str, str], set[str]](set)
    for name, path in _modules():
        imports = [node for node in _nodes(path) if isinstance(node, ast.ImportFrom)]
        homes = {alias.name: node.module or "" for node in imports for alias in node.names}
        for node in _nodes(path):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                uses[homes.get(node.value.id, name), node.value.id].add(node.attr)
    return uses


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return every part of a module's text: three questions are asked of them."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def _modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py")):
        yield path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"), path
