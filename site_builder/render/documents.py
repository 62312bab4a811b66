"""Documents: all of them, those that govern, those that support, and a page for each that governs."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.document import Document
from schema.vocabulary import DocumentKind
from site_builder import urls
from site_builder.link import PlanIndex
from site_builder.page import Page
from site_builder.render.context import RenderContext, Writer
from site_builder.render.decision_words import decision_words
from site_builder.render.markdown import Link
from site_builder.render.mentions import mentions
from site_builder.render.parts import SourceLine, differences_of, source_lines


@dataclass(frozen=True)
class DocumentLine:
    """A document in a list. `page` leads to its own page if it has one."""

    id: str
    title: str
    page: Link | None
    facts: str
    summary: Markup


@dataclass(frozen=True)
class DocumentGroup:
    """Documents of one kind."""

    heading: str
    id: str
    documents: tuple[DocumentLine, ...]


@dataclass(frozen=True)
class DocumentsView:
    """What the template of a list of documents shows."""

    intro: str
    links: tuple[Link, ...]
    groups: tuple[DocumentGroup, ...]


@dataclass(frozen=True)
class ConnectionLine:
    """How a plan says that a document is connected with it."""

    plan: Link
    text: Markup
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class DocumentView:
    """What the template of one document shows."""

    differences: tuple[Link, ...]
    summary: Markup
    kind: str
    status: str
    issuer: str
    year: str
    diarienummer: str
    decision: Link | None
    plan: Link | None
    how_to_get: Markup
    connections: tuple[ConnectionLine, ...]
    mentions: tuple[Link, ...]
    sources: tuple[SourceLine, ...]


def document_list_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the list of all documents by kind, and the lists of those that govern and support each plan."""
    lists = (urls.SITE_PAGES[1], urls.SITE_PAGES[2], urls.SITE_PAGES[3])
    groups = (_by_kind, _governing, _supporting)
    for name, grouped in zip(lists, groups, strict=True):
        writer = context.at(f"{name}/")
        word = name.rpartition("/")[2]
        others = [other for other in lists if other != name]
        links = tuple(writer.link(f"{other}/", writer.t(f"site.pages.{other.rpartition('/')[2]}")) for other in others)
        yield writer.page(
            "documents.md.j2",
            DocumentsView(writer.t(f"documents.{word}"), links, tuple(grouped(writer))),
            title=writer.t(f"site.pages.{word}"),
            description=writer.t(f"documents.{word}"),
            sources=("content/documents.yaml",),
            parent="" if name == lists[0] else f"{lists[0]}/",
        )


def document_pages(context: RenderContext) -> Iterator[Page]:
    """Yield a page for each document that governs in some plan."""
    for name in governing_documents(context.index):
        document = context.index.documents[name].value
        writer = context.at(urls.document(name, governing=True))
        yield writer.page(
            "document.md.j2",
            _view(writer, document),
            title=document.title,
            description=document.summary or writer.t("documents.description", title=document.title),
            sources=(context.index.documents[name].source.path,),
            parent="dokument/",
        )


def governing_documents(index: PlanIndex) -> tuple[str, ...]:
    """Return the ids of the documents that govern in any plan, each once."""
    names = [str(item.document) for plan in index.plans.values() for item in plan.plan.value.governing_documents]
    return tuple(dict.fromkeys(names))


def _by_kind(writer: Writer) -> Iterator[DocumentGroup]:
    found = defaultdict[DocumentKind, list[DocumentLine]](list)
    for record in writer.context.index.documents.values():
        found[record.value.kind].append(_line(writer, record.value))
    for kind in DocumentKind:
        if found[kind]:
            yield DocumentGroup(writer.t(f"documents.kinds.{kind.value}"), f"sort-{kind.value}", tuple(found[kind]))


def _governing(writer: Writer) -> Iterator[DocumentGroup]:
    for plan_id, content in writer.context.index.plans.items():
        names = [str(item.document) for item in content.plan.value.governing_documents]
        yield from _group(writer, plan_id, names)


def _supporting(writer: Writer) -> Iterator[DocumentGroup]:
    for plan_id, content in writer.context.index.plans.items():
        yield from _group(writer, plan_id, [str(name) for name in content.plan.value.supporting_documents])


def _group(writer: Writer, plan_id: str, names: list[str]) -> Iterator[DocumentGroup]:
    index = writer.context.index
    if names:
        documents = tuple(_line(writer, index.documents[name].value) for name in names)
        yield DocumentGroup(index.plans[plan_id].plan.value.short_title, f"plan-{plan_id}", documents)


def _line(writer: Writer, document: Document) -> DocumentLine:
    address = writer.context.index.targets["document", document.id].address
    page = None if "#" in address else writer.link(address, document.title)
    status = writer.t(f"documents.statuses.{document.status.value}") if document.status else ""
    number = writer.t("documents.number", number=document.diarienummer) if document.diarienummer else ""
    facts = (document.issuer, str(document.year or ""), number, status)
    words = ", ".join(fact for fact in facts if fact)
    return DocumentLine(document.id, document.title, page, words, writer.prose(document.summary))


def _view(writer: Writer, document: Document) -> DocumentView:
    index = writer.context.index
    decision = index.decisions[document.decision].value if document.decision else None
    plan = index.targets["plan", document.plan] if document.plan else None
    return DocumentView(
        differences=differences_of(writer),
        summary=writer.prose(document.summary),
        kind=writer.t(f"documents.kind-names.{document.kind.value}"),
        status=writer.t(f"documents.statuses.{document.status.value}") if document.status else "",
        issuer=document.issuer or "",
        year=str(document.year or ""),
        diarienummer=document.diarienummer or "",
        decision=writer.link(urls.decision(decision.id), decision_words(writer, decision)) if decision else None,
        plan=writer.link(plan.address, plan.title) if plan else None,
        how_to_get=writer.prose(document.how_to_get),
        connections=tuple(_connections(writer, document)),
        mentions=mentions(writer, "document", document.id),
        sources=source_lines(writer, document.sources),
    )


def _connections(writer: Writer, document: Document) -> Iterator[ConnectionLine]:
    for content in writer.context.index.plans.values():
        for item in content.plan.value.governing_documents:
            if item.document == document.id:
                link = writer.link(urls.plan_start(content.plan.value), content.plan.value.short_title)
                text = writer.context.at(writer.address, content.plan.value).prose(item.connection)
                yield ConnectionLine(link, text, source_lines(writer, item.sources))
