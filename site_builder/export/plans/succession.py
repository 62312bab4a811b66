"""What became of the measures of the plan before, as the contract publishes it."""

from schema.succession import Dropped, Succeeds
from site_builder.export.contract import succession as contract
from site_builder.export.plans.prose import Words
from site_builder.export.plans.values import sources_of


def published_succeeds(words: Words, item: Succeeds) -> contract.Succeeds:
    """Return what a measure is to one of the plan before."""
    return contract.Succeeds(
        measure=item.measure,
        kind=item.kind,
        basis=item.basis,
        note=words.optional(item.note),
        sources=sources_of(item.sources),
    )


def published_dropped(words: Words, item: Dropped) -> contract.Dropped:
    """Return a measure of the plan before that the plan does not have."""
    return contract.Dropped(
        measure=item.measure, basis=item.basis, note=words.optional(item.note), sources=sources_of(item.sources)
    )
