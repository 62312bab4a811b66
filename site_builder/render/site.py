"""Every page of the site in one list, and its navigation: sections, not items."""

from collections.abc import Callable, Iterator

from site_builder.foundation.page import Page
from site_builder.meaning.link import PlanContent
from site_builder.render.accessibility import accessibility_pages
from site_builder.render.background.background import background_pages
from site_builder.render.bodies.organization_list import organization_list_pages
from site_builder.render.bodies.organizations import organization_pages
from site_builder.render.check_list import check_list_pages
from site_builder.render.context import RenderContext
from site_builder.render.follow_up.page import follow_up_pages
from site_builder.render.follow_up.reports import follow_up_list_pages, follow_up_report_pages
from site_builder.render.hand_written import hand_written_pages
from site_builder.render.measure.connections import connection_pages
from site_builder.render.measure.intervention import intervention_pages
from site_builder.render.measure.lists import measure_list_pages
from site_builder.render.measure.matrix import matrix_pages
from site_builder.render.plan.areas import area_list_pages, area_pages
from site_builder.render.plan.goals import goals_pages
from site_builder.render.plan.indicators import indicator_pages
from site_builder.render.plan.plan import plan_pages
from site_builder.render.plan.print_version import print_pages
from site_builder.render.plan.starting_points import starting_point_list_pages, starting_point_pages
from site_builder.render.plan.target_groups import target_group_pages
from site_builder.render.reference.changes import change_pages
from site_builder.render.reference.decisions import decision_pages
from site_builder.render.reference.differences import difference_pages
from site_builder.render.reference.document_lists import document_list_pages
from site_builder.render.reference.documents import document_pages
from site_builder.render.reference.glossary import glossary_pages
from site_builder.render.reference.topics import topic_pages
from site_builder.render.search import search_pages
from site_builder.render.start import start_pages

PLAN_PAGES: tuple[Callable[[RenderContext, PlanContent], Iterator[Page]], ...] = (
    plan_pages,
    goals_pages,
    starting_point_list_pages,
    starting_point_pages,
    area_list_pages,
    area_pages,
    measure_list_pages,
    intervention_pages,
    matrix_pages,
    connection_pages,
    target_group_pages,
    indicator_pages,
    follow_up_pages,
    background_pages,
    print_pages,
)
SITE_PAGES: tuple[Callable[[RenderContext], Iterator[Page]], ...] = (
    start_pages,
    organization_list_pages,
    organization_pages,
    follow_up_list_pages,
    follow_up_report_pages,
    topic_pages,
    document_list_pages,
    document_pages,
    decision_pages,
    glossary_pages,
    difference_pages,
    change_pages,
    accessibility_pages,
    check_list_pages,
    search_pages,
    hand_written_pages,
)


def pages(context: RenderContext) -> Iterator[Page]:
    """Yield all pages: those of each plan, then those of the whole site."""
    for content in context.index.plans.values():
        for of_plan in PLAN_PAGES:
            yield from of_plan(context, content)
    for of_site in SITE_PAGES:
        yield from of_site(context)
