"""The pages about a plan as a whole: the plan itself, and its goals."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.plan import Plan, Section
from site_builder import urls
from site_builder.link import PlanContent
from site_builder.page import Page
from site_builder.render.context import RenderContext, Writer
from site_builder.render.decision_words import decision_words
from site_builder.render.markdown import Link
from site_builder.render.parts import SourceLine, capital, differences_of, source_lines
from site_builder.swedish import long_date


@dataclass(frozen=True)
class SectionLine:
    """A headed piece of text with its sources."""

    id: str
    heading: str
    text: Markup
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class AppendixLine:
    """An appendix, and the page that has its content."""

    number: str
    title: str
    text: Markup
    page: Link | None
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class PlanView:
    """What the template of a plan's own page shows."""

    lead: Markup
    differences: tuple[Link, ...]
    title: str
    document: Link
    decision: Link
    diarienummer: str
    period: str
    owner: str
    follow_up_body: Link | None
    parts: tuple[Link, ...]
    sections: tuple[SectionLine, ...]
    appendices: tuple[AppendixLine, ...]
    how_to_get: Markup
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class GoalLine:
    """A goal with its horizon and text."""

    id: str
    title: str
    horizon: str
    text: Markup
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator and the goal that its table names."""

    link: Link
    goal: str
    state: str


@dataclass(frozen=True)
class GoalsView:
    """What the template of the goals shows."""

    plan_title: str
    differences: tuple[Link, ...]
    goals: tuple[GoalLine, ...]
    indicators: tuple[IndicatorLine, ...]


def plan_pages(context: RenderContext, content: PlanContent) -> Iterator[Page]:
    """Yield the plan's own page."""
    plan = content.plan.value
    writer = context.at(urls.plan_start(plan), plan)
    yield writer.page(
        "plan.md.j2",
        _plan_view(writer, content),
        title=plan.short_title,
        description=plan.lead,
        sources=(content.plan.source.path,),
        parent="",
    )


def goals_pages(context: RenderContext, content: PlanContent) -> Iterator[Page]:
    """Yield the page of the plan's goals, if it has any."""
    plan = content.plan.value
    if not plan.goals:
        return
    writer = context.at(urls.plan_page(plan, "mal"), plan)
    yield writer.page(
        "goals.md.j2",
        _goals_view(writer, content),
        title=writer.t("site.pages.mal"),
        description=writer.t("plan.goals-description", plan=plan.short_title),
        sources=(content.plan.source.path,),
        parent=urls.plan_start(plan),
    )


def section_lines(writer: Writer, sections: tuple[Section, ...]) -> tuple[SectionLine, ...]:
    """Return sections as templates show them."""
    return tuple(
        SectionLine(section.id, section.heading, writer.prose(section.text), source_lines(writer, section.sources))
        for section in sections
    )


def _plan_view(writer: Writer, content: PlanContent) -> PlanView:
    plan, index = content.plan.value, writer.context.index
    document = index.documents[plan.document].value
    document_target, decision_target = (
        index.targets["document", plan.document],
        index.targets["decision", plan.decision],
    )
    body = index.targets["body", plan.follow_up_body] if plan.follow_up_body else None
    return PlanView(
        lead=writer.prose(plan.lead),
        differences=differences_of(writer, document_target.address),
        title=plan.title,
        document=writer.link(document_target.address, document_target.name),
        decision=writer.link(decision_target.address, decision_words(writer, index.decisions[plan.decision].value)),
        diarienummer=plan.diarienummer,
        period=writer.t("plan.period", first=long_date(plan.valid_from), last=long_date(plan.valid_to)),
        owner=plan.owner or "",
        follow_up_body=writer.link(body.address, body.name) if body else None,
        parts=tuple(_parts(writer, content)),
        sections=section_lines(writer, plan.sections),
        appendices=tuple(_appendices(writer, plan)),
        how_to_get=writer.prose(document.how_to_get),
        sources=source_lines(writer, plan.sources),
    )


def _parts(writer: Writer, content: PlanContent) -> Iterator[Link]:
    """Yield links to the pages of the plan that exist."""
    plan = content.plan.value
    found = {
        "mal": plan.goals,
        "utgangspunkter": content.starting_points,
        "ansvarsmatris": content.interventions,
        "kopplingar": content.interventions,
        "malgrupper": plan.target_categories,
        "indikatorer": content.indicators,
    }
    yield writer.link(urls.area_list(plan), capital(plan.terms.area.plural))
    yield writer.link(urls.measure_list(plan), capital(plan.terms.measure.plural))
    for name, things in found.items():
        if things:
            yield writer.link(urls.plan_page(plan, name), writer.t(f"site.pages.{name}"))


def _appendices(writer: Writer, plan: Plan) -> Iterator[AppendixLine]:
    for appendix in plan.appendices:
        page = writer.target_link(appendix.page) if appendix.page else None
        text, sources = writer.prose(appendix.text), source_lines(writer, appendix.sources)
        yield AppendixLine(appendix.number, appendix.title, text, page, sources)


def _goals_view(writer: Writer, content: PlanContent) -> GoalsView:
    plan = content.plan.value
    return GoalsView(
        plan_title=plan.short_title,
        differences=differences_of(writer),
        goals=tuple(
            GoalLine(
                goal.id, goal.title, capital(goal.horizon), writer.prose(goal.text), source_lines(writer, goal.sources)
            )
            for goal in plan.goals
        ),
        indicators=tuple(_indicators(writer, content)),
    )


def _indicators(writer: Writer, content: PlanContent) -> Iterator[IndicatorLine]:
    for record in content.indicators:
        indicator = record.value
        known = any((indicator.baseline, indicator.target, indicator.values))
        link = writer.link(urls.indicator(content.plan.value, indicator.id), indicator.name)
        yield IndicatorLine(link, indicator.goal, writer.t("plan.has-values" if known else "plan.has-no-values"))
