"""The whole plan on one page, for paper: which pages it is made of, and in which order."""

from collections.abc import Iterator

from site_builder.foundation.page import Page, PagePart
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.meaning.pages.rows import Printed
from site_builder.render.shared.overview import overview_page
from site_builder.render.writer import PlanWriter


def print_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page that holds the whole plan. It is kept out of the search: all of it stands on better pages."""
    intro = writer.t("plan.print-lead", plan=writer.plan.short_title)
    yield overview_page(
        writer,
        (),
        title=writer.t("site.pages.utskrift"),
        intro=intro,
        description=intro,
        sources=(writer.content.plan.source.path,),
        parent=urls.plan_start(writer.plan),
        parts=tuple(_parts(writer.content)),
    )


def _parts(content: PlanContent) -> Iterator[PagePart]:
    """Yield the pages to print in the order of the menu, and last the wide tables."""
    plan = content.plan.value
    for row in content.pages:
        if row.printed is Printed.ITSELF:
            yield PagePart(row.address(plan), 1)
        elif row.printed is Printed.BELOW:
            yield from (PagePart(address, level) for address, level in row.below(content))
    yield from (PagePart(row.address(plan), 1) for row in content.pages if row.printed is Printed.LAST)
