"""What a reader or an editor meets stands in the catalogue: there is no Swedish in the code beside it."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

from site_builder.reading.read import read_strings

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
    """Yield what a file of code says, with its line: the strings of Python without docstrings, else each line."""
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


def test_no_swedish_is_said_in_code() -> None:
    files = code_files()
    assert len(files) > 100
    assert [f"{_name(file)}:{line}: {text}" for file in files for line, text in said(file) if is_swedish(text)] == []


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


KEY = re.compile(r"[a-z_]+(\.[\w-]+)+")
HOLE = r"[\w-]+(?:\.[\w-]+)*"
# Files that other tests hold: codes, the models, addresses, and what a language says of itself.
HELD_ELSEWHERE = {"messages", "checks", "language", "addresses"}


def asked_for() -> re.Pattern[str]:
    """What the code asks the catalogue for: whole keys, and those whose last part depends."""
    keys = {
        key
        for file in code_files()
        for key in (_keys_in_python(file) if file.suffix == ".py" else _keys_in_template(file))
    }
    return re.compile("|".join(keys))


def _keys_in_python(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.fullmatch(node.value):
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr) and re.match(r"[a-z_]+\.", _literal(node.values[0])):
            yield "".join(re.escape(_literal(part)) or HOLE for part in node.values)


def _literal(part: ast.expr) -> str:
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""


def _keys_in_template(file: Path) -> Iterator[str]:
    text = file.read_text(encoding="utf-8")
    for match in re.finditer(r'"([a-z_]+\.[\w.-]*)"(\s*~\s*[\w.]+(?:\s*~\s*"([\w.-]*)")?)?', text):
        yield re.escape(match[1]) + (HOLE + re.escape(match[3] or "") if match[2] else "")


def _leaves(branch: Mapping[str, object], at: str) -> Iterator[str]:
    for key, words in branch.items():
        if isinstance(words, Mapping):
            yield from _leaves(words, f"{at}.{key}")
        else:
            yield f"{at}.{key}"


def test_every_word_of_the_catalogue_is_asked_for() -> None:
    """Whole, or as a part of a branch that is."""
    strings, asked = read_strings("sv"), asked_for()
    unused = []
    for name in strings.tree.keys() - HELD_ELSEWHERE:
        branch = strings.find(name)
        assert isinstance(branch, Mapping)
        for leaf in _leaves(branch, name):
            parts = leaf.split(".")
            if not any(asked.fullmatch(".".join(parts[:end])) for end in range(2, len(parts) + 1)):
                unused.append(leaf)
    assert unused == []


def test_every_address_of_the_language_is_asked_for() -> None:
    """Each page, place and file that the catalogue has a word for is named in the code, and nothing twice over."""
    strings, code = read_strings("sv"), "\n".join(file.read_text(encoding="utf-8") for file in code_files())
    code += (ROOT / "site_builder/meaning/pages/table.py").read_text(encoding="utf-8")
    for kind in ("pages", "anchors", "files"):
        names = strings.find(f"addresses.{kind}")
        assert isinstance(names, Mapping)
        # The word first, for which a search is quick, and then what may not stand before it.
        words = {name: re.escape(name) for name in names}
        assert [name for name, word in words.items() if not re.search(rf"{word}(?<![\w-]{word})(?!\w)", code)] == []


def test_click_asks_for_each_word_that_the_catalogue_has_for_it() -> None:
    """A newer Click that says something otherwise would say it in English again."""
    asked = set()
    for file in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                asked |= {_literal(argument) for argument in node.args} | _parts(node)
    words = read_strings("sv").find("click.words")
    assert isinstance(words, Mapping)
    assert set(words) - asked == set()


def _parts(call: ast.Call) -> set[str]:
    """The texts of a call whose text depends."""
    return {_literal(node) for node in ast.walk(call) if isinstance(node, ast.Constant)}
