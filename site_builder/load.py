"""All files at once: parse, find out what each is, validate. Nothing here knows what one file means to another."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from site_builder.diagnostic import Diagnostic, Span, error
from site_builder.layout import (
    CONTENT,
    DOCS,
    FILE_KINDS,
    REQUIRED_FILES,
    REQUIRED_FOLDERS,
    REQUIRED_IN_PLAN,
    REQUIRED_PLAN_FOLDERS,
    locate_file,
)
from site_builder.source import Place, SourceFile
from site_builder.swedish import nearest
from site_builder.validate import Entry, Identity, validate
from site_builder.yaml_reader import parse


@dataclass(frozen=True)
class Loaded:
    """Everything that the files hold.

    `unreadable` are the kinds, each with its plan, of which nobody can say what exists because a file could not be
    read; references to them are not blamed.
    """

    entries: tuple[Entry, ...]
    documents: tuple[SourceFile, ...]
    unreadable: frozenset[tuple[str, str]]
    diagnostics: tuple[Diagnostic, ...]


def load(texts: Mapping[str, str], unread: Iterable[Diagnostic] = ()) -> Loaded:
    """Parse and validate all texts, by path from the repository's root. Every fault of every file is reported.

    `unread` says what was wrong with files that are there but are not text; what such a file stands for is known.
    """
    faults_by_path = {fault.span.path: fault for fault in unread}
    entries: list[Entry] = []
    diagnostics = [*faults_by_path.values(), *_missing({*texts, *faults_by_path})]
    unreadable: set[tuple[str, str]] = set()
    for path in sorted(path for path in {*texts, *faults_by_path} if path.startswith(CONTENT)):
        location = locate_file(path)
        if location is None:
            diagnostics.append(error("misplaced-file", Span(path), suggestion=_proper_place(path)))
            continue
        source, faults = parse(path, texts[path]) if path in texts else (None, ())
        diagnostics += faults
        if source is not None:
            found, faults_of_fields = validate(source, location)
            entries += found
            diagnostics += faults_of_fields
        elif location.kind.list_key:
            unreadable.add((location.kind.kind, location.plan))
        else:
            entries.append(Entry(Identity(location.kind.kind, location.plan, location.id), None))
    return Loaded(tuple(entries), tuple(_documents(texts)), frozenset(unreadable), tuple(diagnostics))


def _missing(paths: Collection[str]) -> Iterator[Diagnostic]:
    """Find the files and folders without which there is no plan site."""
    folders = {path.rsplit("/", depth)[0] for path in paths for depth in range(1, path.count("/") + 1)}
    if CONTENT.rstrip("/") in paths:
        return
    if CONTENT.rstrip("/") not in folders:
        yield error("missing-folder", Span(CONTENT.rstrip("/")))
        return
    plans = sorted(folder for folder in folders if folder.startswith("content/plans/") and folder.count("/") == 2)
    wanted_folders = [*REQUIRED_FOLDERS, *(f"{plan}/{name}" for plan in plans for name in REQUIRED_PLAN_FOLDERS)]
    wanted_files = [*REQUIRED_FILES, *(f"{plan}/{name}" for plan in plans for name in REQUIRED_IN_PLAN)]
    yield from (error("missing-folder", Span(folder)) for folder in wanted_folders if folder not in folders)
    yield from (error("missing-file", Span(path)) for path in wanted_files if path not in paths)


def _proper_place(path: str) -> str:
    """Return the pattern of the kind of file that the misplaced one looks most like, empty if it looks like none."""
    known = {kind.pattern.replace("{plan}", "plan").replace("{name}", "namn"): kind.pattern for kind in FILE_KINDS}
    found = nearest(path.removeprefix(CONTENT), known)
    return CONTENT + known[found] if found else ""


def _documents(texts: Mapping[str, str]) -> Iterator[SourceFile]:
    """Yield the hand-written pages, as files that are one running text from beginning to end."""
    for path in sorted(texts):
        if path.startswith(DOCS) and path.endswith(".md"):
            text = texts[path]
            lines = text.split("\n")
            yield SourceFile(path, text, text, {(): Place(Span(path, 1, 1, len(lines), len(lines[-1]) + 1))})
