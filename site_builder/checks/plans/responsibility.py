"""Every measure has somebody who is responsible for it, and nobody has the same role twice."""

from collections.abc import Iterator
from datetime import date

from schema.choices import Role
from schema.intervention import Intervention
from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.source import KeyPath, Record
from site_builder.meaning.lifetime import Lifetime, lifetime_of
from site_builder.meaning.link import PlanIndex


def ensure_somebody_is_responsible(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every measure has a responsible body: what nobody is responsible for is not done."""
    for record in _interventions(index):
        if not _has_responsible(record.value) and not record.value.unknown_responsibility:
            given = "responsibilities" in record.value.model_fields_set
            span = record.key_span("responsibilities") if given else record.span("number")
            yield Finding(span, {"number": record.value.number})


def ensure_responsibility_is_not_both_known_and_unknown(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a measure whose responsible body is given is not also said to have none that is known."""
    for record in _interventions(index):
        if _has_responsible(record.value) and record.value.unknown_responsibility:
            yield Finding(
                record.key_span("unknown_responsibility"),
                {"number": record.value.number},
                (record.key_span("responsibilities"),),
            )


def ensure_roles_have_bodies(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that every role is somebody's: a role without bodies says nothing."""
    for record, position in _without_bodies(index):
        item = record.value.responsibilities[position]
        if item.role is not Role.COORDINATING or not item.scope:
            yield Finding(record.span("responsibilities", position, "role"), {"number": record.value.number})


def ensure_scopes_have_a_coordinator(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that whoever says what is to be coordinated also says by whom."""
    for record, position in _without_bodies(index):
        item = record.value.responsibilities[position]
        if item.role is Role.COORDINATING and item.scope:
            yield Finding(record.key_span("responsibilities", position, "scope"), {"number": record.value.number})


def ensure_bodies_have_a_role_once(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no body has one role twice at a time. That a group and its member have it is another matter."""
    for record in _interventions(index):
        seen: dict[tuple[Role, str], list[tuple[Lifetime, KeyPath]]] = {}
        for position, item in enumerate(record.value.responsibilities):
            lifetime = lifetime_of(item)
            for place, body in enumerate(item.bodies):
                keys = ("responsibilities", position, "bodies", place)
                earlier = seen.setdefault((item.role, body), [])
                first = next((found for when, found in earlier if when.within(lifetime).is_possible), None)
                if first:
                    values = {"name": body, "number": record.value.number}
                    yield Finding(record.span(*keys), values, (record.span(*first),))
                earlier.append((lifetime, keys))


def _has_responsible(intervention: Intervention) -> bool:
    return any(item.role is Role.RESPONSIBLE for item in intervention.responsibilities)


def _interventions(index: PlanIndex) -> Iterator[Record[Intervention]]:
    for _, record in index.records:
        if isinstance(record.value, Intervention):
            yield Record(record.value, record.source, record.at, record.plan)


def _without_bodies(index: PlanIndex) -> Iterator[tuple[Record[Intervention], int]]:
    for record in _interventions(index):
        for position, item in enumerate(record.value.responsibilities):
            if not item.bodies:
                yield record, position
