"""The page about how a plan came to be: decisions, consultations, the way from draft to decision, costs."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.background import Background
from schema.document import Decision
from site_builder.foundation.page import Page
from site_builder.foundation.swedish import enumeration
from site_builder.meaning import urls
from site_builder.meaning.drafts_graph import DraftGraph
from site_builder.render.background.drafts import SaidOfVersion, drafts_table, said_of_versions
from site_builder.render.background.drafts_picture import drafts_picture
from site_builder.render.background.parts import (
    AssignmentLines,
    ConsultationLines,
    assignment_lines,
    consultation_lines,
    cost_table,
)
from site_builder.render.background.timeline import timeline_picture, timeline_table
from site_builder.render.links import Link
from site_builder.render.plan.plan import SectionLine, section_lines
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.parts import SourceLine, paths_of, source_lines
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Table
from site_builder.render.writer import PlanWriter


@dataclass(frozen=True)
class BackgroundView:
    """What the template of the background shows. Pictures and tables are None where there is nothing to show."""

    lead: Markup | str
    differences: Differences
    timeline: Picture | None
    decisions: Table | None
    all_decisions: Link
    consultations: tuple[ConsultationLines, ...]
    said: tuple[SaidOfVersion, ...]
    way: Picture | None
    drafts: Table | None
    without_draft: str
    costs: Markup
    cost_table: Table | None
    sections: tuple[SectionLine, ...]
    assignments: tuple[AssignmentLines, ...]
    sources: tuple[SourceLine, ...]


def background_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of how the plan came to be."""
    plan = writer.plan
    background = writer.content.background.value if writer.content.background else None
    yield writer.page(
        "background/background.html.j2",
        _view(writer, background),
        title=writer.t("site.pages.bakgrund"),
        description=background.lead if background else writer.t("background.lead", plan=plan.short_title),
        sources=paths_of([*([writer.content.background] if writer.content.background else []), *writer.content.drafts]),
        parent=urls.plan_start(plan),
    )


def _view(writer: PlanWriter, background: Background | None) -> BackgroundView:
    plan, decisions = writer.plan, _decisions(writer)
    caption = writer.t("background.decisions-caption", plan=plan.short_title)
    drafts = [record.value for record in writer.content.drafts]
    return BackgroundView(
        lead=writer.prose(background.lead) if background else writer.t("background.lead", plan=plan.short_title),
        differences=differences_of(writer),
        timeline=timeline_picture(writer, decisions) if decisions else None,
        decisions=timeline_table(writer, caption, decisions) if decisions else None,
        all_decisions=writer.link(urls.site_page("beslut"), writer.t("background.all-decisions")),
        consultations=tuple(consultation_lines(writer, background)) if background else (),
        said=tuple(said_of_versions(writer)),
        way=drafts_picture(writer) if drafts else None,
        drafts=drafts_table(writer) if drafts else None,
        without_draft=_without_draft(writer) if drafts else "",
        costs=writer.prose(background.costs if background else None),
        cost_table=cost_table(writer),
        sections=section_lines(writer, background.sections if background else ()),
        assignments=tuple(assignment_lines(writer, background)) if background else (),
        sources=source_lines(writer, *([background.sources] if background else [draft.sources for draft in drafts])),
    )


def _decisions(writer: PlanWriter) -> list[Decision]:
    """Return the decisions on the way to a plan, and the one on the plan itself."""
    plan, known = writer.plan, writer.context.index.decisions.values()
    return [item.value for item in known if plan.id in item.value.plans or item.value.id == plan.decision]


def _without_draft(writer: PlanWriter) -> str:
    """Return which decided measures no draft is known of, where there are any."""
    numbers = [box.number for box in DraftGraph(writer.content).without_draft]
    measures = writer.plan.terms.measure.plural
    return writer.t("background.without-draft", measures=measures, numbers=enumeration(numbers)) if numbers else ""
