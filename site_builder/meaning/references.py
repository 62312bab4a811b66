"""Every reference in the content: fields that hold an id, and `[[...]]` inside running text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from schema.vocabulary import Prose, TargetRef
from schema.vocabulary import Reference as ReferenceField
from site_builder.foundation.diagnostic import Span
from site_builder.foundation.inline import inline_references, parse_target, qualified
from site_builder.foundation.source import KeyPath, Record, SourceFile, locate
from site_builder.reading.validate import Identity


@dataclass(frozen=True)
class Reference:
    """One reference: who refers, to what kind of thing and which one, and where it stands."""

    origin: Identity
    kind: str
    name: str
    plan: str
    source: SourceFile
    keys: KeyPath
    written: str = ""
    occurrence: int = 0

    @property
    def key(self) -> str:
        """What the reference means, as the index names it: things inside a plan have the plan before them."""
        return qualified(self.kind, self.name, self.plan)

    @property
    def span(self) -> Span:
        """The place of the reference itself, also in the middle of a text."""
        whole = self.source.place(self.keys).value
        return locate(self.source, whole, self.written, self.occurrence) if self.written else whole


def all_references(
    records: Iterable[tuple[Identity, Record[BaseModel]]], documents: Iterable[SourceFile], current: str
) -> Iterator[Reference]:
    """Yield every reference of things and of hand-written pages. `current` is the plan that is meant outside any."""
    for identity, record in records:
        yield from references_in(identity, record, record.plan or current)
    for source in documents:
        identity = Identity("page", "", source.path)
        yield from references_in_text(identity, source, (), source.text, current)


def references_in(origin: Identity, record: Record[BaseModel], plan: str) -> Iterator[Reference]:
    """Yield every reference in a record; a bare number means one in `plan`."""
    for keys, text in record.strings:
        whole = (*record.at, *keys)
        if isinstance(text, TargetRef):
            kind, name = parse_target(text)
            yield Reference(origin, kind, name, plan, record.source, whole)
        elif isinstance(text, ReferenceField):
            yield Reference(origin, text.kind, str(text), plan, record.source, whole)
        elif isinstance(text, Prose):
            yield from references_in_text(origin, record.source, whole, text, plan)


def by_kind_of_target(references: Iterable[Reference]) -> dict[str, list[Reference]]:
    """Return the references by the kind of thing that each names."""
    found = defaultdict[str, list[Reference]](list)
    for reference in references:
        found[reference.kind].append(reference)
    return found


def references_in_text(
    origin: Identity, source: SourceFile, keys: KeyPath, text: str, plan: str
) -> Iterator[Reference]:
    """Yield every `[[...]]` in a piece of running text."""
    for item in inline_references(text):
        count = text.count(item.written, 0, item.start)
        yield Reference(origin, item.kind, item.name, plan, source, keys, item.written, count)
