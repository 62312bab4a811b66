"""Every page of the site in one list, and its navigation: sections, not items."""

from collections.abc import Callable, Iterator

from site_builder.link import PlanContent
from site_builder.page import Page
from site_builder.render.context import RenderContext
from site_builder.render.hand_written import hand_written_pages
from site_builder.render.interventions import intervention_pages

PLAN_PAGES: tuple[Callable[[RenderContext, PlanContent], Iterator[Page]], ...] = (intervention_pages,)
SITE_PAGES: tuple[Callable[[RenderContext], Iterator[Page]], ...] = (hand_written_pages,)


def pages(context: RenderContext) -> Iterator[Page]:
    """Yield all pages: those of each plan, then those of the whole site."""
    for content in context.index.plans.values():
        for plan_pages in PLAN_PAGES:
            yield from plan_pages(context, content)
    for site_pages in SITE_PAGES:
        yield from site_pages(context)
