"""`qualify`: names the plan in every reference outside the plans that leaves it out, as it is meant today."""

from collections.abc import Iterator
from itertools import groupby

from site_builder.editing.edit import Edit, spliced
from site_builder.editing.jobs.desk import Desk, Note, Proposal
from site_builder.editing.jobs.references import place_of_name
from site_builder.foundation.source import SourceFile
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.references import Reference
from site_builder.reading.layout import locate_file
from site_builder.reading.validate import PLAN_KEY


def qualify(desk: Desk) -> Proposal:
    """Name the current plan in the references that leave their plan out.

    A file that may say its plan once gets that line, and nothing else in it is touched: so a locked report keeps every
    word. What does not exist in the current plan is left for a person, who is told where it stands.
    """
    for path, references in groupby(_without_plan(desk.index), key=lambda reference: reference.source.path):
        found = tuple(references)
        if edits := _of_file(desk.index, found):
            desk.files[path] = spliced(found[0].source.text, edits)
    return desk.proposal(_left)


def _without_plan(index: PlanIndex) -> list[Reference]:
    found = (reference for reference in index.references if reference.lacks_plan)
    return sorted(found, key=lambda reference: reference.source.path)


def _left(index: PlanIndex) -> Iterator[Note]:
    """Find what nobody can mend but a person."""
    yield from (Note("plan-not-named", reference.span) for reference in _without_plan(index))


def _of_file(index: PlanIndex, references: tuple[Reference, ...]) -> frozenset[Edit]:
    """Return what to put into a file."""
    known = all((reference.kind, reference.key) in index.targets for reference in references)
    if known and (line := _plan_line(references[0].source, references[0].plan)):
        return frozenset((line,))
    found = (_spelt_out(index, reference) for reference in references)
    return frozenset(edit for edit in found if edit)


def _plan_line(source: SourceFile, plan: str) -> Edit | None:
    """Return the line that says once which plan a file means: first in a list, last in what has been reported."""
    location = locate_file(source.path)
    if location is None or not location.kind.may_mean_plan:
        return None
    if not location.kind.list_key:
        end = len(source.text)
        return Edit(end, end, f"{'' if source.text.endswith(chr(10)) else chr(10)}{PLAN_KEY}: {plan}\n")
    key = source.place((location.kind.list_key,)).key
    if key is None or key.column != 1:
        return None
    place = source.offset(key.line, 1)
    return Edit(place, place, f"{PLAN_KEY}: {plan}\n")


def _spelt_out(index: PlanIndex, reference: Reference) -> Edit | None:
    """Return the plan at its place before the name; nothing where the thing or its place is not found."""
    place = place_of_name(reference)
    if place is None or (reference.kind, reference.key) not in index.targets:
        return None
    return Edit(place, place, f"{reference.plan}/")
