"""Files that nothing refers to."""

from collections.abc import Iterator
from datetime import date

from site_builder.checks.names.misspelt_ids import misspelt_ids
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.later import kept
from site_builder.meaning.link import PlanIndex
from site_builder.reading.layout import FILE_KINDS

UNNAMED = {"page"} | {kind.kind for kind in FILE_KINDS if not kind.id_field}  # which have no name when they are right
KINDS = ("organization", "document", "area")


def ensure_nothing_is_left_over(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every organization, document and area is used by something: a left-over is often a misspelt id.

    While a file is broken nobody can tell what it refers to, and nothing is said.
    """
    if not is_complete(index):
        return
    used = set(_used(index))
    told = {found.record.source.place(found.record.at) for found in misspelt_ids(index).values()}
    for identity, record in index.records:
        key = f"{identity.plan}/{identity.id}" if identity.plan else identity.id
        if identity.kind in KINDS and (identity.kind, key) not in used and record.source.place(record.at) not in told:
            yield Finding(record.span("number" if identity.kind == "area" else "id"), {"id": identity.id})


@kept
def is_complete(index: PlanIndex) -> bool:
    """Tell whether everything in the content could be read and is right."""
    targets = index.targets
    broken = (not target.name for target in targets.values() if target.kind not in UNNAMED)
    return index.site is not None and not targets.unreadable and not targets.misplaced and not any(broken)


def _used(index: PlanIndex) -> Iterator[tuple[str, str]]:
    for reference in index.references:
        kind = "organization" if reference.kind == "body" else reference.kind
        if (reference.origin.kind, reference.origin.id) != (kind, reference.key):
            yield kind, reference.key
    for members in index.memberships.values():
        yield from (("organization", member.organization) for member in members)
    yield from (("area", key.partition(":")[0]) for key in index.targets.keys_of("intervention"))
