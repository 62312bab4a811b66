"""Summaries: the whole of a plan on one page, in easy Swedish or in another language than the site's."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from schema.plan import Plan
from schema.topic import Summary, SummarySection
from site_builder.foundation.inline import Inline
from site_builder.foundation.language.phrases import capital, long_date
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Notice, Page, SummaryLink
from site_builder.meaning import urls
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.period import period
from site_builder.meaning.plans.state import PlanState, state_of
from site_builder.render.context import RenderContext
from site_builder.render.links import NOTHING, Link
from site_builder.render.prose import prose
from site_builder.render.shared.area_mark import area_mark
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.shared.plan_state import plan_notice
from site_builder.render.writer import Writer

ONE_LINE = re.compile(r"(?<=\S)\n(?=\S)")
LINE_BREAK = "  \n"  # two blanks before the end of a line keep it, in Markdown
LINK = Markup('<a href="{}"{}>{}</a>')


class SummaryPart(Struct, frozen=True):
    """A piece of a summary; `more` leads to the page that it is about."""

    id: str
    mark: Markup
    heading: str
    text: Markup
    more: Markup


class SummaryView(Struct, frozen=True):
    """What the template of a summary shows. `own` says that it is in the site's own language."""

    lead: Markup
    parts: tuple[SummaryPart, ...]
    about: str
    facts: tuple[tuple[str, Markup], ...]
    sources_heading: str
    sources: tuple[SourceLine, ...]
    easy: bool
    own: bool


def summary_links(index: PlanIndex) -> tuple[SummaryLink, ...]:
    """Return the way to each summary: those in the site's own language before others."""
    found = (record.value for record in index.summaries)
    ordered = sorted(found, key=lambda item: (item.lang != spoken().code, item.name))
    return tuple(SummaryLink(item.name, urls.summary(item.id), item.lang, item.easy) for item in ordered)


def summary_pages(context: RenderContext) -> Iterator[Page]:
    """Yield a page for each summary. The search finds it by its names: its words are those of other pages."""
    for record in context.index.summaries:
        summary, plan = record.value, context.index.plans[record.value.plan].plan.value
        writer = context.at(urls.summary(summary.id))
        page = writer.page(
            "reference/summary.html.j2",
            partial(_view, writer, summary, plan),
            title=summary.title,
            description=summary.description,
            sources=(record.source.path,),
            parent="",
        )
        lang = "" if _is_own(summary) else summary.lang
        yield page.told(searchable=False, lang=lang, notice=_notice(context, summary, plan))


def _view(writer: Writer, summary: Summary, plan: Plan) -> SummaryView:
    return SummaryView(
        lead=_text(writer, summary, summary.lead),
        parts=tuple(_part(writer, summary, section) for section in summary.sections),
        about=summary.words.about,
        facts=tuple(_facts(writer, summary, plan)),
        sources_heading=summary.words.sources,
        sources=source_lines(writer, summary.sources),
        easy=summary.easy,
        own=_is_own(summary),
    )


def _part(writer: Writer, summary: Summary, section: SummarySection) -> SummaryPart:
    target = writer.target(section.about) if section.about else None
    link = NOTHING
    if section.about:
        found = writer.target_link(section.about)
        link = _link(summary, Link(capital(found.text), found.href))
    return SummaryPart(
        id=section.id,
        mark=area_mark(target.key.rpartition("/")[2]) if target and target.kind == "area" else NOTHING,
        heading=section.heading,
        text=_text(writer, summary, section.text),
        more=Markup("{} {}").format(summary.words.more, link) if link else NOTHING,
    )


def _facts(writer: Writer, summary: Summary, plan: Plan) -> Iterator[tuple[str, Markup]]:
    """Yield which plan the text is about, and of which day both are."""
    words, decision = summary.words, writer.context.index.decisions.get(plan.decision or "")
    yield words.plan, _link(summary, writer.link(urls.plan_start(plan), plan.short_title))
    if decision and decision.value.date:
        yield words.decided, escape(_day(summary, decision.value.date))
    yield words.as_of, escape(_day(summary, summary.as_of))


def _text(writer: Writer, summary: Summary, text: str) -> Markup:
    """Return running text, whose lines stay lines where it is easy to read."""
    written = ONE_LINE.sub(LINE_BREAK, text) if summary.easy else text
    return prose(written).filled(partial(_reference, writer, summary))


def _reference(writer: Writer, summary: Summary, item: Inline) -> Markup:
    """Return the link that a reference becomes: words of the editor's own are in the language of the text."""
    link = Link(item.label or writer.name(item), writer.target_link(item.written[2:-2].partition("|")[0]).href)
    return _link(summary, link, is_named=bool(item.label))


def _link(summary: Summary, link: Link, *, is_named: bool = False) -> Markup:
    """Return a link to a page of the site, which from a text in another language says in which language it is."""
    if _is_own(summary):
        return LINK.format(link.href, NOTHING, link.text)
    lang = NOTHING if is_named else Markup(' lang="{}"').format(spoken().code)
    return LINK.format(link.href, Markup('{} hreflang="{}"').format(lang, spoken().code), link.text)


def _notice(context: RenderContext, summary: Summary, plan: Plan) -> Notice:
    """Return what the page says of the plan's state: that it is over in the words of the summary, all else in ours."""
    state = state_of(plan, context.as_of)
    if state in (PlanState.PROPOSED, PlanState.COMING):
        return replace(plan_notice(context.index, context.strings, plan, context.as_of), lang=spoken().code)
    return Notice(summary.words.over, period(plan).first_day_after, state is PlanState.OVER)


def _day(summary: Summary, day: date) -> str:
    """Return a day as the site writes it, and in any other language as all may read it."""
    return long_date(day) if _is_own(summary) else day.isoformat()


def _is_own(summary: Summary) -> bool:
    return summary.lang == spoken().code
