"""What became of the measures of the plan before, as the contract publishes it."""

from schema.base import Succeeds
from schema.plan import Plan
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


def published_succession(words: Words, plan: Plan) -> contract.PlanSuccession:
    """Return whether a plan is proposed, which plans it comes after, and what of them it does not have."""
    dropped = tuple(
        contract.Dropped(
            measure=item.measure, basis=item.basis, note=words.optional(item.note), sources=sources_of(item.sources)
        )
        for item in plan.dropped
    )
    return contract.PlanSuccession(proposal=plan.proposal, replaces=plan.replaces, dropped=dropped)
