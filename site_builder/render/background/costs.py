"""The page about what a plan and its measures are thought to cost, as far as a source says."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.background.parts import cost_table
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.parts import SourceLine, paths_of, source_lines
from site_builder.render.shared.table import Table
from site_builder.render.writer import PlanWriter


class CostsView(Struct, frozen=True):
    """What the template of the costs shows. The table is None where no source gives an amount for a measure."""

    lead: str
    differences: Differences
    costs: Markup
    table: Table | None
    sources: tuple[SourceLine, ...]


def cost_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of costs."""
    record, measures = writer.content.background, writer.plan.terms.measure.plural
    lead = writer.t("background.costs-lead", plan=writer.plan.short_title, measures=measures)
    costs = record.value.costs if record else None
    priced = [one for one in writer.content.interventions if one.value.cost]
    yield writer.page(
        "background/costs.html.j2",
        lambda: CostsView(
            lead=lead,
            differences=differences_of(writer),
            costs=writer.prose(costs),
            table=cost_table(writer),
            sources=source_lines(writer, record.value.sources) if record and costs else (),
        ),
        title=writer.t(f"site.pages.{urls.COSTS}"),
        description=lead,
        sources=paths_of([*([record] if record and costs else []), *priced]),
        parent=urls.plan_start(writer.plan),
    )
