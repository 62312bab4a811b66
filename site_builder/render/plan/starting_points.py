"""The starting points of a plan: a list, and a page each."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.choices import ModelPicture
from schema.plan import Level, Plan, StartingPoint
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.render.context import RenderContext, Writer
from site_builder.render.plan.category_picture import category_picture, category_table
from site_builder.render.plan.level_picture import level_picture
from site_builder.render.plan.plan import SectionLine, section_lines
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.overview import overview_page
from site_builder.render.shared.parts import LinkedLead, SourceLine, neighbours, source_lines
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Table


@dataclass(frozen=True)
class StartingPointView:
    """What the template of one starting point shows."""

    lead: Markup
    differences: Differences
    picture: Picture | None
    levels: tuple[Level, ...]
    table: Table | None
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
            "plan/starting_point.html.j2",
            _view(writer, content, record.value),
            title=record.value.title,
            description=record.value.lead,
            sources=(record.source.path,),
            parent=urls.plan_page(plan, "utgangspunkter"),
            previous=before,
            next=after,
        )


def _view(writer: Writer, content: PlanContent, point: StartingPoint) -> StartingPointView:
    shows_categories = point.picture is ModelPicture.CYLINDER and bool(content.plan.value.target_categories)
    return StartingPointView(
        lead=writer.prose(point.lead),
        differences=differences_of(writer),
        picture=category_picture(writer, content) if shows_categories else _pyramid(writer, point),
        levels=point.levels,
        table=category_table(writer, content) if shows_categories else None,
        sections=section_lines(writer, point.sections),
        sources=source_lines(writer, point.sources),
    )


def _pyramid(writer: Writer, point: StartingPoint) -> Picture | None:
    if point.picture is ModelPicture.PYRAMID and point.levels:
        return level_picture(writer, point.id, point.title, point.levels)
    return None


def _entry(writer: Writer, plan: Plan, point: StartingPoint) -> LinkedLead:
    link = writer.link(urls.starting_point(plan, point.id), point.title)
    return LinkedLead(point.id, link, writer.prose(point.lead))
