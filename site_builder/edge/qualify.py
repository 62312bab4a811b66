"""`qualify`: names the plan in every reference outside the plans that leaves it out, as it is meant today."""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from site_builder.edge.edits import Insertion, edited, write_all
from site_builder.edge.inputs import inputs
from site_builder.foundation.diagnostic import Span
from site_builder.foundation.source import SourceFile
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.references import Reference
from site_builder.reading.layout import locate_file
from site_builder.reading.validate import PLAN_KEY


@dataclass(frozen=True)
class Qualified:
    """What was or would be done: how many references in which files, and those that are left for a person."""

    files: tuple[tuple[str, int], ...]
    left: tuple[Span, ...]


def qualify(root: Path, dry_run: bool = False) -> Qualified:
    """Name the current plan in the references below a folder that leave their plan out.

    A file that may say its plan once gets that line, and nothing else in it is touched: so a locked report keeps every
    word. What does not exist in the current plan is left for a person.
    """
    index = inputs(root, history=False).check().index
    meant = [reference for reference in index.references if reference.lacks_plan]
    meant.sort(key=lambda reference: reference.source.path)
    done: list[tuple[str, int]] = []
    left: list[Span] = []
    insertions: list[Insertion] = []
    for path, group in groupby(meant, key=lambda reference: reference.source.path):
        references = tuple(group)
        found, not_found = _of_file(index, references)
        insertions += found
        left += not_found
        if found:
            done.append((path, len(references) - len(not_found)))
    if not dry_run:
        write_all(root, edited(root, insertions))
    return Qualified(tuple(done), tuple(left))


def _of_file(index: PlanIndex, references: tuple[Reference, ...]) -> tuple[list[Insertion], list[Span]]:
    """Return what to put into a file, and the places of what nobody can mend but a person."""
    known = all((reference.kind, reference.key) in index.targets for reference in references)
    if known and (line := _plan_line(references[0].source, references[0].plan)):
        return [line], []
    found: list[Insertion] = []
    left: list[Span] = []
    for reference in references:
        insertion = _spelt_out(index, reference)
        found += [insertion] if insertion else []
        left += [] if insertion else [reference.span]
    return found, left


def _plan_line(source: SourceFile, plan: str) -> Insertion | None:
    """Return the line that says once which plan a file means: first in a list, last in what has been reported."""
    location = locate_file(source.path)
    if location is None or not location.kind.may_mean_plan:
        return None
    if not location.kind.list_key:
        ends = source.text.endswith("\n")
        return Insertion(source.path, *_end(source.text), f"{'' if ends else chr(10)}{PLAN_KEY}: {plan}\n")
    key = source.place((location.kind.list_key,)).key
    return Insertion(source.path, key.line, 1, f"{PLAN_KEY}: {plan}\n") if key and key.column == 1 else None


def _end(text: str) -> tuple[int, int]:
    lines = text.split("\n")
    return len(lines), len(lines[-1]) + 1


def _spelt_out(index: PlanIndex, reference: Reference) -> Insertion | None:
    """Return the plan at its place before the name; nothing where the thing or its place is not found."""
    span = reference.span
    line = reference.source.text.split("\n")[span.line - 1]
    piece = line[span.column - 1 : span.end_column - 1] if span.line == span.end_line else ""
    place = piece.partition("|")[0].rfind(reference.name)
    if place < 0 or (reference.kind, reference.key) not in index.targets:
        return None
    return Insertion(span.path, span.line, span.column + place, f"{reference.plan}/")
