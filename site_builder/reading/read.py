"""The one reader of the disk: the content, the hand-written pages and the catalogue of words."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.foundation.diagnostic import Diagnostic, Span, error
from site_builder.foundation.strings import Strings
from site_builder.reading.decode import decode
from site_builder.reading.yaml_reader import parse

MAX_BYTES = 1 << 20
MAX_FILES = 50_000
CATALOGUE = Path(__file__).parent.parent / "strings" / "sv"


@dataclass(frozen=True)
class Texts:
    """All texts by path from the root (with `/`), and what was wrong with files that could not be read as text."""

    by_path: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]


def read(root: Path) -> Texts:
    """Read every YAML file in `content/` and every Markdown file in `docs/` (its `dev/` folder is not for the site)."""
    paths = [*_files(root, "content"), *_files(root, "docs")]
    if len(paths) > MAX_FILES:
        return Texts({}, (error("too-many-files", Span("content"), count=str(len(paths)), limit=str(MAX_FILES)),))
    texts: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    for path in paths:
        result = _read_file(root, path)
        if isinstance(result, str):
            texts[path] = result
        else:
            diagnostics.append(result)
    return Texts(texts, tuple(diagnostics))


def read_strings() -> Strings:
    """Return the catalogue of words, of which each file is read when a word of it is asked for."""
    return Strings(_Catalogue())


class _Catalogue(Mapping[str, object]):
    """The files of the catalogue by their names. A fault in one is a fault in the program."""

    def __init__(self) -> None:
        self._names = sorted(file.stem for file in CATALOGUE.glob("*.yaml"))
        self._read: dict[str, object] = {}

    def __getitem__(self, name: str) -> object:
        if name not in self._read:
            if name not in self._names:
                raise KeyError(name)
            file = CATALOGUE / f"{name}.yaml"
            source, faults = parse(file.name, file.read_text(encoding="utf-8"))
            if source is None or not isinstance(source.data, dict):
                raise ValueError(f"{file.name}: {faults}")
            self._read[name] = source.data
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _files(root: Path, folder: str) -> Iterator[str]:
    """Yield the paths of the files below a folder in order; what starts with a dot is left out."""
    for place, folders, names in os.walk(root / folder):
        below = Path(place).relative_to(root).as_posix()
        folders[:] = sorted(name for name in folders if not name.startswith(".") and f"{below}/{name}" != "docs/dev")
        for name in sorted(names):
            if not name.startswith(".") and (folder == "content" or name.endswith(".md")):
                yield f"{below}/{name}"


def _read_file(root: Path, path: str) -> str | Diagnostic:
    file = root / path
    if file.is_symlink():
        return error("symbolic-link", Span(path))
    if (size := file.stat().st_size) > MAX_BYTES:
        return error("too-large", Span(path), size=str(size), limit=str(MAX_BYTES))
    return decode(path, file.read_bytes())
