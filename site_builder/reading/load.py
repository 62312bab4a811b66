"""All files at once: parse, find out what each is, validate. Nothing here knows what one file means to another."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from site_builder.foundation.diagnostic import Diagnostic, Span, error
from site_builder.foundation.memory import Memory
from site_builder.foundation.source import SourceFile
from site_builder.reading.documents import hand_written
from site_builder.reading.layout import (
    CONTENT,
    REQUIRED_FILES,
    REQUIRED_FOLDERS,
    REQUIRED_IN_PLAN,
    REQUIRED_PLAN_FOLDERS,
    FileKind,
    Location,
    kinds_below,
    locate_file,
)
from site_builder.reading.mending.merge_markers import merge_markers
from site_builder.reading.mending.misplaced import likely_place, named, proper_place, written_right
from site_builder.reading.mending.slipped_line import at_the_slip
from site_builder.reading.validate import Entry, Identity, Known, validate
from site_builder.reading.yaml_reader import parse

FOLDER_FAULTS = ("symbolic-link", "unreadable")  # what may be wrong with a whole folder, whose files nobody has seen
Read = tuple[SourceFile | None, list[Entry], list[Diagnostic]]


class Loaded(Struct, frozen=True):
    """Everything that the files hold.

    `unreadable` are the kinds, each with its plan, of which nobody can say what exists because a file or folder could
    not be read, and `misplaced` the names of files that stand where no kind of file belongs; references to any of
    them are not blamed.
    """

    entries: tuple[Entry, ...]
    documents: tuple[SourceFile, ...]
    unreadable: frozenset[tuple[str, str]]
    misplaced: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    assets: frozenset[str] | None = None

    @property
    def records(self) -> tuple[Known, ...]:
        """What is valid, each with what it is known by."""
        return tuple((entry.identity, entry.record) for entry in self.entries if entry.record is not None)

    @property
    def remains(self) -> tuple[Known, ...]:
        """What is left of what is not."""
        return tuple((entry.identity, entry.remains) for entry in self.entries if entry.remains is not None)


def load(
    texts: Mapping[str, str],
    unread: Iterable[Diagnostic] = (),
    memory: Memory | None = None,
    assets: Collection[str] | None = None,
) -> Loaded:
    """Parse and validate all texts, by path from the repository's root. Every fault of every file is reported.

    `unread` says what was wrong with files that are there but are not text; what such a file stands for is known.
    `memory` knows files that were read before; `assets` are the paths from `docs/` of what is published as it is, None
    where nobody knows.
    """
    faults = {fault.span.path: fault for fault in unread}
    paths = sorted({*texts, *faults})
    proper = {place for path in paths if "{plan}" not in (place := likely_place(path))}
    loading = _Loading(list(faults.values()), memory or Memory())
    for path in paths:
        if path in faults and faults[path].code in FOLDER_FAULTS and not locate_file(path):
            loading.unknown(path)
        elif path.startswith(CONTENT):
            loading.file(path, texts.get(path))
        elif path in texts and (marker := merge_markers(path, texts[path])):
            loading.diagnostics.append(marker)
    for fault in _missing({*paths, *proper}, _proposals(loading.entries)):
        loading.diagnostics.append(fault)
        loading.unknown(fault.span.path)
    documents = tuple(hand_written(texts))
    return Loaded(
        entries=tuple(loading.entries),
        documents=documents,
        unreadable=frozenset(loading.unreadable),
        misplaced=frozenset(loading.misplaced),
        diagnostics=tuple(loading.diagnostics),
        assets=None if assets is None else frozenset(assets),
    )


class _Loading:
    """What has been found so far."""

    def __init__(self, diagnostics: list[Diagnostic], memory: Memory) -> None:
        self.memory = memory
        self.diagnostics = diagnostics
        self.entries: list[Entry] = []
        self.unreadable: set[tuple[str, str]] = set()
        self.misplaced: set[str] = set()

    def file(self, path: str, text: str | None) -> None:
        """Take in a file; without a text it could not be read, which has been told already."""
        location = locate_file(path)
        if location is None:
            self._misplace(path, text)
            return
        source, entries, faults = self._read(path, text, location) if text is not None else (None, [], [])
        if source and (meant := proper_place(source, location)):
            self._told_misplaced(path, meant)
            return
        self.diagnostics += faults
        if source is None:
            self.unknown(path)
            return
        self.entries += entries
        if location.kind.list_key and not (
            _holds_list(source, location.kind) and all(item.identity.id for item in entries)
        ):
            self.unknown(path)

    def _read(self, path: str, text: str, location: Location) -> Read:
        return self.memory.recall("file", (path, text), lambda: _read(path, text, location))

    def unknown(self, path: str) -> None:
        """Note what nobody can tell without a file or folder; a file of one thing says with its name what it is."""
        location = locate_file(path)
        if location and not location.kind.list_key:
            self.entries.append(Entry(Identity(location.kind.kind, location.plan, location.id), None))
        else:
            self.unreadable.update(kinds_below(path))

    def _misplace(self, path: str, text: str | None) -> None:
        written = written_right(path)
        source = parse(path, text)[0] if text is not None and written.endswith(".yaml") else None
        place = likely_place(path)
        self._told_misplaced(path, (source and proper_place(source, locate_file(written))) or named(path))
        if place and "{" not in place:
            self.unknown(place)

    def _told_misplaced(self, path: str, meant: str) -> None:
        self.diagnostics.append(error("misplaced-file", Span(path), suggestion=meant))
        self.misplaced.add(path.rpartition("/")[2].partition(".")[0])
        if locate_file(meant):
            self.unknown(meant)


def _read(path: str, text: str, location: Location) -> Read:
    """Return the parsed file, if it can be parsed, what stands in it, and every fault."""
    if marker := merge_markers(path, text):
        return None, [], [marker]
    source, faults = parse(path, text)
    if source is None:
        return None, [], [_at_the_slip(fault, path, text, location) for fault in faults]
    entries, faults_of_fields = validate(source, location)
    return source, entries, [*faults, *faults_of_fields]


def _at_the_slip(fault: Diagnostic, path: str, text: str, location: Location) -> Diagnostic:
    """Return a fault of syntax at the line where the hand slipped, which is often the one above."""

    def faults_of(changed: str) -> int | None:
        source, _ = parse(path, changed)
        return len(validate(source, location)[1]) if source else None

    return at_the_slip(fault, text, faults_of) if fault.code == "yaml-syntax" else fault


def _holds_list(source: SourceFile, kind: FileKind) -> bool:
    return isinstance(source.data, Mapping) and isinstance(source.data.get(kind.list_key), list)


def _proposals(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the plans that are only proposed: nothing need be known of what is in them."""
    known = ((entry.identity.plan, entry.record or entry.remains) for entry in entries if entry.identity.kind == "plan")
    return frozenset(plan for plan, record in known if record and getattr(record.value, "proposal", False))


def _missing(paths: Collection[str], proposals: Collection[str]) -> Iterator[Diagnostic]:
    """Find the files and folders without which there is no plan site."""
    folders = {path.rsplit("/", depth)[0] for path in paths for depth in range(1, path.count("/") + 1)}
    if CONTENT.rstrip("/") in paths:
        return
    if CONTENT.rstrip("/") not in folders:
        yield error("missing-folder", Span(CONTENT.rstrip("/")))
        return
    plans = sorted(folder for folder in folders if folder.startswith("content/plans/") and folder.count("/") == 2)
    whole = (plan for plan in plans if plan.rpartition("/")[2] not in proposals)
    wanted_folders = [*REQUIRED_FOLDERS, *(f"{plan}/{name}" for plan in whole for name in REQUIRED_PLAN_FOLDERS)]
    wanted_files = [*REQUIRED_FILES, *(f"{plan}/{name}" for plan in plans for name in REQUIRED_IN_PLAN)]
    yield from (error("missing-folder", Span(folder)) for folder in wanted_folders if folder not in {*folders, *paths})
    yield from (error("missing-file", Span(path)) for path in wanted_files if path not in paths)
