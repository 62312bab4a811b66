"""References that get another name when what they refer to does; locked reports keep their words."""

from collections import defaultdict
from collections.abc import Iterable

from schema.follow_up import FollowUp
from site_builder.editing.edit import Edit, spliced
from site_builder.editing.jobs.desk import Desk
from site_builder.editing.nodes import Nodes
from site_builder.editing.values import with_value
from site_builder.foundation.source import KeyPath, SourceFile
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.references import Reference
from site_builder.reading.layout import DOCS
from site_builder.reading.yaml_reader import parse


def rename_references(desk: Desk, kinds: Iterable[str], key: str, name: str) -> None:
    """Give every reference to a thing its new name; the plan that is written before it stays."""
    wanted, locked = frozenset(kinds), locked_reports(desk.index)
    by_path = defaultdict[str, list[Reference]](list)
    for reference in desk.index.references:
        if reference.kind in wanted and reference.key == key and reference.source.path not in locked:
            by_path[reference.source.path].append(reference)
    for path, references in by_path.items():
        desk.put(_renamed(desk.source(path), references, name))


def locked_reports(index: PlanIndex) -> frozenset[str]:
    """Return the paths of the reports that are locked."""
    return frozenset(
        record.source.path for _, record in index.records if isinstance(record.value, FollowUp) and record.value.lock
    )


def place_of_name(reference: Reference) -> int | None:
    """Return where in its file the name in a reference begins; None where it stands there in other letters."""
    span, source = reference.span, reference.source
    start, end = source.offset(span.line, span.column), source.offset(span.end_line, span.end_column)
    found = source.text[start:end].partition("|")[0].rfind(reference.name)
    return start + found if found >= 0 else None


def _renamed(source: SourceFile, references: list[Reference], name: str) -> SourceFile:
    """Return a file with other names in its references: the names alone are exchanged, if that is enough."""
    places = ((place_of_name(reference), reference) for reference in references)
    edits = {_edit(place, reference, name) for place, reference in places if place is not None}
    text = spliced(source.text, edits)
    if source.path.startswith(DOCS):
        return SourceFile(source.path, text, None, {})
    made = parse(source.path, text)[0]
    before, by_keys = Nodes(source), defaultdict[KeyPath, list[Reference]](list)
    for reference in references:
        by_keys[reference.keys].append(reference)
    expected = {keys: _value(str(before.value(keys)), found, name) for keys, found in by_keys.items()}
    if made and all(Nodes(made).value(keys) == value for keys, value in expected.items()):
        return made
    for keys, value in expected.items():  # a name in letters that YAML turns into others
        source = with_value(source, keys, value)
    return source


def _edit(place: int, reference: Reference, name: str) -> Edit:
    before = reference.name.rpartition("/")[0]
    return Edit(place + len(before) + bool(before), place + len(reference.name), name)


def _value(text: str, references: list[Reference], name: str) -> str:
    """Return a value with other names in its references."""
    for reference in sorted(references, key=lambda item: item.occurrence, reverse=True):
        written = reference.written or text
        target, bar, label = written.partition("|")
        head, _, tail = target.rpartition(reference.name)
        before = reference.name.rpartition("/")[0]
        new = f"{head}{before}{'/' if before else ''}{name}{tail}{bar}{label}"
        parts = text.split(written)
        at = reference.occurrence + 1
        text = f"{written.join(parts[:at])}{new}{written.join(parts[at:])}" if reference.written else new
    return text
