"""The navigation: sections, not items, so that it does not grow with the number of interventions; and the foot."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from site_builder.foundation.page import Page, Section
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.meaning.pages import table
from site_builder.meaning.pages.rows import SitePage
from site_builder.render.context import RenderContext
from site_builder.render.plan.plan_parts import page_title
from site_builder.render.reference.topics import topics_by_title
from site_builder.render.shared.plan_state import with_state


def navigation(context: RenderContext, made: Collection[Page]) -> tuple[Section, ...]:
    """Return the sections whose pages were made: the start page, the plans, topics, the whole site."""
    titles = {page.address: page.title for page in made}
    sections = [
        Section(context.strings("site.home"), ""),
        *(_plan_section(context, content) for content in context.plans),
        *(Section(topic.title, urls.topic(topic.id)) for topic in topics_by_title(context)),
        *_site_sections(context, titles, ""),
    ]
    return tuple(_existing(sections, titles))


def foot(made: Collection[Page]) -> tuple[Section, ...]:
    """Return what the foot of every page leads to, of the pages that were made."""
    titles = {page.address: page.title for page in made}
    rows = sorted((row for row in table.SITE_PAGES if row.foot), key=lambda row: row.foot)
    return tuple(Section(titles[row.address], row.address) for row in rows if row.address in titles)


def _plan_section(context: RenderContext, content: PlanContent) -> Section:
    """Return a plan with the pages that it has. One that is only proposed says so in its name."""
    plan = content.plan.value
    rows = (row for row in content.pages if row.in_menu)
    children = (Section(page_title(context.strings, plan, row), row.address(plan)) for row in rows)
    name = with_state(context.strings, plan, context.as_of) if plan.proposal else plan.short_title
    return Section(name, urls.plan_start(plan), tuple(children))


def _site_sections(context: RenderContext, titles: Mapping[str, str], above: str) -> Iterator[Section]:
    """Yield the sections of the whole site below one of them, those at the top below none."""
    for row in table.SITE_PAGES:
        if row.in_menu and row.name.rpartition("/")[0] == above:
            below = tuple(_site_sections(context, titles, row.name))
            yield Section(_site_title(context, titles, row), row.address, below)


def _site_title(context: RenderContext, titles: Mapping[str, str], row: SitePage) -> str:
    """Return the title of a page of the whole site. A hand-written page is called what its own first line says."""
    name = context.strings.find(f"site.pages.{row.name.rpartition('/')[2]}")
    return str(name or titles.get(row.address, ""))


def _existing(sections: Iterable[Section], titles: Mapping[str, str]) -> Iterator[Section]:
    """Yield the sections that have a page; where there is none, those below it take its place."""
    for section in sections:
        children = tuple(_existing(section.children, titles))
        if section.address in titles:
            yield Section(section.title, section.address, children)
        else:
            yield from children
