"""Every page of the site in one list: those that the table of pages has, and those of things at its root."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from site_builder.foundation.page import Page
from site_builder.meaning.pages import table
from site_builder.meaning.pages.rows import Found, PlanPage, SitePage
from site_builder.render.context import RenderContext
from site_builder.render.hand_written import hand_written_pages
from site_builder.render.reference.summaries import summary_pages
from site_builder.render.reference.topics import topic_pages


def pages(context: RenderContext) -> Iterator[Page]:
    """Yield all pages: those of each plan, then those of the whole site."""
    rows = context.index.pages
    for page in _made(context):
        row = rows.get(page.address)
        gathers = len(page.sources) > 1
        yield page.told(**_read(row.found), gathers=gathers) if row else page


def _read(found: Found) -> dict[str, bool]:
    """Return what the search reads of a page."""
    by_tables = found is Found.BY_TABLES_TOO
    return {"searchable": by_tables or found is Found.BY_TEXT, "has_read_tables": by_tables}


@cache
def maker_of(row: PlanPage | SitePage) -> Callable[[Any], Iterator[Page]]:
    """Return the function that makes a page, and those below it. It gets a writer that stands at the page's address."""
    module, _, function = row.maker.partition(":")
    found: Callable[[Any], Iterator[Page]] = getattr(import_module(f"site_builder.render.{module}"), function)
    return found


def _made(context: RenderContext) -> Iterator[Page]:
    for content in context.index.plans.values():
        for row in content.pages:
            yield from maker_of(row)(context.of_plan(content, row.address(content.plan.value)))
    for page in table.SITE_PAGES:
        if page.maker:
            yield from maker_of(page)(context.at(page.address))
    yield from topic_pages(context)
    yield from summary_pages(context)
    yield from hand_written_pages(context)
