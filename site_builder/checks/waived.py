"""Where a rule is waived: `content/waivers.yaml` says of which file, or which field of it, and to which day."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from pydantic import BaseModel

from schema.site import Waiver, Waivers
from site_builder.foundation.diagnostic import Span
from site_builder.foundation.source import KeyPath, Record, SourceFile
from site_builder.meaning.link import PlanIndex


class Waived(Struct, frozen=True, dict=True):
    """The waivers of some content."""

    index: PlanIndex

    @cached_property
    def all(self) -> tuple[tuple[Record[BaseModel], int, Waiver], ...]:
        """Every waiver with its record and its place in it."""
        found = ((record, record.value) for _, record in self.index.records)
        return tuple(
            (record, place, waiver)
            for record, value in found
            if isinstance(value, Waivers)
            for place, waiver in enumerate(value.waivers)
        )

    def at(self, code: str, span: Span) -> bool:
        """Tell whether a rule is waived at a place. A waiver that is overdue still covers it, but is a fault itself."""
        return any(self.covers(waiver, code, span) for _, _, waiver in self.all)

    def covers(self, waiver: Waiver, code: str, span: Span) -> bool:
        """Tell whether a waiver is for a rule at a place."""
        if (waiver.code, waiver.path) != (code, span.path):
            return False
        wanted = waiver.field.split(".") if waiver.field else []
        source = self._sources.get(span.path) if wanted else None
        return not wanted or bool(source and names_of_field(source, span)[: len(wanted)] == wanted)

    @cached_property
    def _sources(self) -> Mapping[str, SourceFile]:
        records = (record for _, record in (*self.index.records, *self.index.remains))
        return {record.source.path: record.source for record in records}


def names_of_field(source: SourceFile, span: Span) -> list[str]:
    """Return what a waiver calls the field at a place: the keys to it, an item of a list by its id or number."""
    holding = (keys for keys, place in source.all_places() if _holds(place.value, span) or _holds(place.key, span))
    return list(_names(source.data, max(holding, key=len, default=())))


def _names(data: object, keys: KeyPath) -> Iterator[str]:
    for key in keys:
        data = data[key] if isinstance(data, (Mapping, list)) else None  # type: ignore[index]
        identity = data.get("id") if isinstance(data, Mapping) else None
        yield str(identity or key + 1) if isinstance(key, int) else key


def _holds(outer: Span | None, inner: Span) -> bool:
    return bool(
        outer
        and (outer.line, outer.column) <= (inner.line, inner.column)
        and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    )
