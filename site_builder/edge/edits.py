"""Edits of files that change only the bytes that have to be changed, and are all made or none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.reading.mending.cleaned import column_written

BOM = "\ufeff"


@dataclass(frozen=True, order=True)
class Insertion:
    """Text that is put into a file before a place; lines and columns count from 1, as in diagnostics."""

    path: str
    line: int
    column: int
    text: str


def edited(root: Path, insertions: Iterable[Insertion]) -> dict[str, bytes]:
    """Return the files that the insertions change, by path, as they would be. Line ends are those of each file."""
    by_path = defaultdict[str, list[Insertion]](list)
    for insertion in insertions:
        by_path[insertion.path].append(insertion)
    return {path: _inserted((root / path).read_bytes(), found) for path, found in by_path.items()}


def write_all(root: Path, files: Mapping[str, bytes]) -> None:
    """Write every file, or none: each is written whole beside the old one before the first of them is replaced."""
    beside = {root / path: (root / path).with_name(f".{Path(path).name}.new") for path in files}
    try:
        for path, data in files.items():
            beside[root / path].write_bytes(data)
        for file, new in beside.items():
            new.replace(file)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)


def _inserted(raw: bytes, insertions: Iterable[Insertion]) -> bytes:
    text = raw.decode("utf-8")
    mark, text = (BOM, text[1:]) if text.startswith(BOM) else ("", text)
    lines = text.splitlines(keepends=True) or [""]
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    for item in sorted(insertions, reverse=True):
        if item.line > len(lines):
            lines.append("")
        line = lines[item.line - 1]
        place = column_written(line, item.column) - 1
        lines[item.line - 1] = f"{line[:place]}{item.text.replace(chr(10), end)}{line[place:]}"
    return (mark + "".join(lines)).encode()
