"""A plan as the contract publishes it."""

from schema.background import Draft
from schema.document import Decision
from schema.indicator import Indicator, Measurement
from schema.plan import FocusArea, Goal, Plan, TargetCategory
from site_builder.export.contract import plan as contract_plan
from site_builder.export.contract import plans_file as contract
from site_builder.export.contract.plan_texts import GoverningDocument, StartingPoint
from site_builder.export.plans.background import published_background
from site_builder.export.plans.carrying_out import carried_out, carries_out_details
from site_builder.export.plans.context import ExportContext
from site_builder.export.plans.intervention import published_intervention
from site_builder.export.plans.plan_texts import published_appendix, published_starting_point
from site_builder.export.plans.succession import published_succession
from site_builder.export.plans.values import number_of, sections_of, sources_of, written_in
from site_builder.meaning.link import PlanContent
from site_builder.meaning.period import period, precision


def published_plan(context: ExportContext, content: PlanContent) -> contract.Plan:
    """Return a plan with everything in it, each kind in its official order."""
    plan = content.plan.value
    words, decision, valid = context.words, _decision(context, plan), period(plan)
    return contract.Plan(
        id=plan.id,
        title=plan.title,
        kind=plan.kind,
        diarienummer=plan.diarienummer,
        decided_by=decision.body if decision else None,
        decided_on=decision.date if decision else None,
        paragraph=decision.paragraph if decision else None,
        valid_from=valid.first_day,
        valid_to=valid.last_day,
        terms=contract_plan.Terms(area=plan.terms.area.indefinite, measure=plan.terms.measure.indefinite),
        areas=tuple(_area(context, plan.id, record.value) for record in content.areas),
        interventions=tuple(published_intervention(context, plan.id, item.value) for item in content.interventions),
        indicators=tuple(_indicator(context, plan.id, record.value) for record in content.indicators),
        drafts=tuple(_draft(context, plan.id, record.value) for record in content.drafts),
        short_title=plan.short_title,
        url=context.address("plan", plan.id),
        document=plan.document,
        decision=plan.decision,
        owner=plan.owner,
        follow_up_body=plan.follow_up_body,
        lead=words(plan.lead),
        goals=tuple(_goal(context, goal) for goal in plan.goals),
        target_categories=tuple(_category(context, plan.id, item) for item in plan.target_categories),
        governing_documents=_governing_documents(context, plan),
        supporting_documents=plan.supporting_documents,
        sources=sources_of(plan.sources),
        known_through=words.optional(plan.known_through),
        background=published_background(words, content.background.value) if content.background else None,
        sections=sections_of(words, plan.sections),
        appendices=tuple(published_appendix(context, item) for item in plan.appendices),
        starting_points=_starting_points(context, content),
        valid_from_precision=precision(plan.valid_from),
        valid_to_precision=precision(plan.valid_to),
        succession=published_succession(words, plan),
    )


def _starting_points(context: ExportContext, content: PlanContent) -> tuple[StartingPoint, ...]:
    plan = content.plan.value.id
    return tuple(published_starting_point(context, plan, record.value) for record in content.starting_points)


def _decision(context: ExportContext, plan: Plan) -> Decision | None:
    return context.index.decisions[plan.decision].value if plan.decision else None


def _area(context: ExportContext, plan: str, area: FocusArea) -> contract_plan.Area:
    words = context.words
    return contract_plan.Area(
        number=int(area.number),
        title=area.title,
        url=context.address("area", f"{plan}/{area.number}"),
        list_title=area.list_title,
        lead=words(area.lead),
        sources=sources_of(area.sources),
        carries_out=carried_out(area.carries_out),
        carries_out_details=carries_out_details(words, area.carries_out),
        text=words.optional(area.text),
        short_title=area.short_title,
    )


def _indicator(context: ExportContext, plan: str, indicator: Indicator) -> contract_plan.Indicator:
    return contract_plan.Indicator(
        id=indicator.id,
        goal=indicator.goal,
        name=indicator.name,
        baseline=_measurement(indicator.baseline),
        target=_measurement(indicator.target),
        values=tuple(filter(None, map(_measurement, indicator.values))),
        unit=indicator.unit,
        text=context.words.optional(indicator.text),
        url=context.address("indicator", f"{plan}/{indicator.id}"),
        sources=sources_of(indicator.sources),
        short_title=indicator.short_title,
    )


def _measurement(measurement: Measurement | None) -> contract_plan.Measurement | None:
    if measurement is None:
        return None
    return contract_plan.Measurement(year=measurement.year, value=number_of(measurement.value))


def _draft(context: ExportContext, plan: str, draft: Draft) -> contract_plan.Draft:
    words = context.words
    return contract_plan.Draft(
        version=draft.version,
        number=draft.number,
        title=draft.title,
        became=tuple(written_in(plan, number) for number in draft.became),
        outcome=draft.outcome,
        note=words.optional(draft.note),
        sources=sources_of(draft.sources),
        id=draft.id,
        continues=draft.continues,
        basis=draft.basis,
        views=words.optional(draft.views),
        change=words.optional(draft.change),
        url=context.address("draft", f"{plan}/{draft.id}"),
    )


def _goal(context: ExportContext, goal: Goal) -> contract_plan.Goal:
    return contract_plan.Goal(
        id=goal.id,
        title=goal.title,
        horizon=goal.horizon,
        text=context.words(goal.text),
        sources=sources_of(goal.sources),
    )


def _category(context: ExportContext, plan: str, category: TargetCategory) -> contract_plan.TargetCategory:
    words = context.words
    return contract_plan.TargetCategory(
        id=category.id,
        name=category.name,
        lead=words(category.lead),
        text=words(category.text),
        url=context.address("category", f"{plan}/{category.id}"),
        sources=sources_of(category.sources),
    )


def _governing_documents(context: ExportContext, plan: Plan) -> tuple[GoverningDocument, ...]:
    words = context.words
    return tuple(
        GoverningDocument(document=item.document, connection=words(item.connection), sources=sources_of(item.sources))
        for item in plan.governing_documents
    )
