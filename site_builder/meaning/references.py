"""Every reference in the content: fields that hold an id, and `[[...]]` inside running text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import force_setattr
from pydantic import BaseModel

from schema.vocabulary import SLUG, Prose, TargetRef
from schema.vocabulary import Reference as ReferenceField
from site_builder.foundation.diagnostic import Span
from site_builder.foundation.inline import inline_references, parse_target
from site_builder.foundation.source import KeyPath, Record, SourceFile, locate
from site_builder.meaning.names.scope import Scope
from site_builder.reading.validate import PLAN_KEY, Identity


class Reference(Struct, frozen=True):
    """One reference: who refers, to what kind of thing and which one, and where it stands.

    `key` is what it means, as the index names it: things inside a plan have the plan before them. It is worked out
    once, since every check asks for it.
    """

    origin: Identity
    kind: str
    name: str
    scope: Scope
    source: SourceFile
    keys: KeyPath
    written: str = ""
    occurrence: int = 0
    key: str = ""

    def __post_init__(self) -> None:
        force_setattr(self, "key", self.scope.key(self.kind, self.name))

    @property
    def is_former(self) -> bool:
        """Tell whether what it names has another name today."""
        return self.key != self.scope.written(self.kind, self.name)

    @property
    def plan(self) -> str:
        """The plan that a bare name means where the reference stands."""
        return self.scope.plan

    @property
    def is_bare(self) -> bool:
        """Tell whether it names something inside a plan and not the plan."""
        return self.scope.is_bare(self.kind, self.name)

    @property
    def lacks_plan(self) -> bool:
        """Tell whether nobody can know which plan is meant."""
        return self.is_bare and not self.scope.told

    @property
    def span(self) -> Span:
        """The place of the reference itself, also in the middle of a text."""
        whole = self.source.place(self.keys).value
        return locate(self.source, whole, self.written, self.occurrence) if self.written else whole


def all_references(
    records: Iterable[tuple[Identity, Record[BaseModel]]], pages: Iterable[SourceFile], scope: Scope
) -> Iterator[Reference]:
    """Yield every reference of the records and of the hand-written pages; `scope` is that outside any plan."""
    meant: dict[str, Reference] = {}
    for identity, record in records:
        yield from references_in(identity, record, scope.of(record))
        if record.at and re.fullmatch(SLUG, record.meant_plan):
            named = Reference(identity, "plan", record.meant_plan, scope, record.source, (PLAN_KEY,))
            meant.setdefault(record.source.path, named)
    yield from meant.values()
    for page in pages:
        yield from references_in_text(Identity("page", "", page.path), page, (), page.text, scope)


def references_in(origin: Identity, record: Record[BaseModel], scope: Scope) -> Iterator[Reference]:
    """Yield every reference in a record, each with what a bare name means there."""
    for keys, text in record.strings:
        if type(text) is str:  # which names nothing: most strings are such
            continue
        whole = (*record.at, *keys)
        if isinstance(text, TargetRef):
            kind, name = parse_target(text)
            yield Reference(origin, kind, name, scope, record.source, whole)
        elif isinstance(text, ReferenceField):
            yield Reference(origin, text.kind, str(text), scope, record.source, whole)
        elif "[[" in text and isinstance(text, Prose):
            yield from references_in_text(origin, record.source, whole, text, scope)


def by_kind_of_target(references: Iterable[Reference]) -> dict[str, list[Reference]]:
    """Return the references by the kind of thing that each names."""
    found = defaultdict[str, list[Reference]](list)
    for reference in references:
        found[reference.kind].append(reference)
    return found


def by_target(references: Iterable[Reference]) -> dict[tuple[str, str], list[Reference]]:
    """Return the references by the kind and the key of what each means, but for those that say where a fact stands."""
    found = defaultdict[tuple[str, str], list[Reference]](list)
    for reference in references:
        if "sources" not in reference.keys and "source" not in reference.keys:
            found[reference.kind, reference.key].append(reference)
    return found


def references_in_text(
    origin: Identity, source: SourceFile, keys: KeyPath, text: str, scope: Scope
) -> Iterator[Reference]:
    """Yield every `[[...]]` in a piece of running text."""
    for item in inline_references(text):
        count = text.count(item.written, 0, item.start)
        yield Reference(origin, item.kind, item.name, scope, source, keys, item.written, count)
