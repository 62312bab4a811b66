"""What an area or an intervention carries out, and what carries it out, as the contract publishes it."""

from collections.abc import Iterable

from schema.base import CarriesOut
from schema.plan import FocusArea
from site_builder.export.contract.intervention import CarriedOutBy, CarriesOutDetail
from site_builder.export.plans.prose import Words
from site_builder.export.plans.values import sources_of
from site_builder.meaning.connections.carrying_out import Carrier, carried_key


def carried_out(entries: Iterable[CarriesOut]) -> tuple[str, ...]:
    """Return the keys of what is carried out, in the order of the content."""
    return tuple(carried_key(entry) for entry in entries)


def carries_out_details(words: Words, entries: Iterable[CarriesOut]) -> tuple[CarriesOutDetail, ...]:
    """Return how we know of each intervention that is carried out."""
    return tuple(
        CarriesOutDetail(
            reference=carried_key(entry),
            basis=entry.basis,
            note=words.optional(entry.note),
            sources=sources_of(entry.sources),
        )
        for entry in entries
    )


def published_carriers(carriers: Iterable[Carrier]) -> tuple[CarriedOutBy, ...]:
    """Return what carries an intervention out: a plan's areas before its interventions."""
    return tuple(_published_carrier(carrier) for carrier in carriers)


def _published_carrier(carrier: Carrier) -> CarriedOutBy:
    plan, part = carrier.content.plan.value.id, carrier.part
    if isinstance(part, FocusArea):
        return CarriedOutBy(plan=plan, area=int(part.number), number=None, basis=carrier.entry.basis)
    return CarriedOutBy(plan=plan, area=None, number=part.number, basis=carrier.entry.basis)
