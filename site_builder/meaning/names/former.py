"""What things were called before: a text that goes on using a former number or id means what that thing became."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from site_builder.foundation.inline import PLAN_KINDS
from site_builder.reading.validate import Entry

# What a reference calls the kinds of thing that have another name as files.
KINDS = {"organization": ("organization", "body"), "group": ("body",)}


class FormerNames(Struct, frozen=True):
    """The key that a thing had -> the one that it has, by the kind that references use."""

    by_key: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def today(self, kind: str, key: str) -> str:
        """Return what a key means today: the key itself, unless it is a former one of something."""
        if not self.by_key:
            return key
        plan, slash, name = key.partition("/")
        if slash and (kind in PLAN_KINDS or kind == "page"):
            key = f"{self.by_key.get(('plan', plan), plan)}/{name}"
        return self.by_key.get((kind, key), key)


def former_names(entries: Iterable[Entry]) -> FormerNames:
    """Return the former names of everything, also of what is broken in other fields.

    A name that something else has today is that thing's alone: a check says that it may not be.
    """
    entries = tuple(entries)
    taken = {key for entry in entries for key in _keys(entry, entry.identity.id)}
    names = ((old, new) for entry in entries for old, new in _renamed(entry) if old not in taken)
    found: dict[tuple[str, str], str] = {}
    for old, new in names:
        found.setdefault(old, new)
    return FormerNames(found)


def _renamed(entry: Entry) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield every former key of a thing with the one that it has, for each kind that references use."""
    record = entry.record or entry.remains
    for name in (getattr(record.value, "formerly", None) or ()) if record else ():
        for old, (_, new) in zip(_keys(entry, name), _keys(entry, entry.identity.id), strict=True):
            yield old, new


def _keys(entry: Entry, name: str) -> Iterator[tuple[str, str]]:
    kind, plan = entry.identity.kind, entry.identity.plan
    prefix = f"{plan}/" if plan and kind != "plan" else ""
    return ((found, prefix + name) for found in KINDS.get(kind, (kind,)))
