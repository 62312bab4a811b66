"""The page about a plan as a whole."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec import Struct

from schema.base import Section
from schema.plan import Plan
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.meaning.plans.state import predecessors, successors
from site_builder.render.links import Link
from site_builder.render.plan.plan_parts import period_words, plan_parts
from site_builder.render.shared.decision_words import decision_link, plan_decision
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.shared.plan_state import marked_plan, state_words
from site_builder.render.writer import PlanWriter, Writer


class SectionLine(Struct, frozen=True):
    """A headed piece of text with its sources."""

    id: str
    heading: str
    text: Markup
    sources: tuple[SourceLine, ...]


class AppendixLine(Struct, frozen=True):
    """An appendix, and the page that has its content."""

    number: str
    title: str
    text: Markup
    page: Link | None
    sources: tuple[SourceLine, ...]


class PartLine(Struct, frozen=True):
    """A page of the plan, and what it is good for."""

    link: Link
    about: str


class PlanView(Struct, frozen=True):
    """What the template of a plan's own page shows."""

    lead: Markup
    known_through: Markup
    differences: Differences
    title: str
    state: str
    is_proposal: bool
    document: Link | None
    decision: Link | None
    diarienummer: str
    kind: str
    period: str
    owner: str
    follow_up_body: Link | None
    before: tuple[Markup, ...]
    after: tuple[Markup, ...]
    revisions: tuple[Markup, ...]
    parts: tuple[PartLine, ...]
    sections: tuple[SectionLine, ...]
    governing: tuple[Link, ...]
    supporting: Link | None
    appendices: tuple[AppendixLine, ...]
    how_to_get: Markup
    sources: tuple[SourceLine, ...]


def plan_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the plan's own page."""
    plan = writer.plan
    yield writer.page(
        "plan/plan.html.j2",
        lambda: _plan_view(writer),
        title=plan.short_title,
        description=plan.lead,
        sources=(writer.content.plan.source.path,),
        parent="",
    )


def section_lines(writer: Writer, sections: tuple[Section, ...]) -> tuple[SectionLine, ...]:
    """Return sections as templates show them."""
    return tuple(
        SectionLine(section.id, section.heading, writer.prose(section.text), source_lines(writer, section.sources))
        for section in sections
    )


def _plan_view(writer: PlanWriter) -> PlanView:
    plan, index = writer.plan, writer.context.index
    document = index.documents[plan.document].value if plan.document else None
    place = index.targets["document", plan.document].address if plan.document else ""
    body = index.targets["body", plan.follow_up_body] if plan.follow_up_body else None
    return PlanView(
        lead=writer.prose(plan.lead),
        known_through=writer.prose(plan.known_through),
        differences=differences_of(writer, *([place] if place else [])),
        title=plan.title,
        state=state_words(writer.context.strings, plan, writer.context.as_of),
        is_proposal=plan.proposal,
        document=writer.link(place, document.title) if document else None,
        decision=plan_decision(writer, plan),
        diarienummer=plan.diarienummer or "",
        kind=writer.t(f"plan.kinds.{plan.kind.value}"),
        period=period_words(writer, plan),
        owner=plan.owner or "",
        follow_up_body=writer.link(body.address, body.name) if body else None,
        before=_named(writer, predecessors(index, plan)),
        after=_named(writer, successors(index, plan.id)),
        revisions=tuple(_revisions(writer)),
        parts=tuple(_parts(writer)),
        sections=section_lines(writer, plan.sections),
        governing=tuple(_governing(writer, plan)),
        supporting=_supporting(writer, plan),
        appendices=tuple(_appendices(writer, plan)),
        how_to_get=writer.prose(document.how_to_get if document else None),
        sources=source_lines(writer, plan.sources),
    )


def _named(writer: Writer, contents: Iterable[PlanContent]) -> tuple[Markup, ...]:
    return tuple(marked_plan(writer, content.plan.value, content.plan.value.short_title) for content in contents)


def _revisions(writer: PlanWriter) -> Iterator[Markup]:
    """Yield the decisions that have changed the plan, in the order of time: who and when, and what."""
    for decision in writer.context.revisions[writer.plan.id]:
        what = writer.words(decision.summary) if decision.summary else decision.title
        yield Markup("{}: {}").format(decision_link(writer, decision), what)


def _parts(writer: PlanWriter) -> Iterator[PartLine]:
    terms = writer.plan.terms
    words = {
        "area": terms.area.indefinite,
        "measure": terms.measure.indefinite,
        "measures": terms.measure.definite_plural,
    }
    for name, link in plan_parts(writer).items():
        yield PartLine(link, writer.t(f"site.plan-pages.{name}", **words))


def _governing(writer: Writer, plan: Plan) -> Iterator[Link]:
    for item in plan.governing_documents:
        target = writer.context.index.targets["document", item.document]
        yield writer.link(target.address, target.name)


def _supporting(writer: Writer, plan: Plan) -> Link | None:
    number = len(plan.supporting_documents)
    if not number:
        return None
    return writer.link(urls.supporting(plan.id), writer.t("plan.supporting-count", n=number))


def _appendices(writer: Writer, plan: Plan) -> Iterator[AppendixLine]:
    for appendix in plan.appendices:
        page = writer.target_link(appendix.page) if appendix.page else None
        text, sources = writer.prose(appendix.text), source_lines(writer, appendix.sources)
        yield AppendixLine(appendix.number, appendix.title, text, page, sources)
