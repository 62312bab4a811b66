"""When things hold: what begins ends later and inside its plan, and nobody has a duty before or after they exist."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import BaseModel

from schema.intervention import Intervention
from schema.organization import Organization, OrganizationGroup
from schema.validity import FormerName, Validity
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.source import KeyPath, Record
from site_builder.meaning.lifetime import Lifetime, YearOrDay, lifetime_of
from site_builder.meaning.link import PlanIndex

Timed = tuple[Record[BaseModel], KeyPath, Validity | FormerName]


def ensure_lifetimes_begin_before_they_end(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that nothing ends before it begins: such a thing would never have been."""
    for record, keys, thing in _timed(index):
        if not Lifetime(thing.valid_from, thing.valid_to).is_possible:
            values = {"first": str(thing.valid_from), "last": str(thing.valid_to)}
            yield Finding(record.span(*keys, "valid_to"), values, (record.span(*keys, "valid_from"),))


def ensure_ends_have_a_time(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that what was ended by a decision says when it ended: else nobody can tell whether it still holds."""
    for record, keys, thing in _timed(index):
        if isinstance(thing, Validity) and thing.ended_by and thing.valid_to is None:
            yield Finding(record.span(*keys, "ended_by"), {"decision": thing.ended_by})


def ensure_measures_hold_inside_their_plan(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that neither a measure nor a duty begins or ends outside the period of its plan."""
    for content in index.plans.values():
        plan = content.plan
        valid = Lifetime(plan.value.valid_from, plan.value.valid_to)
        for record, keys, name, given in _limits(content.interventions):
            if valid.is_possible and not Lifetime(given, given).within(valid).is_possible:
                values = {"given": str(given), "plan": plan.value.short_title}
                yield Finding(record.span(*keys, name), values, (plan.span("valid_from"), plan.span("valid_to")))


def ensure_duties_end_with_their_bodies(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that nobody has a duty before or after they exist: somebody else has it then, or nobody."""
    for content in index.plans.values():
        valid = Lifetime(content.plan.value.valid_from, content.plan.value.valid_to)
        for record in content.interventions:
            whole = lifetime_of(record.value).within(valid)
            for position, entry in enumerate(record.value.responsibilities):
                duty = lifetime_of(entry).within(whole)
                for place, body in enumerate(entry.bodies):
                    exists = index.body_times.get(body)
                    if exists and duty.is_possible and not exists.covers(duty):
                        span = record.span("responsibilities", position, "bodies", place)
                        yield Finding(span, {"name": index.targets["body", body].name, "number": record.value.number})


def ensure_periods_are_those_of_members(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that whoever has belonged to a group for a time stands among its members."""
    for record in index.groups.values():
        group = record.value
        for position, item in enumerate(group.member_periods):
            body = index.organizations.get(item.body)
            if body and item.body not in group.members and body.value.kind not in group.member_kinds:
                span = record.span("member_periods", position, "body")
                yield Finding(span, {"name": body.value.name, "group": group.name}, (record.key_span("members"),))


def _timed(index: PlanIndex) -> Iterator[Timed]:
    """Yield everything that may begin and end, with the keys that lead to it in its record."""
    for _, record in index.records:
        value = record.value
        if isinstance(value, Validity):
            yield record, (), value
        if isinstance(value, Intervention):
            yield from ((record, ("responsibilities", n), item) for n, item in enumerate(value.responsibilities))
        elif isinstance(value, OrganizationGroup):
            yield from ((record, ("member_periods", n), item) for n, item in enumerate(value.member_periods))
        elif isinstance(value, Organization):
            yield from ((record, ("former_names", n), item) for n, item in enumerate(value.former_names))


def _limits(
    interventions: Iterable[Record[Intervention]],
) -> Iterator[tuple[Record[Intervention], KeyPath, str, YearOrDay]]:
    """Yield every beginning and end of measures and their duties, each with the name of its field."""
    for record in interventions:
        duties = ((("responsibilities", n), item) for n, item in enumerate(record.value.responsibilities))
        for keys, thing in (((), record.value), *duties):
            for name, given in (("valid_from", thing.valid_from), ("valid_to", thing.valid_to)):
                if given is not None:
                    yield record, keys, name, given
