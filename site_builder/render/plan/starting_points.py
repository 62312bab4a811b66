"""The starting points of a plan: a list, and a page each."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from schema.choices import ModelPicture
from schema.plan import Level, Plan, StartingPoint
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.plan.category_picture import category_picture, category_table
from site_builder.render.plan.level_picture import level_picture
from site_builder.render.plan.plan import SectionLine, section_lines
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.overview import overview_page
from site_builder.render.shared.parts import LinkedLead, SourceLine, neighbours, source_lines
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Table
from site_builder.render.writer import PlanWriter, Writer


class StartingPointView(Struct, frozen=True):
    """What the template of one starting point shows."""

    lead: Markup
    differences: Differences
    picture: Picture | None
    levels: tuple[Level, ...]
    table: Table | None
    sections: tuple[SectionLine, ...]
    sources: tuple[SourceLine, ...]


def starting_point_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the list of starting points, and a page for each, in the plan's order."""
    plan = writer.plan
    intro = writer.t("plan.starting-points-lead", plan=plan.short_title)
    yield overview_page(
        writer,
        (_entry(writer, plan, record.value) for record in writer.content.starting_points),
        title=writer.t("site.pages.utgangspunkter"),
        intro=intro,
        description=intro,
        sources=tuple(record.source.path for record in writer.content.starting_points),
        parent=urls.plan_start(plan),
    )
    yield from _points(writer)


def _points(writer: PlanWriter) -> Iterator[Page]:
    plan = writer.plan
    addresses = [urls.starting_point(plan, record.value.id) for record in writer.content.starting_points]
    for place, record in enumerate(writer.content.starting_points):
        before, after = neighbours(addresses, place)
        own = writer.at(addresses[place])
        yield own.page(
            "plan/starting_point.html.j2",
            partial(_view, own, record.value),
            title=record.value.title,
            description=record.value.lead,
            sources=(record.source.path,),
            parent=urls.plan_page(plan, "utgangspunkter"),
            previous=before,
            next=after,
        )


def _view(writer: PlanWriter, point: StartingPoint) -> StartingPointView:
    shows_categories = point.picture is ModelPicture.CYLINDER and bool(writer.plan.target_categories)
    return StartingPointView(
        lead=writer.prose(point.lead),
        differences=differences_of(writer),
        picture=category_picture(writer) if shows_categories else _pyramid(writer, point),
        levels=point.levels,
        table=category_table(writer) if shows_categories else None,
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
