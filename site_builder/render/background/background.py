"""The page about how a plan came to be decided: decisions, consultations, and what else is told of its way."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from schema.background import Background
from schema.document import Decision
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.background.parts import ConsultationLines, consultation_lines
from site_builder.render.background.timeline import timeline_picture, timeline_table
from site_builder.render.links import Link
from site_builder.render.plan.plan import SectionLine, section_lines
from site_builder.render.plan.plan_parts import plan_parts
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.parts import SourceLine, paths_of, source_lines
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Table
from site_builder.render.writer import PlanWriter


class MovedPart(Struct, frozen=True):
    """Another page about the way of the plan, which stood on this one before: each old place and where it is now."""

    link: Link
    anchor: str
    places: tuple[tuple[str, str], ...]


class BackgroundView(Struct, frozen=True):
    """What the template of the background shows. Pictures and tables are None where there is nothing to show."""

    lead: Markup | str
    differences: Differences
    moved: tuple[MovedPart, ...]
    timeline: Picture | None
    decisions: Table | None
    all_decisions: Link
    consultations: tuple[ConsultationLines, ...]
    sections: tuple[SectionLine, ...]
    sources: tuple[SourceLine, ...]


def background_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of how the plan came to be decided."""
    plan, record = writer.plan, writer.content.background
    background = record.value if record else None
    yield writer.page(
        "background/background.html.j2",
        lambda: _view(writer, background),
        title=writer.t("site.pages.bakgrund"),
        description=background.lead if background else writer.t("background.lead", plan=plan.short_title),
        sources=paths_of([record] if record else writer.content.drafts),
        parent=urls.plan_start(plan),
    )


def _view(writer: PlanWriter, background: Background | None) -> BackgroundView:
    plan, decisions = writer.plan, _decisions(writer)
    caption = writer.t("background.decisions-caption", plan=plan.short_title)
    return BackgroundView(
        lead=writer.prose(background.lead) if background else writer.t("background.lead", plan=plan.short_title),
        differences=differences_of(writer),
        moved=tuple(_moved(writer, background)),
        timeline=timeline_picture(writer, decisions) if decisions else None,
        decisions=timeline_table(writer, caption, decisions) if decisions else None,
        all_decisions=writer.link(urls.site_page("beslut"), writer.t("background.all-decisions")),
        consultations=tuple(consultation_lines(writer, background)) if background else (),
        sections=section_lines(writer, background.sections if background else ()),
        sources=source_lines(writer, background.sources) if background else (),
    )


def _moved(writer: PlanWriter, background: Background | None) -> Iterator[MovedPart]:
    """Yield the pages that were parts of this one. An old anchor leads a reader without scripts to the link."""
    drafts = [record.value for record in writer.content.drafts]
    versions = dict.fromkeys(urls.anchor("synpunkter", draft.version) for draft in drafts)
    old = {
        urls.DRAFTS: [urls.anchor("synpunkter"), *versions, *(urls.anchor("forslag", draft.id) for draft in drafts)],
        urls.COSTS: [],
        urls.ASSIGNMENTS: [item.id for item in background.assignments] if background else [],
    }
    parts = plan_parts(writer)
    for name, anchors in old.items():
        if name in parts:
            href = parts[name].href
            yield MovedPart(parts[name], urls.anchor(name), tuple((anchor, f"{href}#{anchor}") for anchor in anchors))


def _decisions(writer: PlanWriter) -> list[Decision]:
    """Return the decisions on the way to a plan, and the one on the plan itself."""
    plan, known = writer.plan, writer.context.index.decisions.values()
    return [item.value for item in known if plan.id in item.value.plans or item.value.id == plan.decision]
