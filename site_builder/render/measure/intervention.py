"""The pages of interventions: the list, and one page each."""

from collections.abc import Iterator, Mapping
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from schema.background import Draft
from schema.intervention import Intervention
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.names.short_names import longer_title, short_name
from site_builder.render.background.drafts import steps_by_intervention
from site_builder.render.follow_up.latest_answers import LatestAnswers, latest_answers
from site_builder.render.links import Link
from site_builder.render.measure.carried_out import CarriedGroup, carried_out_by, carries_out
from site_builder.render.measure.chain import Chain, chain_of
from site_builder.render.measure.connections_of import Connection, references_back, stated_references
from site_builder.render.measure.facts import (
    CostLine,
    InterventionWay,
    RoleLines,
    cost_line,
    intervention_way,
    role_lines,
)
from site_builder.render.measure.other_plans import OtherPlan, other_plans
from site_builder.render.reference.topics import topic_links
from site_builder.render.shared.area_mark import area_css, area_mark
from site_builder.render.shared.decision_words import decision_words
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.help_box import HelpItem, help_items
from site_builder.render.shared.parts import SourceLine, neighbours, source_lines
from site_builder.render.shared.past import Past, intervention_notice, past
from site_builder.render.writer import PlanWriter, Writer


class InterventionView(Struct, frozen=True):
    """What the template of an intervention's page shows."""

    area_mark: Markup
    area: Link
    lead: Markup
    state: str
    known_through: Markup
    help: tuple[HelpItem, ...]
    chain: Chain
    when: str
    differences: Differences
    official_title: str
    wording: str
    measure: str
    table_title: str
    expected_result: Markup
    target_group: Markup
    categories: tuple[Link, ...]
    roles: tuple[RoleLines, ...]
    unknown_responsibility: Markup
    other_plans: tuple[OtherPlan, ...]
    cost: CostLine | None
    past: Past
    background: Markup
    actions: tuple[Markup, ...]
    references: tuple[Connection, ...]
    referenced_by: tuple[Connection, ...]
    measures: str
    documents: tuple[Link, ...]
    topics: tuple[Link, ...]
    carries_out: tuple[CarriedGroup, ...]
    carried_out_by: tuple[CarriedGroup, ...]
    follow_up: LatestAnswers
    way: InterventionWay | None
    sources: tuple[SourceLine, ...]


def intervention_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield a page for each intervention of a plan, in official order, linked to the ones before and after."""
    plan = writer.plan
    addresses = [urls.intervention(plan, record.value.number) for record in writer.content.interventions]
    drafts = steps_by_intervention(writer.content)
    for place, record in enumerate(writer.content.interventions):
        before, after = neighbours(addresses, place)
        own = writer.at(addresses[place])
        yield own.page(
            "measure/intervention.html.j2",
            partial(_view, own, drafts, record.value),
            title=f"{record.value.number} {short_name(record.value)}",
            official=f"{record.value.number} {record.value.title}",
            description=record.value.lead,
            sources=(record.source.path,),
            parent=urls.intervention_list(plan),
            previous=before,
            next=after,
            area=area_css(_area_number(record.value)),
            cited=True,
            message=intervention_notice(own, record.value),
        )


def _view(writer: PlanWriter, drafts: Mapping[str, tuple[Draft, ...]], intervention: Intervention) -> InterventionView:
    plan, number = writer.plan, _area_number(intervention)
    target, key = writer.context.index.targets["area", f"{plan.id}/{number}"], f"{plan.id}/{intervention.number}"
    follow_up = latest_answers(writer, intervention.number)
    return InterventionView(
        area_mark=area_mark(number),
        area=writer.link(target.address, capital(target.title)),
        lead=writer.prose(intervention.lead),
        state=follow_up.years[0].words[0] if follow_up.years and follow_up.years[0].words else "",
        known_through=writer.prose(plan.known_through),
        help=help_items(writer),
        chain=chain_of(writer, intervention),
        when=intervention.when or "",
        differences=differences_of(writer),
        official_title="" if intervention.official_title else longer_title(intervention),
        wording=intervention.official_title or "",
        measure=plan.terms.measure.definite,
        table_title=intervention.table_title or "",
        expected_result=writer.prose(intervention.expected_result),
        target_group=writer.prose(intervention.target_group),
        categories=tuple(_category(writer, name) for name in intervention.target_categories),
        roles=role_lines(writer, intervention),
        unknown_responsibility=writer.prose(intervention.unknown_responsibility),
        other_plans=other_plans(writer, intervention),
        cost=cost_line(writer, intervention.cost),
        past=past(writer, ("intervention", key), intervention),
        background=writer.prose(intervention.background),
        actions=tuple(writer.prose(action) for action in intervention.actions),
        references=tuple(stated_references(writer, intervention)),
        referenced_by=tuple(references_back(writer, intervention)),
        measures=plan.terms.measure.plural,
        documents=tuple(_documents(writer, intervention)),
        topics=topic_links(writer),
        carries_out=carries_out(writer, intervention.carries_out),
        carried_out_by=carried_out_by(writer, writer.context.index.carriers.get(key, ())),
        follow_up=follow_up,
        way=intervention_way(writer, intervention, drafts.get(key, ())),
        sources=source_lines(writer, intervention.sources),
    )


def _area_number(intervention: Intervention) -> str:
    return intervention.number.partition(":")[0]


def _category(writer: PlanWriter, name: str) -> Link:
    target = writer.context.index.targets["category", f"{writer.plan.id}/{name}"]
    return writer.link(target.address, target.name)


def _documents(writer: Writer, intervention: Intervention) -> Iterator[Link]:
    index = writer.context.index
    targets = [index.targets["document", name] for name in intervention.documents]
    yield from (writer.link(target.address, target.name) for target in targets)
    for name in intervention.decisions:
        decision = index.decisions[name].value
        yield writer.link(urls.decision(name), f"{decision_words(writer, decision)}: {decision.title}")
