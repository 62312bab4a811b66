"""Golden cases: a small change of the miniature municipality, and exactly the diagnostics that it gets.

A case is a file in `cases/` whose name is its sentence. `files` gives whole files (null takes one away), `replace`
pairs of old and new text, `bytes` files in hexadecimal digits, `as_of` another day; `expect` is `code path line
column`. `tells` says of one or more of those findings, too, what values their messages get and to which other places
they point: one case for each kind of thing that a check can say (`test_told`). Wording is nobody's business here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from site_builder.build import Checked, check
from site_builder.foundation.diagnostic import Diagnostic
from site_builder.foundation.memory import Memory
from site_builder.reading.decode import decode
from site_builder.reading.mending.cleaned import cleaned
from site_builder.reading.yaml_reader import parse
from tests.miniature import texts

FOLDER = Path(__file__).parent / "cases"
AS_OF = "2024-06-01"
# Of the files that cases leave as they are, each is parsed once for all of them, as `serve` does between two saves.
PARSED = Memory()


@dataclass(frozen=True)
class Case:
    """One case: the changed texts, the files that are no text, the day and what is expected."""

    texts: dict[str, str]
    unread: tuple[Diagnostic, ...]
    as_of: date
    expect: tuple[str, ...]
    tells: tuple[Mapping[str, Any], ...]

    def check(self) -> Checked:
        """Check the changed miniature."""
        return check(self.texts, self.as_of, self.unread, PARSED)


def case_files() -> list[Path]:
    """Return the files of all cases in order."""
    return sorted(FOLDER.glob("*.yaml"))


def read_case(file: Path) -> Case:
    """Read one case."""
    source, faults = parse(file.name, file.read_text(encoding="utf-8"))
    assert source is not None, faults
    data: Any = source.data
    overlaid = {**texts(), **data.get("files", {})}
    for path, pairs in data.get("replace", {}).items():
        for old, new in pairs:
            overlaid[path] = replaced_once(overlaid[path], old, new)
    overlaid |= {path: cleaned(text) for path, text in overlaid.items() if isinstance(text, str)}
    decoded = {path: decode(path, bytes.fromhex(digits)) for path, digits in data.get("bytes", {}).items()}
    given = {path: text for path, text in {**overlaid, **decoded}.items() if isinstance(text, str)}
    unread = tuple(found for found in decoded.values() if isinstance(found, Diagnostic))
    expect = tuple(data["expect"] or ())
    return Case(given, unread, date.fromisoformat(data.get("as_of", AS_OF)), expect, tuple(data.get("tells", ())))


@cache
def files_by_code() -> dict[str, list[Path]]:
    """Return the cases that expect each code, in their order: `test_cases` holds that they get just that."""
    found: dict[str, list[Path]] = {}
    for file in case_files():
        for code in dict.fromkeys(line.partition(" ")[0] for line in read_case(file).expect):
            found.setdefault(code, []).append(file)
    return found


@cache
def found_of_each_code() -> tuple[Diagnostic, ...]:
    """Return what is found in the first case of each code."""
    first = dict.fromkeys(files[0] for files in files_by_code().values())
    return tuple(found for file in first for found in read_case(file).check().diagnostics)


def replaced_once(text: str, old: str, new: str) -> str:
    """Return the text with a piece of it replaced, which must stand there exactly once."""
    assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
    return text.replace(old, new)


def listed(diagnostics: tuple[Diagnostic, ...]) -> tuple[str, ...]:
    """Return diagnostics as a case lists them."""
    return tuple(f"{item.code} {item.span.path} {item.span.line} {item.span.column}" for item in diagnostics)
