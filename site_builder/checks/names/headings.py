"""Sources name headings that their documents have."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from schema.base import SourceReference
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.language.likeness import nearest
from site_builder.foundation.source import KeyPath
from site_builder.meaning.link import PlanIndex


def ensure_sources_name_headings_that_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a source names a heading of its document, where the document has a list of them: it can be found."""
    known = {key: record.value.headings for key, record in index.documents.items() if record.value.headings}
    for _identity, record in (*index.records, *index.remains) if known else ():
        for keys, source in _sources(record.value, ()):
            headings = known.get(source.document)
            if headings and source.section not in headings:
                values = {"name": source.section, "document": source.document}
                suggestion = nearest(source.section, headings, 0.8) or ""
                yield Finding(record.span(*keys, "section"), {**values, "suggestion": suggestion})


def _sources(value: object, keys: KeyPath) -> Iterator[tuple[KeyPath, SourceReference]]:
    """Yield every source in a model or a tuple, and the keys that lead to it."""
    if isinstance(value, SourceReference):
        yield keys, value
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _sources(item, (*keys, position))
    elif isinstance(value, BaseModel):
        for name, item in vars(value).items():
            if isinstance(item, (tuple, BaseModel)):
                yield from _sources(item, (*keys, name))
