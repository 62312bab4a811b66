"""A thing that is edited: found, saved as proposed, checked, and committed in words that `diff` makes."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from pydantic import BaseModel

from site_builder.changes.compare import compare
from site_builder.changes.contents import contents_of, new_pieces
from site_builder.changes.sentences import sentence
from site_builder.edge.editing.job import Done, do
from site_builder.edge.editing.known import Known
from site_builder.edge.editing.proposals import Editor, commit, ensure_clean, in_git
from site_builder.editing.edit import Value
from site_builder.editing.jobs.desk import Desk, Proposal
from site_builder.editing.values import with_value
from site_builder.forms.fields.tree import Tree
from site_builder.foundation.source import KeyPath, SourceFile
from site_builder.foundation.strings import Strings
from site_builder.reading.layout import CONTENT, Location, locate_file
from site_builder.reading.yaml_reader import parse

MADE_BY_PROGRAMS = ("accessibility",)
ANOTHER_WAY = ("formerly", "lock")  # by a command, or given by a check
LONGEST = 200  # letters of the first line of a message


class EditedMeanwhileError(Exception):
    """The file is not what it was when the form was opened."""


class Thing(Struct, frozen=True):
    """A thing in a file: where it stands, and what the file is."""

    source: SourceFile
    location: Location
    at: KeyPath
    id: str

    @property
    def model(self) -> type[BaseModel]:
        """The model of the thing."""
        return self.location.kind.model

    @property
    def data(self) -> Tree:
        """What the file says of it."""
        found: object = self.source.data
        for key in self.at:
            found = found[key] if isinstance(found, (dict, list)) else {}  # type: ignore[index]
        return found if isinstance(found, Mapping) else {}

    @property
    def fixed(self) -> tuple[str, ...]:
        """The fields that are not changed in a form."""
        return (self.location.kind.id_field, *ANOTHER_WAY)

    @property
    def stamp(self) -> str:
        """What the whole file was, as a fingerprint."""
        return sha256(self.source.text.encode()).hexdigest()


def found_thing(texts: Mapping[str, str], path: str, identity: str) -> Thing | None:
    """Return a thing by the path of its file and, where the file holds many, its id; None where there is no such."""
    location = locate_file(path)
    if location is None or path not in texts or location.kind.kind in MADE_BY_PROGRAMS:
        return None
    source, _ = parse(path, texts[path])
    if source is None or not isinstance(source.data, dict):
        return None
    kind = location.kind
    if not kind.list_key:
        return Thing(source, location, (), location.id)
    items = source.data.get(kind.list_key)
    for number, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict) and str(item.get(kind.id_field)) == identity:
            return Thing(source, location, (kind.list_key, number), identity)
    return None


def changed(root: Path, thing: Thing, stamp: str, value: Mapping[str, Value], *, dry_run: bool, known: Known) -> Done:
    """Save what a thing is to be, or see what would come of it. The file must be the one that the form was made of."""

    def job(desk: Desk) -> Proposal:
        source = desk.source(thing.source.path)
        if sha256(source.text.encode()).hexdigest() != stamp:
            raise EditedMeanwhileError
        desk.put(with_value(source, thing.at, value))
        return desk.proposal()

    if not dry_run and in_git(root):
        ensure_clean(root, [thing.source.path])
    return do(root, job, dry_run=dry_run, known=known)


def committed(root: Path, done: Done, editor: Editor, strings: Strings) -> tuple[str, str]:
    """Commit what has been written; return the message and the branch, which is empty where there is no git."""
    words = told(done, strings)
    if done.proposal is None or not in_git(root):
        return words, ""
    return words, commit(root, sorted(done.proposal.files), words, editor)


def told(done: Done, strings: Strings) -> str:
    """Return what was changed, in sentences; the first line alone says what is most of it."""
    lines = sentences(done, strings)
    if not lines:
        lines = [strings("forms.commit-untold", path=", ".join(sorted(done.proposal.files if done.proposal else ())))]
    first = lines[0] if len(lines[0]) <= LONGEST else f"{lines[0][:LONGEST]} …"
    return "\n".join([first, *(["", *lines] if len(lines) > 1 or first != lines[0] else [])]) + "\n"


def sentences(done: Done, strings: Strings) -> list[str]:
    """Return what differs between before and after, a sentence for each change."""
    pieces = new_pieces()
    sides = (
        {path: text for path, text in side.texts.items() if path.startswith(CONTENT)}
        for side in (done.before, done.after)
    )
    before, after = (contents_of(side, pieces) for side in sides)
    return [sentence(change, strings) for change in compare(before, after)]
