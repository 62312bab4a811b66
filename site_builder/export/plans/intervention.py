"""An intervention as the contract publishes it: who does what, and what it is connected with."""

from collections.abc import Iterable

from schema.intervention import CostEstimate, Intervention
from site_builder.export.contract import intervention as contract
from site_builder.export.plans.carrying_out import carried_out, carries_out_details, published_carriers
from site_builder.export.plans.context import ExportContext
from site_builder.export.plans.prose import Words
from site_builder.export.plans.succession import published_succeeds
from site_builder.export.plans.values import sources_of, validity_of, written_in
from site_builder.meaning.connections.stated import in_order
from site_builder.meaning.duty import Duty
from site_builder.meaning.lifetime import lifetime_of
from site_builder.meaning.succession import Key


def published_intervention(context: ExportContext, plan: str, value: Intervention) -> contract.Intervention:
    """Return an intervention of a plan with its duties and its connections in both directions."""
    words, key, connections = context.words, f"{plan}/{value.number}", context.index.connections
    return contract.Intervention(
        number=value.number,
        title=value.title,
        area=int(value.number.partition(":")[0]),
        url=context.address("intervention", key),
        expected_result=words.optional(value.expected_result),
        target_group=words.optional(value.target_group),
        target_categories=value.target_categories,
        responsibilities=_responsibilities(context, context.duties.get(key, ())),
        references=tuple(written_in(plan, item.target) for item in connections.stated_by(key)),
        referenced_by=tuple(written_in(plan, other) for other in in_order(plan, connections.referring(key))),
        carries_out=carried_out(value.carries_out),
        cost_sek_per_year=value.cost.sek_per_year if value.cost else None,
        sources=sources_of(value.sources),
        table_title=value.table_title,
        lead=words(value.lead),
        background=words.optional(value.background),
        actions=tuple(words(action) for action in value.actions),
        reference_details=_reference_details(context, plan, key),
        documents=value.documents,
        decisions=value.decisions,
        official_title=value.official_title,
        unknown_responsibility=words.optional(value.unknown_responsibility),
        cost=_cost(words, value.cost),
        carries_out_details=carries_out_details(words, value.carries_out),
        carried_out_by=published_carriers(context.index.carriers.get(key, ())),
        short_title=value.short_title,
        succeeds=tuple(published_succeeds(words, item) for item in value.succeeds),
        validity=validity_of(lifetime_of(value)),
        in_force=context.index.holds(lifetime_of(value)),
        replaces=_others(plan, context.index.succession.replaces.get(("intervention", key), ())),
        replaced_by=_others(plan, context.index.succession.replaced_by.get(("intervention", key), ())),
        other_responsibilities=_responsibilities(context, context.other_duties.get(key, ())),
        indicators=value.indicators,
        when=value.when,
    )


def _others(plan: str, keys: Iterable[Key]) -> tuple[str, ...]:
    return tuple(written_in(plan, key) for _, key in keys)


def _responsibilities(context: ExportContext, duties: Iterable[Duty]) -> tuple[contract.Responsibility, ...]:
    words = context.words
    return tuple(
        contract.Responsibility(
            organization=duty.organization,
            role=duty.role,
            scope=words.optional(duty.scope),
            via=duty.via,
            validity=validity_of(duty.lifetime),
        )
        for duty in duties
    )


def _cost(words: Words, cost: CostEstimate | None) -> contract.Cost | None:
    if cost is None:
        return None
    sources = sources_of(cost.sources)
    return contract.Cost(sek_per_year=cost.sek_per_year, text=words(cost.text), sources=sources)


def _reference_details(context: ExportContext, plan: str, key: str) -> tuple[contract.ReferenceDetail, ...]:
    return tuple(
        contract.ReferenceDetail(reference=written_in(plan, item.target), stated_in=item.stated_in, mutual=item.mutual)
        for item in context.index.connections.stated_by(key)
    )
