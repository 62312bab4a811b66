"""`merge organizations`: several bodies become one from a day on. What was theirs before that day stays theirs."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from msgspec import Struct

from schema.base import ordered_fields
from schema.intervention import Intervention, Responsibility
from schema.organization import OrganizationGroup
from schema.validity import Validity
from site_builder.editing.edit import Value
from site_builder.editing.items import with_item
from site_builder.editing.jobs.desk import Desk, Note, Proposal, Refusal
from site_builder.editing.jobs.new import Given, new_thing
from site_builder.editing.values import with_value
from site_builder.foundation.source import KeyPath, Record, SourceFile
from site_builder.meaning.lifetime import lifetime_of
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.period import period
from site_builder.reading.layout import kind_named


class Merger(Struct, frozen=True, dict=True):
    """Which organizations become which one, the first day of that, and the decision if it is known."""

    old: Sequence[str]
    new: str
    first_day: date
    decision: str = ""

    @cached_property
    def last_day(self) -> date:
        """The last day of those that end."""
        return self.first_day - timedelta(days=1)


def merge(desk: Desk, merger: Merger, given: Given) -> Proposal:
    """Let organizations become one. Where that is none yet, it is made of what is `given` of it."""
    _ensure_possible(desk.index, merger)
    is_new = merger.new not in desk.index.organizations
    if is_new:
        _begin(desk, merger, given)
    else:
        record = desk.index.organizations[merger.new]
        replaced = [*record.value.replaces, *(old for old in merger.old if old not in record.value.replaces)]
        desk.put(with_value(desk.source(record.source.path), ("replaces",), [str(old) for old in replaced]))
    for old in merger.old:
        source = with_value(desk.source(desk.index.organizations[old].source.path), ("valid_to",), merger.last_day)
        desk.put(with_value(source, ("ended_by",), merger.decision) if merger.decision else source)
    for group in (item for item in desk.index.groups.values() if not _is_over(item.value, merger)):
        desk.put(_with_member(desk.source(group.source.path), group, merger, is_new))
    notes = [
        note for intervention in _interventions(desk.index, merger) for note in _take_over(desk, intervention, merger)
    ]
    return desk.proposal(lambda _: [*notes, *_left(desk.index, merger)])


def _ensure_possible(index: PlanIndex, merger: Merger) -> None:
    for old in merger.old:
        if old not in index.organizations:
            raise Refusal("no-organization", id=old)
        if index.organizations[old].value.valid_to:
            raise Refusal("ended-already", id=old, path=index.organizations[old].source.path)
    if merger.new in merger.old:
        raise Refusal("merge-itself", id=merger.new)
    if merger.new in index.groups:
        raise Refusal("id-taken", id=merger.new)
    if merger.decision and merger.decision not in index.decisions:
        raise Refusal("no-decision", id=merger.decision)


def _begin(desk: Desk, merger: Merger, given: Given) -> None:
    kinds = {desk.index.organizations[old].value.kind.value for old in merger.old}
    fields: dict[str, Value] = {"id": merger.new, "valid_from": merger.first_day, "replaces": list(merger.old)}
    if len(kinds) == 1:
        fields["kind"] = kinds.pop()
    if merger.decision:
        fields["added_by"] = merger.decision
    new_thing(desk, kind_named("organization"), "", {**fields, **given})


def _with_member(source: SourceFile, group: Record[OrganizationGroup], merger: Merger, is_new: bool) -> SourceFile:
    """Return a file in which a group that had one of the old as a member has the new one, from its first day."""
    members = [str(member) for member in group.value.members]
    if merger.new in members or not set(members) & set(merger.old):
        return source
    source = with_item(source, (*group.at, "members"), _after(members, merger), merger.new)
    if is_new:  # whose own first day is the one of its membership
        return source
    count = len(group.value.member_periods)
    spell: dict[str, Value] = {"body": merger.new, "valid_from": merger.first_day}
    if not count:
        return with_value(source, (*group.at, "member_periods"), [spell])
    return with_item(source, (*group.at, "member_periods"), count, spell)


def _after(names: Sequence[str], merger: Merger) -> int:
    return max(place for place, name in enumerate(names) if name in merger.old) + 1


def _interventions(index: PlanIndex, merger: Merger) -> Iterator[Record[Intervention]]:
    """Yield the measures that still hold on the first day."""
    for content in index.plans.values():
        if period(content.plan.value).last_day >= merger.first_day:
            yield from (item for item in content.interventions if not _is_over(item.value, merger))


def _is_over(thing: Validity, merger: Merger) -> bool:
    return lifetime_of(thing).has_ended(merger.first_day)


def _take_over(desk: Desk, intervention: Record[Intervention], merger: Merger) -> Iterator[Note]:
    """End the roles that the old ones have on the first day, and give them to the new one, each once.

    Where they have one role for different things, a person has to say what becomes of all but the first.
    """
    lines, source = intervention.value.responsibilities, desk.source(intervention.source.path)
    lasting = [(place, line) for place, line in enumerate(lines) if not _is_over(line, merger)]
    taken = {line.role: None for _, line in lasting if merger.new in line.bodies}
    concerned = [(place, line) for place, line in lasting if set(line.bodies) & set(merger.old)]
    first = {line.role: line for _, line in reversed(concerned)} | taken
    for place, line in reversed(concerned):
        takes = first[line.role] is line
        source = _handed_over(source, place, line, merger, takes=takes)
        if not takes and line.scope and line.scope != getattr(first[line.role], "scope", None):
            yield Note("role-twice", intervention.span("responsibilities", place), {"id": merger.new})
    desk.put(source)


def _handed_over(source: SourceFile, place: int, line: Responsibility, merger: Merger, *, takes: bool) -> SourceFile:
    """Return a file in which a line's role ends for the old ones; others in the line keep it."""
    at: KeyPath = ("responsibilities", place)
    bodies = [str(body) for body in line.bodies]
    ends: dict[str, Value] = {"valid_to": merger.last_day}
    begins: dict[str, Value] = {"valid_from": merger.first_day}
    if merger.decision:
        ends["ended_by"] = begins["added_by"] = merger.decision
    others = [body for body in bodies if body not in merger.old]
    own = _line(line)
    after = place + 1
    if takes:
        source = with_item(source, ("responsibilities",), after, _ordered({**own, **begins, "bodies": [merger.new]}))
    if others:
        old = [body for body in bodies if body in merger.old]
        given = {name: value for name, value in own.items() if name not in ("valid_to", "ended_by")}
        source = with_item(source, ("responsibilities",), after, _ordered({**given, **ends, "bodies": old}))
        return with_value(source, (*at, "bodies"), others)
    for name, value in ends.items():
        source = with_value(source, (*at, name), value)
    return source


def _line(line: Responsibility) -> dict[str, Value]:
    """Return what a line says."""
    return {name: value for name, value in line.model_dump(mode="json", exclude_none=True).items() if value}


def _ordered(line: Given) -> Given:
    return {name: line[name] for name in ordered_fields(Responsibility) if name in line}


def _left(index: PlanIndex, merger: Merger) -> Iterator[Note]:
    """Find where plans that go on name one of the old in their own fields: a person knows who does that from now on."""
    lasting = [plan.plan for plan in index.plans.values() if period(plan.plan.value).last_day >= merger.first_day]
    paths = {record.source.path for record in lasting}
    for reference in index.references:
        if reference.key in merger.old and reference.source.path in paths and not reference.written:
            yield Note("body-left", reference.span, {"id": reference.key})
