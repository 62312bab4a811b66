"""A page for each document that governs in some plan: what it is, and how the plan is connected with it."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from schema.document import Document, DocumentConnection
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.render.links import Link
from site_builder.render.reference.document_lists import documents_page, governing_groups, ways_on
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.mentions import mentions, noted
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.writer import PlanWriter, Writer

Connections = list[tuple[PlanContent, DocumentConnection]]


class ConnectionLine(Struct, frozen=True):
    """How a plan says that a document is connected with it."""

    id: str
    plan: Link
    text: Markup
    sources: tuple[SourceLine, ...]


class DocumentView(Struct, frozen=True):
    """What the template of one document shows."""

    differences: Differences
    summary: Markup
    facts: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, Link], ...]
    no_decision: bool
    how_to_get: Markup
    connections: tuple[ConnectionLine, ...]
    mentions: tuple[Link, ...]
    sources: tuple[SourceLine, ...]


def governing_document_pages(writer: Writer) -> Iterator[Page]:
    """Yield the list of documents that govern in some plan, and a page for each, in the order of the plans."""
    yield documents_page(writer, governing_groups(writer))
    index, governing = writer.context.index, defaultdict[str, Connections](list)
    for content in index.plans.values():
        for item in content.plan.value.governing_documents:
            governing[item.document].append((content, item))
    for name, connections in governing.items():
        record = index.documents[name]
        own = writer.at(urls.document(name, governing=True))
        yield own.page(
            "reference/document.html.j2",
            partial(_view, own, record.value, connections),
            title=record.value.title,
            description=record.value.summary or writer.t("documents.description", title=record.value.title),
            sources=(record.source.path, *(content.plan.source.path for content, _ in connections)),
            parent=urls.site_page(urls.GOVERNING),
        )


def _view(writer: Writer, document: Document, connections: Connections) -> DocumentView:
    told = [urls.plan_start(content.plan.value) for content, _ in connections]
    return DocumentView(
        differences=differences_of(writer),
        summary=writer.prose(document.summary),
        facts=tuple(_facts(writer, document)),
        ways=tuple(ways_on(writer, document)),
        no_decision=document.decision is None,
        how_to_get=writer.prose(document.how_to_get),
        connections=tuple(_connection(writer.of_plan(content), item) for content, item in connections),
        mentions=mentions(writer, "document", document.id, besides={*told, *noted(writer)}),
        sources=source_lines(writer, document.sources),
    )


def _facts(writer: Writer, document: Document) -> Iterator[tuple[str, str]]:
    """Yield what is known of the document itself; what the sources do not give is said as missing."""
    status = writer.t(f"documents.statuses.{document.status.value}") if document.status else ""
    facts = {
        "kind": writer.t(f"documents.kind-names.{document.kind.value}"),
        "status": status,
        "issuer": document.issuer or "",
        "year": str(document.year or ""),
        "diarienummer": document.diarienummer or "",
    }
    for name, words in facts.items():
        yield writer.t(f"documents.{name}"), capital(words) or writer.t("site.not-stated")


def _connection(writer: PlanWriter, item: DocumentConnection) -> ConnectionLine:
    """Return how a plan is connected with a document; a bare number in the text is one of the plan's own."""
    plan = writer.plan
    link = writer.link(urls.plan_start(plan), plan.short_title)
    return ConnectionLine(
        urls.anchor("koppling", plan.id), link, writer.prose(item.connection), source_lines(writer, item.sources)
    )
