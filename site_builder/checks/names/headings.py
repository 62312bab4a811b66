"""Sources name headings that their documents have."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from pydantic import BaseModel

from schema.vocabulary import DocumentRef
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.language.likeness import nearest
from site_builder.foundation.source import KeyPath, Record
from site_builder.meaning.link import PlanIndex


def ensure_sources_name_headings_that_exist(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a source names a heading of its document, where the document has a list of them: it can be found."""
    known = {key: record.value.headings for key, record in index.documents.items() if record.value.headings}
    for _identity, record in (*index.records, *index.remains) if known else ():
        for keys, document, section in _sources(record):
            headings = known.get(document)
            if headings and section not in headings:
                suggestion = nearest(section, headings, 0.8) or ""
                yield Finding(record.span(*keys), {"name": section, "document": document, "suggestion": suggestion})


def _sources(record: Record[BaseModel]) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield document and section of every source in a record, which follow each other, and the keys of the section."""
    for (_, document), (keys, section) in pairwise(record.strings):
        if keys[-1] == "section" and isinstance(document, DocumentRef):
            yield keys, document, section
