"""The content while a job changes it, and what comes of it: a proposal, or a refusal in words from the catalogue."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct, field

from site_builder.editing.edit import CannotEditError
from site_builder.foundation.diagnostic import Span
from site_builder.foundation.source import SourceFile
from site_builder.meaning.link import PlanIndex
from site_builder.reading.layout import DOCS
from site_builder.reading.yaml_reader import parse


class Refusal(Exception):  # noqa: N818 - what is told to a person: the job cannot be done so
    """Why a job cannot be done: the words by their key below `editing.refused`, and the values that they need."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class Note(Struct, frozen=True):
    """Something for a person to look at: the words by their key below `editing.notes`, and where it stands."""

    key: str
    span: Span
    values: Mapping[str, str] = field(default_factory=dict)


def nothing(_: PlanIndex) -> Iterable[Note]:
    """Find nothing to look at."""
    return ()


class Proposal(Struct, frozen=True):
    """What the files that a job changes are to be, by path; None is no file. `moved` is the old path of a new one.

    `look` finds what a person should look at, in the content as it has become.
    """

    files: Mapping[str, str | None]
    moved: Mapping[str, str] = field(default_factory=dict)
    look: Callable[[PlanIndex], Iterable[Note]] = nothing

    def after(self, texts: Mapping[str, str]) -> dict[str, str]:
        """Return all texts as they would be."""
        found = {path: self.files.get(path, text) for path, text in texts.items()} | dict(self.files)
        return {path: text for path, text in found.items() if text is not None}


class Desk(Struct):
    """The files as they are, and those that have been changed so far."""

    index: PlanIndex
    texts: Mapping[str, str]
    files: dict[str, str | None] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)

    def text(self, path: str) -> str:
        """Return a file as it is by now; empty where there is none."""
        return (self.files[path] if path in self.files else self.texts.get(path)) or ""

    def source(self, path: str) -> SourceFile:
        """Return a file as it is by now, read."""
        if path.startswith(DOCS):
            return SourceFile(path, self.text(path), None, {})
        source, _ = parse(path, self.text(path))
        if source is None:
            raise CannotEditError(path, ())
        return source

    def put(self, source: SourceFile) -> None:
        """Take in a file as it is to be."""
        if source.text != self.text(source.path):
            self.files[source.path] = source.text

    def move(self, old: str, new: str) -> None:
        """Give a file another name."""
        if new in self.texts:
            raise Refusal("file-taken", path=new)
        self.files[new], self.files[old] = self.text(old), None
        self.moved[new] = old

    def proposal(self, look: Callable[[PlanIndex], Iterable[Note]] = nothing) -> Proposal:
        """Return what has come of it."""
        return Proposal(dict(self.files), dict(self.moved), look)
