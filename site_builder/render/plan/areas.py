"""The areas of a plan: a list, and a page each with its interventions."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from schema.choices import Role
from schema.intervention import Intervention
from schema.plan import FocusArea
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.page import Page
from site_builder.foundation.source import Record
from site_builder.meaning import urls
from site_builder.meaning.lifetime import lifetime_of
from site_builder.meaning.names.short_names import longer_title, short_name
from site_builder.render.follow_up.summary import StateWords, state_link, state_words
from site_builder.render.links import Link
from site_builder.render.measure.carried_out import CarriedGroup, carries_out
from site_builder.render.measure.lists import other_interventions
from site_builder.render.shared.area_mark import area_css, area_link, area_mark
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.lifetimes import OtherTime
from site_builder.render.shared.overview import overview_page
from site_builder.render.shared.parts import (
    LinkedLead,
    SourceLine,
    area_title,
    bodies_with,
    counted,
    intervention_lead,
    interventions_by_area,
    neighbours,
    official_area_title,
    source_lines,
)
from site_builder.render.writer import PlanWriter


class InterventionLine(Struct, frozen=True):
    """An intervention in its area: what it is, and who is responsible."""

    entry: LinkedLead
    bodies: tuple[Link, ...]
    unknown: Markup


class AreaView(Struct, frozen=True):
    """What the template of one area shows."""

    lead: Markup
    known_through: Markup
    differences: Differences
    official_title: str
    list_title: str
    text: Markup
    interventions_heading: str
    interventions: tuple[InterventionLine, ...]
    others: tuple[OtherTime, ...]
    carries_out: tuple[CarriedGroup, ...]
    state: StateWords | None
    state_page: Link | None
    sources: tuple[SourceLine, ...]


def area_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the list of areas, and a page for each, in official order."""
    plan = writer.plan
    intro = writer.t(
        "plan.areas-lead-known" if plan.known_through else "plan.areas-lead",
        plan=plan.short_title,
        areas=counted(len(writer.content.areas), plan.terms.area),
    )
    titles = "; ".join(short_name(area.value) or area.value.number for area in writer.content.areas)
    yield overview_page(
        writer,
        (_entry(writer, area.value) for area in writer.content.areas),
        title=capital(plan.terms.area.plural),
        intro=intro,
        description=f"{intro} {titles}.",
        sources=tuple(area.source.path for area in writer.content.areas) or (writer.content.plan.source.path,),
        parent=urls.plan_start(plan),
    )
    yield from _areas(writer)


def _areas(writer: PlanWriter) -> Iterator[Page]:
    plan = writer.plan
    addresses = [urls.area(plan, record.value.number) for record in writer.content.areas]
    by_area = interventions_by_area(writer.content.interventions)
    for place, record in enumerate(writer.content.areas):
        before, after = neighbours(addresses, place)
        interventions = by_area.get(record.value.number, [])
        own = writer.at(addresses[place])
        yield own.page(
            "plan/area.html.j2",
            partial(_view, own, record.value, interventions),
            title=area_title(writer.content, record.value),
            official=official_area_title(writer.content, record.value),
            description=record.value.lead,
            sources=(record.source.path, *(intervention.source.path for intervention in interventions)),
            parent=urls.area_list(plan),
            previous=before,
            next=after,
            area=area_css(record.value.number),
            mark=area_mark(record.value.number),
        )


def area_anchor(area: FocusArea) -> str:
    """Return the id of an area's heading on pages that lead to it."""
    return urls.anchor("omrade", area.number)


def _entry(writer: PlanWriter, area: FocusArea) -> LinkedLead:
    link, mark = area_link(writer, area), area_mark(area.number)
    return LinkedLead(area_anchor(area), link, writer.prose(area.lead), mark)


def _view(writer: PlanWriter, area: FocusArea, records: list[Record[Intervention]]) -> AreaView:
    interventions = [record.value for record in records if writer.context.index.holds(lifetime_of(record.value))]
    found = writer.context.follow_up_states.get(writer.plan.id)
    state = state_words(writer, found, (record.value.number for record in records)) if found else None
    return AreaView(
        lead=writer.prose(area.lead),
        known_through=writer.prose(writer.plan.known_through),
        differences=differences_of(writer),
        official_title=longer_title(area),
        list_title=_list_title(writer, area),
        text=writer.prose(area.text),
        interventions_heading=capital(writer.plan.terms.measure.plural),
        interventions=tuple(_intervention(writer, intervention) for intervention in interventions),
        others=other_interventions(writer, records),
        carries_out=carries_out(writer, area.carries_out),
        state=state,
        state_page=state_link(writer) if state else None,
        sources=source_lines(writer, area.sources),
    )


def _list_title(writer: PlanWriter, area: FocusArea) -> str:
    """Return what the plan's own list calls an area, where that is not what the heading says."""
    if not area.list_title:
        return ""
    return writer.t("plan.list-title", areas=writer.plan.terms.area.definite_plural, title=area.list_title)


def _intervention(writer: PlanWriter, intervention: Intervention) -> InterventionLine:
    bodies = bodies_with(writer, intervention, Role.RESPONSIBLE)
    return InterventionLine(
        intervention_lead(writer, intervention), bodies, writer.prose(intervention.unknown_responsibility)
    )
