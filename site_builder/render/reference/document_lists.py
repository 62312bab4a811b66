"""Lists of documents: all of them by kind, those that govern in each plan, and those that support it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec import Struct

from schema.choices import DocumentKind
from schema.document import Document
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.shared.decision_words import decision_link
from site_builder.render.shared.mentions import mentions
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.writer import Writer


class DocumentLine(Struct, frozen=True):
    """A document in a list. One with a page of its own has only the first four, the rest stands there."""

    id: str
    heading: Link | str
    facts: str
    summary: Markup
    ways: tuple[tuple[str, Link], ...] = ()
    how_to_get: Markup | str = ""
    mentions: tuple[Link, ...] = ()
    sources: tuple[SourceLine, ...] = ()


class DocumentGroup(Struct, frozen=True):
    """Documents of one kind, or of one plan."""

    heading: str
    id: str
    documents: tuple[DocumentLine, ...]


class DocumentsView(Struct, frozen=True):
    """What the template of a list of documents shows."""

    intro: str
    links: tuple[Link, ...]
    groups: tuple[DocumentGroup, ...]


LISTS = (urls.DOCUMENTS, urls.GOVERNING, urls.SUPPORTING)


def all_documents_pages(writer: Writer) -> Iterator[Page]:
    """Yield the list of all documents by kind."""
    yield documents_page(writer, _by_kind(writer))


def supporting_documents_pages(writer: Writer) -> Iterator[Page]:
    """Yield the list of the documents that support each plan."""
    yield documents_page(writer, _supporting(writer))


def documents_page(writer: Writer, groups: Iterable[DocumentGroup]) -> Page:
    """Return the list that stands at the writer's address, with links to the other lists."""
    ends = {urls.site_page(name): name.rpartition("/")[2] for name in LISTS}
    intro, own = writer.t(f"documents.{ends[writer.address]}"), writer.address
    others = (writer.link(address, writer.t(f"site.pages.{end}")) for address, end in ends.items() if address != own)
    return writer.page(
        "reference/documents.html.j2",
        lambda: DocumentsView(intro, tuple(others), tuple(groups)),
        title=writer.t(f"site.pages.{ends[own]}"),
        description=intro,
        sources=("content/documents.yaml",),
        parent="" if own == urls.site_page(urls.DOCUMENTS) else urls.site_page(urls.DOCUMENTS),
    )


def _by_kind(writer: Writer) -> Iterator[DocumentGroup]:
    found = defaultdict[DocumentKind, list[DocumentLine]](list)
    for record in writer.context.index.documents.values():
        found[record.value.kind].append(_line(writer, record.value, record.value.id))
    for kind in DocumentKind:
        if found[kind]:
            yield DocumentGroup(
                writer.t(f"documents.kinds.{kind.value}"), urls.anchor("sort", kind.value), tuple(found[kind])
            )


def governing_groups(writer: Writer) -> Iterator[DocumentGroup]:
    """Yield the documents that govern in each plan."""
    for plan_id, content in writer.context.index.plans.items():
        yield from _group(writer, plan_id, (item.document for item in content.plan.value.governing_documents))


def _supporting(writer: Writer) -> Iterator[DocumentGroup]:
    for plan_id, content in writer.context.index.plans.items():
        yield from _group(writer, plan_id, content.plan.value.supporting_documents)


def _group(writer: Writer, plan_id: str, names: Iterable[str]) -> Iterator[DocumentGroup]:
    """Yield the documents of one plan, if there are any. A document may belong to several plans: ids say which."""
    index = writer.context.index
    lines = tuple(_line(writer, index.documents[name].value, f"{plan_id}-{name}") for name in names)
    if lines:
        yield DocumentGroup(index.plans[plan_id].plan.value.short_title, f"plan-{plan_id}", lines)


def _line(writer: Writer, document: Document, anchor: str) -> DocumentLine:
    address = writer.context.index.targets["document", document.id].address
    facts, summary = _facts(writer, document), writer.prose(document.summary)
    if "#" not in address:
        return DocumentLine(anchor, writer.link(address, document.title), facts, summary)
    return DocumentLine(
        id=anchor,
        heading=document.title,
        facts=facts,
        summary=summary,
        ways=tuple(ways_on(writer, document)),
        how_to_get=writer.prose(document.how_to_get),
        mentions=_mentions(writer, document),
        sources=source_lines(writer, document.sources),
    )


def _mentions(writer: Writer, document: Document) -> tuple[Link, ...]:
    """Return where a document is mentioned; the list of supporting documents does not name itself."""
    here = writer.address == urls.site_page(urls.SUPPORTING)
    lists = [urls.supporting(plan) for plan in writer.context.index.plans] if here else []
    return mentions(writer, "document", document.id, besides=lists)


def ways_on(writer: Writer, document: Document) -> Iterator[tuple[str, Link]]:
    """Yield where a reader can go from a document, each with what it is: its plan here, its decision, itself."""
    index = writer.context.index
    if document.plan:
        target = index.targets["plan", document.plan]
        yield writer.t("documents.plan"), writer.link(target.address, target.name)
    if document.decision:
        yield writer.t("documents.decision"), decision_link(writer, index.decisions[document.decision].value)
    if document.url:
        yield writer.t("documents.url"), Link(document.url, document.url)


def _facts(writer: Writer, document: Document) -> str:
    status = writer.t(f"documents.statuses.{document.status.value}") if document.status else ""
    number = writer.t("documents.number", number=document.diarienummer) if document.diarienummer else ""
    return capital(", ".join(fact for fact in (document.issuer, str(document.year or ""), number, status) if fact))
