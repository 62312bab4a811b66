"""Addresses live longer than names: what was once published leads somewhere for as long as the site stands."""

from collections.abc import Iterator
from datetime import date

from schema.site import Published
from site_builder.checks.names.former_names import taken
from site_builder.checks.names.orphans import is_complete
from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.language.likeness import nearest
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.pages.addresses import Moves, page_addresses


def ensure_published_addresses_lead_somewhere(index: PlanIndex, _as_of: date) -> Iterator[Finding]:
    """Ensure that every address that was published is a page or leads to one: readers have saved it.

    While a file is broken nobody can tell which pages there are, and nothing is said.
    """
    if not is_complete(index):
        return
    pages, moves = page_addresses(index), Moves(index)
    for _, record in index.records:
        for position, address in enumerate(record.value.addresses if isinstance(record.value, Published) else ()):
            name = address.removeprefix("/")
            if name not in pages and name not in moves.by_old:
                near = nearest(name, pages)
                values = {"address": address, "new": f"/{near}" if near is not None else "/…/"}
                yield Finding(record.span("addresses", position), values)


def ensure_redirects_lead_to_pages(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a redirect ends at a page: who follows it wants to read something."""
    if not is_complete(index):
        return
    pages, moves = page_addresses(index), Moves(index)
    for move in moves.all:
        end = moves.end(move.old)
        if end is not None and end.partition("#")[0] not in pages:
            near = nearest(end.partition("#")[0], pages)
            yield Finding(move.span, {"address": f"/{end}", "suggestion": f"/{near}" if near is not None else ""})


def ensure_redirects_are_no_ring(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no redirect leads back to itself, at once or through others: the reader would never arrive."""
    moves = Moves(index)
    for move in moves.all:
        if moves.end(move.old) is None:
            yield Finding(move.span, {"address": f"/{move.old}"})


def ensure_redirects_hide_no_page(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no redirect stands where there is a page: one of the two would be lost.

    A former name that something else has now is told of as that.
    """
    pages, told = page_addresses(index), {span for span, _, _ in taken(index)}
    for move in Moves(index).all:
        if move.old in pages and move.span not in told:
            yield Finding(move.span, {"address": f"/{move.old}"})


def ensure_addresses_are_moved_once(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that nothing says twice where an address leads: nobody knows which one is right."""
    seen: dict[str, Span] = {}
    for move in Moves(index).all:
        first = seen.setdefault(move.old, move.span)
        if first is not move.span:
            yield Finding(move.span, {"address": f"/{move.old}"}, (first,))
