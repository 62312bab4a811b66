"""The things that are valid, by kind and key."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from site_builder.foundation.source import Record
from site_builder.reading.validate import Identity

ByKind = Mapping[str, Mapping[str, Record[Any]]]


def by_kind_of(records: Iterable[tuple[Identity, Record[Any]]]) -> dict[str, dict[str, Record[Any]]]:
    """Return the things of each kind by their keys, the first of those that share one."""
    found = defaultdict[str, dict[str, Record[Any]]](dict)
    for identity, record in records:
        found[identity.kind].setdefault(_key(identity), record)
    return found


def _key(identity: Identity) -> str:
    """Return what tells a thing from others of its kind."""
    return f"{identity.plan}/{identity.id}" if identity.plan and identity.kind != "plan" else identity.id
