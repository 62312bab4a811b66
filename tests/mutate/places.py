"""Where a fault stands: the lines of the statement that it changes, in the file with all faults that mutmut made."""

import ast
import json
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from textwrap import dedent

ORIGINAL = "__mutmut_orig"  # what mutmut calls the function without a fault


@dataclass(frozen=True)
class Place:
    """The file of a fault, the lines of its statement, and its function, as mutmut calls it."""

    file: str
    lines: frozenset[int]
    function: str


def place(fault: str) -> Place:
    """Return where a fault stands, by its name."""
    module, _, name = fault.rpartition(".")
    file = Path(f"{module.replace('.', '/')}.py")
    file = file if file.is_file() else file.with_suffix("") / "__init__.py"
    text, spans = _made(file)
    function = name.rpartition("__mutmut_")[0]
    first, last = spans[f"{function}{ORIGINAL}"]
    begin, end = spans[name]
    bare, changed = text[first - 1 : last], text[begin - 1 : end]
    lines = _statement(bare, _changed(bare, [line.replace(name, f"{function}{ORIGINAL}") for line in changed]))
    return Place(file.as_posix(), frozenset(first - 1 + line for line in lines), f"{module}.{function}")


@cache
def _made(file: Path) -> tuple[list[str], dict[str, tuple[int, int]]]:
    spans = json.loads(file.with_name(f"{file.name}.spans").read_text(encoding="utf-8"))["spans"]
    return file.read_text(encoding="utf-8").splitlines(), spans


def _changed(bare: list[str], changed: list[str]) -> int:
    differing = (number for number, (old, new) in enumerate(zip_longest(bare, changed), 1) if old != new)
    return next(differing)


def _statement(function: list[str], line: int) -> range:
    """Return the lines of the innermost statement that a line belongs to; of one that holds others, those before them.

    What stands before the body (what a parameter is when it is not given) is in all of the function.
    """
    top = ast.parse(dedent("\n".join(function))).body[0]
    around = [node for node in ast.walk(top) if isinstance(node, ast.stmt) and node.lineno <= line <= _end(node)]
    inner = max(around, key=lambda node: (node.lineno, -_end(node)))
    if inner is top:
        return range(1, len(function) + 1)
    body = getattr(inner, "body", None)
    return range(inner.lineno, max(inner.lineno + 1, body[0].lineno) if body else _end(inner) + 1)


def _end(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno
