"""Which measures of other plans an area or an intervention carries out, and the same turned round."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from schema.base import CarriesOut
from site_builder.export.contract.intervention import CarriedOutBy, CarriesOutDetail
from site_builder.export.plans.prose import Words
from site_builder.export.plans.values import sources_of
from site_builder.foundation.inline import qualified
from site_builder.meaning.link import PlanContent


def carried_out(items: Iterable[CarriesOut], plan: str) -> tuple[str, ...]:
    """Return the keys of the measures that are carried out, always with their plan, in the order of the content."""
    return tuple(qualified("intervention", item.measure, plan) for item in items)


def carries_out_details(words: Words, items: Iterable[CarriesOut]) -> tuple[CarriesOutDetail, ...]:
    """Return how we know of each measure that is carried out."""
    return tuple(
        CarriesOutDetail(
            reference=qualified("intervention", item.measure, words.plan),
            basis=item.basis,
            note=words.optional(item.note),
            sources=sources_of(item.sources),
        )
        for item in items
    )


def carried_out_by(plans: Iterable[PlanContent]) -> Mapping[str, tuple[CarriedOutBy, ...]]:
    """Turn it round: the key of a measure -> what carries it out, a plan's areas before its interventions."""
    found = defaultdict[str, list[CarriedOutBy]](list)
    for content in plans:
        for key, by in _each(content):
            found[key].append(by)
    return {key: tuple(items) for key, items in found.items()}


def _each(content: PlanContent) -> Iterator[tuple[str, CarriedOutBy]]:
    plan = content.plan.value.id
    for area in content.areas:
        for item in area.value.carries_out:
            by = CarriedOutBy(plan=plan, area=int(area.value.number), number=None, basis=item.basis)
            yield qualified("intervention", item.measure, plan), by
    for record in content.interventions:
        for item in record.value.carries_out:
            by = CarriedOutBy(plan=plan, area=None, number=record.value.number, basis=item.basis)
            yield qualified("intervention", item.measure, plan), by
