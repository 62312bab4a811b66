"""The areas of a plan: a list, and a page each with its interventions."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.intervention import Intervention
from schema.plan import FocusArea
from schema.vocabulary import Role
from site_builder import urls
from site_builder.link import PlanContent
from site_builder.page import Page
from site_builder.render.context import RenderContext, Writer
from site_builder.render.markdown import Link
from site_builder.render.parts import (
    LinkedLead,
    SourceLine,
    capital,
    differences_of,
    intervention_link,
    interventions_by_area,
    neighbours,
    source_lines,
)


@dataclass(frozen=True)
class AreasView:
    """What the template of the list shows."""

    intro: str
    areas: tuple[LinkedLead, ...]


@dataclass(frozen=True)
class MeasureLine:
    """An intervention in its area: what it is, and who is responsible."""

    link: Link
    lead: Markup
    bodies: tuple[Link, ...]


@dataclass(frozen=True)
class AreaView:
    """What the template of one area shows."""

    lead: Markup
    differences: tuple[Link, ...]
    list_title: str
    text: Markup
    measures_heading: str
    measures: tuple[MeasureLine, ...]
    sources: tuple[SourceLine, ...]


def area_list_pages(context: RenderContext, content: PlanContent) -> Iterator[Page]:
    """Yield the list of areas."""
    plan = content.plan.value
    writer = context.at(urls.area_list(plan), plan)
    intro = writer.t("plan.areas-lead", plan=plan.short_title, areas=plan.terms.area.plural, n=len(content.areas))
    areas = [
        LinkedLead(
            writer.link(urls.area(plan, area.value.number), area_title(content, area.value)),
            writer.prose(area.value.lead),
        )
        for area in content.areas
    ]
    yield writer.page(
        "areas.md.j2",
        AreasView(intro, tuple(areas)),
        title=capital(plan.terms.area.plural),
        description=intro,
        sources=tuple(area.source.path for area in content.areas) or (content.plan.source.path,),
        parent=urls.plan_start(plan),
    )


def area_pages(context: RenderContext, content: PlanContent) -> Iterator[Page]:
    """Yield a page for each area, in official order."""
    plan = content.plan.value
    addresses = [urls.area(plan, record.value.number) for record in content.areas]
    measures = interventions_by_area(content)
    for place, record in enumerate(content.areas):
        writer = context.at(addresses[place], plan)
        before, after = neighbours(addresses, place)
        yield writer.page(
            "area.md.j2",
            _view(writer, content, record.value, measures.get(record.value.number, [])),
            title=area_title(content, record.value),
            description=record.value.lead,
            sources=(record.source.path,),
            parent=urls.area_list(plan),
            previous=before,
            next=after,
        )


def area_title(content: PlanContent, area: FocusArea) -> str:
    """Return an area's title with the plan's word for it and its number."""
    return f"{capital(content.plan.value.terms.area.indefinite)} {area.number}: {area.title}"


def _view(writer: Writer, content: PlanContent, area: FocusArea, measures: list[Intervention]) -> AreaView:
    return AreaView(
        lead=writer.prose(area.lead),
        differences=differences_of(writer),
        list_title=area.list_title or "",
        text=writer.prose(area.text),
        measures_heading=capital(content.plan.value.terms.measure.plural),
        measures=tuple(_measure(writer, content, measure) for measure in measures),
        sources=source_lines(writer, area.sources),
    )


def _measure(writer: Writer, content: PlanContent, measure: Intervention) -> MeasureLine:
    bodies = [
        writer.context.index.targets["body", body]
        for entry in measure.responsibilities
        if entry.role is Role.RESPONSIBLE
        for body in entry.bodies
    ]
    links = tuple(writer.link(body.address, body.name) for body in bodies)
    return MeasureLine(intervention_link(writer, content, measure), writer.prose(measure.lead), links)
