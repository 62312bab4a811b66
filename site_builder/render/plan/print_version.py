"""The whole plan on one page, for paper: which pages it is made of, and in which order."""

from collections.abc import Iterator

from site_builder.foundation.page import Page, PagePart
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.render.context import RenderContext
from site_builder.render.plan.plan_parts import has_target_groups
from site_builder.render.shared.overview import overview_page
from site_builder.render.shared.parts import interventions_by_area


def print_pages(context: RenderContext, content: PlanContent) -> Iterator[Page]:
    """Yield the page that holds the whole plan. It is kept out of the search: all of it stands on better pages."""
    plan = content.plan.value
    writer = context.at(urls.plan_page(plan, "utskrift"), plan)
    intro = writer.t("plan.print-lead", plan=plan.short_title)
    yield overview_page(
        writer,
        (),
        title=writer.t("site.pages.utskrift"),
        intro=intro,
        description=intro,
        sources=(content.plan.source.path,),
        parent=urls.plan_start(plan),
        parts=tuple(_parts(content)),
    )


def _parts(content: PlanContent) -> Iterator[PagePart]:
    """Yield the plan's own text first, then its areas, each with its measures, and last the tables."""
    plan, by_area = content.plan.value, interventions_by_area(content)
    yield PagePart(urls.plan_start(plan), 1)
    if plan.goals:
        yield PagePart(urls.plan_page(plan, "mal"), 1)
    yield from (PagePart(urls.starting_point(plan, record.value.id), 1) for record in content.starting_points)
    for area in content.areas:
        yield PagePart(urls.area(plan, area.value.number), 1)
        measures = by_area.get(area.value.number, ())
        yield from (PagePart(urls.measure(plan, record.value.number), 2) for record in measures)
    if has_target_groups(content):
        yield from (PagePart(urls.category(plan, category.id), 1) for category in plan.target_categories)
    if content.indicators:
        yield PagePart(urls.plan_page(plan, "indikatorer"), 1)
    if content.interventions:
        yield PagePart(urls.plan_page(plan, "ansvarsmatris"), 1)
