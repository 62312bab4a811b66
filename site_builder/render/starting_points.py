"""The starting points of a plan: a list, and a page each."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.plan import Plan, StartingPoint
from site_builder import urls
from site_builder.link import PlanContent
from site_builder.page import Page
from site_builder.render.context import RenderContext, Writer
from site_builder.render.markdown import Link
from site_builder.render.overview import overview_page
from site_builder.render.parts import LinkedLead, SourceLine, differences_of, neighbours, source_lines
from site_builder.render.plan import SectionLine, section_lines


@dataclass(frozen=True)
class StartingPointView:
    """What the template of one starting point shows."""

    lead: Markup
    differences: tuple[Link, ...]
    sections: tuple[SectionLine, ...]
    sources: tuple[SourceLine, ...]


def starting_point_list_pages(context: RenderContext, content: PlanContent) -> Iterator[Page]:
    """Yield the list of starting points, if the plan has any."""
    plan = content.plan.value
    if not content.starting_points:
        return
    writer = context.at(urls.plan_page(plan, "utgangspunkter"), plan)
    intro = writer.t("plan.starting-points-lead", plan=plan.short_title)
    yield overview_page(
        writer,
        (_entry(writer, plan, record.value) for record in content.starting_points),
        title=writer.t("site.pages.utgangspunkter"),
        intro=intro,
        description=intro,
        sources=tuple(record.source.path for record in content.starting_points),
        parent=urls.plan_start(plan),
    )


def starting_point_pages(context: RenderContext, content: PlanContent) -> Iterator[Page]:
    """Yield a page for each starting point, in the plan's order."""
    plan = content.plan.value
    addresses = [urls.starting_point(plan, record.value.id) for record in content.starting_points]
    for place, record in enumerate(content.starting_points):
        writer = context.at(addresses[place], plan)
        before, after = neighbours(addresses, place)
        yield writer.page(
            "starting_point.md.j2",
            StartingPointView(
                lead=writer.prose(record.value.lead),
                differences=differences_of(writer),
                sections=section_lines(writer, record.value.sections),
                sources=source_lines(writer, record.value.sources),
            ),
            title=record.value.title,
            description=record.value.lead,
            sources=(record.source.path,),
            parent=urls.plan_page(plan, "utgangspunkter"),
            previous=before,
            next=after,
        )


def _entry(writer: Writer, plan: Plan, point: StartingPoint) -> LinkedLead:
    link = writer.link(urls.starting_point(plan, point.id), point.title)
    return LinkedLead(point.id, link, writer.prose(point.lead))
