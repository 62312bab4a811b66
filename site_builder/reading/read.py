"""The one reader of the disk: the content, the hand-written pages and the catalogue of words."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from msgspec import Struct, field

from site_builder.foundation.diagnostic import Diagnostic, Span, error
from site_builder.foundation.language.site_language import SITE, site_language
from site_builder.foundation.language.spoken import SCHEMA_LANGUAGE, speak, speaks
from site_builder.foundation.strings import Strings
from site_builder.reading.bare_yaml import bare_data
from site_builder.reading.decode import decode, decode_as_written, decode_plain
from site_builder.reading.disk import Folder, content_of
from site_builder.reading.mending.cleaned import cleaned
from site_builder.reading.mending.merge_markers import merge_markers, merge_markers_in_bytes
from site_builder.reading.published import PAGE, is_what_it_seems, kind_of
from site_builder.reading.yaml_reader import parse

MAX_BYTES = 1 << 19  # of a file of content: six times the longest (the time of the worst is not measured)
MAX_PAGE = 200_000  # bytes of a hand-written page: fifteen times the longest
MAX_ASSET = 10 << 20
MAX_FILES = 50_000
CATALOGUES = Path(__file__).parent.parent / "strings"
AT_HOME = ("docs/dev", "docs/theme")  # folders of docs/ that are not for the site


class Texts(Struct, frozen=True):
    """All texts by path from the root (with `/`), and what was wrong with files that could not be read as text.

    `assets` is what is published as it is, by path from `docs/`. `written` are the texts that are read otherwise than
    they are written (`cleaned`).
    """

    by_path: dict[str, str]
    diagnostics: tuple[Diagnostic, ...]
    assets: dict[str, bytes] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)


def read(root: Path) -> Texts:
    """Read every file in `content/`, and of `docs/` the pages and all else that may be published."""
    folders = (Folder(root, "content"), Folder(root, "docs", AT_HOME, (".well-known",)))
    paths = [path for folder in folders for path in folder.paths()]
    if len(paths) > MAX_FILES:
        return Texts({}, (error("too-many-files", Span("content"), count=str(len(paths)), limit=str(MAX_FILES)),))
    read_files = Texts({}, ())
    faults = [fault for path in paths if (fault := _read_file(root, path, read_files))]
    told = (*(fault for folder in folders for fault in folder.faults), *faults)
    return Texts(read_files.by_path, told, read_files.assets, read_files.written)


def standing(root: Path) -> dict[str, tuple[int, ...]]:
    """Return of every file that a served site is made of, by path, what differs when it is another file.

    Those are the content, all of `docs/` with theme and styles, and the settings: what `serve` watches.
    """
    found: dict[str, tuple[int, ...]] = {}
    folders = (Folder(root, "content"), Folder(root, "docs", shown=(".well-known", ".icons")))
    for path in ("mkdocs.yml", *(path for folder in folders for path in folder.paths())):
        with suppress(OSError):  # one that went meanwhile is one that is not there
            about = os.lstat(f"{root}/{path}")
            found[path] = (about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
    return found


def read_assets(docs: Path) -> dict[str, bytes]:
    """Return what may be published of a folder like `docs/` beside its pages, by path from there."""
    folder = Folder(docs, "assets")
    read_files = Texts({}, ())
    for path in folder.paths():
        _read_asset(docs, path, path, read_files)
    return read_files.assets


def read_strings(language: str = "") -> Strings:
    """Return the catalogue of a language, of which each file is read when a word of it is asked for.

    From then on the process speaks that language. Without one, or of one that there are no words of, it is the language
    that is spoken already, and at first that of the schema: Swedish.
    """
    known = sorted(folder.name for folder in CATALOGUES.iterdir() if folder.is_dir())
    spoken_now = speaks() or SCHEMA_LANGUAGE
    strings = Strings(_catalogue(CATALOGUES / (language if language in known else spoken_now)))
    speak(strings, known)
    return strings


def language_asked_for(arguments: Sequence[str]) -> str:
    """Return the same of the site that a command is about, as far as its arguments tell: `--root FOLDER`, or here."""
    before = next((place for place, word in enumerate(arguments[:-1]) if word == "--root"), None)
    joined = (word.removeprefix("--root=") for word in arguments if word.startswith("--root="))
    root = arguments[before + 1] if before is not None else next(joined, ".")
    try:
        text = (Path(root) / SITE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return site_language({SITE: text})


class CatalogueFaultError(Exception):
    """A file of words that cannot be read: a fault in the program, whose own words may be what is missing."""

    def __init__(self, fault: Diagnostic) -> None:
        self.fault = fault
        problem = fault.values.get("problem", "")
        super().__init__(f"{fault.span.path}:{fault.span.line}:{fault.span.column}: [{fault.code}] {problem}".rstrip())


class _Catalogue(Mapping[str, object]):
    """The files of the catalogue by their names. A fault in one is a fault in the program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = sorted(file.stem for file in folder.glob("*.yaml"))
        self._read: dict[str, object] = {}

    def __getitem__(self, name: str) -> object:
        if name not in self._read:
            if name not in self._names:
                raise KeyError(name)
            file = self._folder / f"{name}.yaml"
            self._read[name] = _words(file)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@cache
def _catalogue(folder: Path) -> _Catalogue:
    """Return the catalogue in a folder: a process reads each file once, as it does its modules and templates."""
    return _Catalogue(folder)


def _words(file: Path) -> dict[str, object]:
    path = file.relative_to(CATALOGUES.parent.parent).as_posix()
    text = decode(path, file.read_bytes())
    if isinstance(text, Diagnostic):
        raise CatalogueFaultError(text)
    if isinstance(words := bare_data(text), dict):
        return words
    source, faults = parse(path, text)  # only where something is wrong: this reader knows the places
    if source is None:
        raise CatalogueFaultError(merge_markers(path, text) or faults[0])
    if not isinstance(source.data, dict):
        raise CatalogueFaultError(error("expected-mapping", Span(path)))
    return source.data


def _read_file(root: Path, path: str, texts: Texts) -> Diagnostic | None:
    """Take in a file; return what is wrong with it."""
    below_docs = path.removeprefix("docs/")
    if below_docs != path and (kind := kind_of(below_docs)) is not PAGE:
        return _read_asset(root, path, below_docs, texts) if kind else error("not-published", Span(path))
    raw = content_of(root, path, MAX_BYTES if below_docs == path else MAX_PAGE)
    if isinstance(raw, Diagnostic):
        return raw
    if (plain := decode_plain(raw)) is not None:
        texts.by_path[path] = plain
        return None
    text = decode_as_written(path, raw)
    if isinstance(text, Diagnostic):
        return text
    texts.by_path[path] = cleaned(text)
    if texts.by_path[path] != text:
        texts.written[path] = text
    return None


def _read_asset(root: Path, path: str, name: str, texts: Texts) -> Diagnostic | None:
    content = content_of(root, path, MAX_ASSET)
    if isinstance(content, Diagnostic):
        return content
    if not is_what_it_seems(name, content):
        return error("no-picture", Span(path))
    if marker := merge_markers_in_bytes(path, content):
        return marker
    texts.assets[name] = content
    return None
