"""The page about the way from draft to decision: what was proposed, what was said of it, and what it became."""

from collections.abc import Iterator

from msgspec import Struct

from site_builder.foundation.language.phrases import enumeration
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.drafts_graph import DraftGraph
from site_builder.render.background.drafts import SaidOfVersion, drafts_table, said_of_versions
from site_builder.render.background.drafts_picture import drafts_picture
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.parts import SourceLine, paths_of, source_lines
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Table
from site_builder.render.writer import PlanWriter


class DraftsView(Struct, frozen=True):
    """What the template of the way from draft to decision shows."""

    lead: str
    differences: Differences
    way: Picture
    drafts: Table
    without_draft: str
    said: tuple[SaidOfVersion, ...]
    sources: tuple[SourceLine, ...]


def drafts_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of the way from draft to decision."""
    lead = writer.t("background.drafts-lead", plan=writer.plan.short_title)
    yield writer.page(
        "background/drafts.html.j2",
        lambda: DraftsView(
            lead=lead,
            differences=differences_of(writer),
            way=drafts_picture(writer),
            drafts=drafts_table(writer),
            without_draft=_without_draft(writer),
            said=tuple(said_of_versions(writer)),
            sources=source_lines(writer, *(record.value.sources for record in writer.content.drafts)),
        ),
        title=writer.t(f"site.pages.{urls.DRAFTS}"),
        description=lead,
        sources=paths_of(writer.content.drafts),
        parent=urls.plan_start(writer.plan),
        wide=True,
    )


def _without_draft(writer: PlanWriter) -> str:
    """Return which decided measures no draft is known of, where there are any."""
    numbers = [box.number for box in DraftGraph(writer.content).without_draft]
    measures = writer.plan.terms.measure.plural
    return writer.t("background.without-draft", measures=measures, numbers=enumeration(numbers)) if numbers else ""
