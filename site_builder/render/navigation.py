"""The navigation: sections, not items, so that it does not grow with the number of interventions."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from schema.plan import Plan
from site_builder.foundation.page import Page, Section
from site_builder.meaning import urls
from site_builder.render.context import RenderContext
from site_builder.render.reference.topics import topics_by_title
from site_builder.render.shared.parts import capital

# The pages of a plan before and after its own areas and measures.
BEFORE = ("mal", "utgangspunkter")
AFTER = ("ansvarsmatris", "kopplingar", "malgrupper", "indikatorer", "uppfoljning", "bakgrund")
SITE_SECTIONS: Mapping[str, tuple[str, ...]] = {
    "organisationer/": (),
    "uppfoljningar/": (),
    "dokument/": ("dokument/styrande/", "dokument/stodjande/"),
    "beslut/": (),
    "ordlista/": (),
    "avvikelser/": (),
    "andringar/": (),
    "oppna-data/": (),
    "om/": ("om/redigera/", "om/kontroller/"),
}


def navigation(context: RenderContext, made: Collection[Page]) -> tuple[Section, ...]:
    """Return the sections whose pages were made: the start page, the plans, topics, the whole site."""
    titles = {page.address: page.title for page in made}
    sections = [
        Section(context.strings("site.home"), ""),
        *(_plan_section(context, content.plan.value) for content in context.plans),
        *(Section(topic.title, urls.topic(topic.id)) for topic in topics_by_title(context)),
        *(_site_section(context, titles, address, children) for address, children in SITE_SECTIONS.items()),
    ]
    return tuple(_existing(sections, titles))


def _plan_section(context: RenderContext, plan: Plan) -> Section:
    """Return a plan with the pages that plans have; its areas and measures stand in the middle, in its own words."""
    nouns = ((plan.terms.area, urls.area_list(plan)), (plan.terms.measure, urls.measure_list(plan)))
    children = (
        *(_plan_page(context, plan, name) for name in BEFORE),
        *(Section(capital(noun.plural), address) for noun, address in nouns),
        *(_plan_page(context, plan, name) for name in AFTER),
    )
    return Section(plan.short_title, urls.plan_start(plan), children)


def _plan_page(context: RenderContext, plan: Plan, name: str) -> Section:
    return Section(context.strings(f"site.pages.{name}"), urls.plan_page(plan, name))


def _site_section(
    context: RenderContext, titles: Mapping[str, str], address: str, children: tuple[str, ...]
) -> Section:
    """Return a section of the whole site. A hand-written page is called what its own first line says."""
    name = context.strings.find(f"site.pages.{address.rstrip('/').rpartition('/')[2]}")
    below = tuple(_site_section(context, titles, child, ()) for child in children)
    return Section(str(name or titles.get(address, "")), address, below)


def _existing(sections: Iterable[Section], titles: Mapping[str, str]) -> Iterator[Section]:
    """Yield the sections that have a page; where there is none, those below it take its place."""
    for section in sections:
        children = tuple(_existing(section.children, titles))
        if section.address in titles:
            yield Section(section.title, section.address, children)
        else:
            yield from children
