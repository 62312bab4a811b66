"""What a reader or an editor meets stands in the catalogue: there is no Swedish in the code beside it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.rules

ROOT = Path(__file__).resolve().parent.parent
LETTER = re.compile("[åäöÅÄÖ]")
CLASS = re.compile(r"\[[^\[\]]*\]")  # of letters, in a pattern
WORDS = re.compile(
    r"(?<![\w./\x22-])(?:och|inte|för|med|som|är|till|av|den|det|ett|att|har|ska|eller|vid|från|utan|samt|om|på|ingen|inga|"
    r"alla|var|vad|när|kan|du|vi|finns)(?![\w./\x22-])",
    re.IGNORECASE,
)
# The models say what their fields are in Swedish, the original that every other catalogue translates (decision 37).
OF_MODELS = ("schema/", "site_builder/export/contract/")
# Swedish as a matter, not as something that is said: how its words are bent, and letters that sound alike.
OF_SWEDISH = {
    "site_builder/foundation/word_rules.py",
    "site_builder/foundation/search_words.py",
    "docs/assets/js/search-words.js",
    "docs/assets/js/search-nearness.js",
}


def is_swedish(text: str) -> bool:
    """Tell whether a text has a Swedish letter, or says something with one of the language's small words."""
    bare = CLASS.sub("", text)
    return bool(LETTER.search(bare) or (" " in bare.strip() and WORDS.search(bare)))


def code_files() -> list[Path]:
    """Every file of code of ours, tests aside."""
    found = [file for folder in ("site_builder", "hooks") for file in (ROOT / folder).rglob("*.py")]
    found += [file for kind in ("*.j2", "*.js") for file in (ROOT / "site_builder/templates").rglob(kind)]
    found += [*(ROOT / "docs/theme").rglob("*.html"), *(ROOT / "docs/assets").rglob("*.js")]
    return sorted(file for file in found if not _name(file).startswith(OF_MODELS) and _name(file) not in OF_SWEDISH)


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def said(file: Path) -> Iterator[tuple[int, str]]:
    """Yield what a file of code says, with its line: the strings of Python, comments and docstrings aside; else each line."""
    text = file.read_text(encoding="utf-8")
    if file.suffix != ".py":
        yield from enumerate(re.sub(r"\{#.*?#\}", "", text).split("\n"), 1)
        return
    tree = ast.parse(text)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    about = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and _has_docstring(node)}  # type: ignore[attr-defined]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in about:
            yield node.lineno, node.value


def _has_docstring(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> bool:
    return bool(node.body) and isinstance(node.body[0], ast.Expr)


@pytest.mark.parametrize("file", code_files(), ids=_name)
def test_no_swedish_is_said_in_code(file: Path) -> None:
    assert [f"{_name(file)}:{line}: {text}" for line, text in said(file) if is_swedish(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mappen med content/", True),
        ("Uppföljning", True),
        ("[A-ZÅÄÖ]{2}", False),
        ("fran-forslag-till-beslut", False),
        ("om", False),
        ("The folder with content/", False),
    ],
)
def test_swedish_is_known_by_its_letters_and_small_words(text: str, expected: bool) -> None:
    assert is_swedish(text) is expected
