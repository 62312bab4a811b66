"""The pages of topics: something that several plans touch, gathered in one place."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from schema.document import Decision
from schema.topic import Figure, Topic
from site_builder.foundation.inline import PLAN_KINDS
from site_builder.foundation.language.order import sort_key
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.page import Page
from site_builder.foundation.plain_text import one_line
from site_builder.meaning import urls
from site_builder.render.context import RenderContext
from site_builder.render.links import Link
from site_builder.render.plan.plan import SectionLine, section_lines
from site_builder.render.shared.decision_words import decision_words
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.help_box import HelpItem, help_items
from site_builder.render.shared.mentions import mentions, noted
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.shared.table import Cell, Table, simple, text
from site_builder.render.writer import Writer


class LinkList(Struct, frozen=True):
    """Links below a heading of their own."""

    id: str
    heading: str
    links: tuple[Link, ...]


class TopicView(Struct, frozen=True):
    """What the template of a topic shows."""

    lead: Markup
    help: tuple[HelpItem, ...]
    differences: Differences
    sections: tuple[SectionLine, ...]
    figures_title: str
    figures: Table | None
    lists: tuple[LinkList, ...]
    sources: tuple[SourceLine, ...]


def topic_pages(context: RenderContext) -> Iterator[Page]:
    """Yield a page for each topic."""
    for record in context.index.topics:
        topic = record.value
        writer = context.at(urls.topic(topic.id))
        yield writer.page(
            "reference/topic.html.j2",
            partial(_view, writer, topic),
            title=topic.title,
            description=topic.lead,
            sources=(record.source.path,),
            parent="",
        )


def _view(writer: Writer, topic: Topic) -> TopicView:
    return TopicView(
        lead=writer.prose(topic.lead),
        help=help_items(writer),
        differences=differences_of(writer),
        sections=section_lines(writer, topic.sections),
        figures_title=topic.figures_title or writer.t("topics.figures"),
        figures=_figures(writer, topic),
        lists=tuple(entry for entry in _lists(writer, topic) if entry.links),
        sources=source_lines(writer, topic.sources),
    )


def topics_by_title(context: RenderContext) -> list[Topic]:
    """Return the topics as a list of them has them."""
    return sorted((record.value for record in context.index.topics), key=lambda topic: sort_key(topic.title))


def topic_links(writer: Writer) -> tuple[Link, ...]:
    """Return links to the topics that this page belongs together with."""
    site = writer.context.at("")
    return tuple(
        writer.link(urls.topic(topic.id), topic.title)
        for topic in topics_by_title(writer.context)
        if any(site.target(written).address == writer.address for written in topic.related)
    )


def _lists(writer: Writer, topic: Topic) -> Iterator[LinkList]:
    index = writer.context.index
    related = tuple(_related(writer, written) for written in topic.related)
    yield LinkList(urls.anchor("hor-ihop-med"), writer.t("topics.related"), related)
    documents = [index.targets["document", name] for name in topic.documents]
    links = tuple(writer.link(target.address, capital(target.name)) for target in documents)
    yield LinkList(urls.anchor("dokument-i-amnet"), writer.t("topics.documents"), links)
    decisions = [record.value for name, record in index.decisions.items() if name in topic.decisions]
    links = tuple(_decision(writer, decision) for decision in decisions)
    yield LinkList(urls.anchor("beslut-i-amnet"), writer.t("topics.decisions"), links)
    shown = {writer.target(written).address for written in topic.related}
    links = mentions(writer, "topic", topic.id, besides=shown | noted(writer))
    yield LinkList(urls.anchor("namns-pa"), writer.t("topics.mentions"), links)


def _related(writer: Writer, written: str) -> Link:
    """Return a link under the thing's own title; what belongs to a plan says which."""
    target, link = writer.target(written), writer.target_link(written)
    if target.kind not in PLAN_KINDS:
        return link
    plan = writer.context.index.plans[target.key.partition("/")[0]].plan.value
    return writer.link(target.address, f"{capital(link.text)} ({plan.short_title})")


def _decision(writer: Writer, decision: Decision) -> Link:
    return writer.link(urls.decision(decision.id), f"{decision_words(writer, decision)}: {decision.title}")


def _figures(writer: Writer, topic: Topic) -> Table | None:
    if not topic.figures:
        return None
    columns = ["name", "value", "year", *(["note"] if any(figure.note for figure in topic.figures) else []), "source"]
    return simple(
        urls.table("siffror"),
        writer.t("topics.figures-caption", title=topic.title),
        [writer.t(f"topics.columns.{name}") for name in columns],
        (tuple(_cell(writer, figure, name) for name in columns) for figure in topic.figures),
    )


def _cell(writer: Writer, figure: Figure, column: str) -> Cell:
    if column == "year":
        return text(str(figure.year or writer.t("site.not-stated")))
    if column == "note":
        return text(one_line(figure.note or "", writer.name))
    if column == "source":
        (source,) = source_lines(writer, (figure.source,))
        return text(source.document, f", {source.places}", joined=True)
    return text(getattr(figure, column))
