"""Things that get another number or id: `renumber` and `rename organization`. What refers to them follows.

The name that a thing had stands in it as a former one: old addresses and locked reports still mean it.
"""

import re
from collections.abc import Iterator
from functools import partial

from pydantic import BaseModel

from schema.vocabulary import NUMBER, SLUG
from site_builder.editing.jobs.desk import Desk, Note, Proposal, Refusal
from site_builder.editing.jobs.references import locked_reports, rename_references
from site_builder.editing.nodes import Nodes
from site_builder.editing.values import with_value
from site_builder.foundation.inline import LINK
from site_builder.foundation.source import KeyPath, Record, SourceFile
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import ContentText, content_texts_of
from site_builder.reading.layout import locate_file, name_of

# What a source calls its own parts: it goes on calling them so.
OF_SOURCES = frozenset(("sources", "source", "form", "official_title", "table_title"))


def renumber(desk: Desk, plan: str, old: str, new: str) -> Proposal:
    """Give a measure of a plan another number. Where the old one stands without being a reference, a person looks."""
    interventions = {item.value.number: item for item in desk.index.plans[plan].interventions}
    if old not in interventions:
        raise Refusal("no-measure", number=old, plan=plan)
    if not re.fullmatch(NUMBER, new) or new == old:
        raise Refusal("no-number", number=new)
    if new in interventions:
        raise Refusal("number-taken", number=new, path=interventions[new].source.path)
    rename_references(desk, ("intervention",), f"{plan}/{old}", new)
    _rename(desk, interventions[old], "number", old, new)
    return desk.proposal(partial(_left, plan=plan, number=old))


def rename_organization(desk: Desk, old: str, new: str) -> Proposal:
    """Give an organization or a group another id."""
    record = desk.index.organizations.get(old) or desk.index.groups.get(old)
    if record is None:
        raise Refusal("no-organization", id=old)
    if not re.fullmatch(SLUG, new) or new == old:
        raise Refusal("no-id", id=new)
    if new in desk.index.organizations or new in desk.index.groups:
        raise Refusal("id-taken", id=new)
    rename_references(desk, ("organization", "body"), old, new)
    _rename(desk, record, "id", old, new)
    return desk.proposal()


def _rename(desk: Desk, record: Record[BaseModel], field: str, old: str, new: str) -> None:
    """Write the new name and the former one, and name the file by it where the file is the thing."""
    path = record.source.path
    desk.put(_renamed(desk.source(path), record.at, field, old, new))
    location = locate_file(path)
    if location and not record.at:
        desk.move(path, f"{path.rpartition('/')[0]}/{name_of(location.kind, new)}.yaml")


def _renamed(source: SourceFile, at: KeyPath, field: str, old: str, new: str) -> SourceFile:
    source = with_value(source, (*at, field), new)
    thing = Nodes(source).value(at)
    given = thing.get("formerly") if isinstance(thing, dict) else None
    former = [str(name) for name in given] if isinstance(given, list) else []
    kept = [name for name in former if name != new]  # a thing that gets back a name that it had
    return with_value(source, (*at, "formerly"), [*kept, old])


def _left(index: PlanIndex, plan: str, number: str) -> Iterator[Note]:
    """Find the old number where it is no reference: nobody but a person knows what is meant."""
    pattern = re.compile(rf"(?<![\w:/-]){number}(?![\w:-])")
    locked = locked_reports(index)
    records = [record for _, record in index.records if record.plan in ("", plan) and record.source.path not in locked]
    for text in content_texts_of(records, index.hand_written):
        if not OF_SOURCES.intersection(text.keys) and not {"number", "formerly"}.intersection(text.keys[-2:]):
            yield from (Note("bare-number", text.span(*place), {"number": number}) for place in _found(pattern, text))


def _found(pattern: re.Pattern[str], text: ContentText) -> Iterator[tuple[int, int]]:
    targets = [(match.start(1), match.start(1) + len(match[1].partition("|")[0])) for match in LINK.finditer(text.text)]
    for match in pattern.finditer(text.text):
        if not any(start <= match.start() < end for start, end in targets):
            yield match.span()
