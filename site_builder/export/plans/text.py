"""Decisions, documents, glossary terms and differences between the sources, as the contract publishes them."""

from schema.document import Decision, Difference, Document
from schema.words import GlossaryTerm
from site_builder.export.contract import texts as contract_texts
from site_builder.export.plans.context import ExportContext
from site_builder.export.plans.values import source_of, sources_of
from site_builder.meaning import urls


def published_decision(context: ExportContext, decision: Decision) -> contract_texts.Decision:
    """Return a decision; its year is there as soon as its date is."""
    return contract_texts.Decision(
        date=decision.date,
        body=decision.body,
        paragraph=decision.paragraph,
        diarienummer=decision.diarienummer,
        title=decision.title,
        id=decision.id,
        year=decision.date.year if decision.date else decision.year,
        url=context.address("decision", decision.id),
        summary=context.words.optional(decision.summary),
        sources=sources_of(decision.sources),
        plans=decision.plans,
        named_in=decision.named_in,
        revises=decision.revises,
    )


def published_document(context: ExportContext, document: Document) -> contract_texts.Document:
    """Return a document with its address here and, if it is known, its own."""
    words = context.words
    return contract_texts.Document(
        id=document.id,
        title=document.title,
        kind=document.kind,
        issuer=document.issuer,
        year=document.year,
        diarienummer=document.diarienummer,
        status=document.status,
        decision=document.decision,
        plan=document.plan,
        url=context.address("document", document.id),
        original_url=document.url,
        short_title=document.short_title,
        summary=words.optional(document.summary),
        how_to_get=words.optional(document.how_to_get),
        sources=sources_of(document.sources),
    )


def published_term(context: ExportContext, term: GlossaryTerm) -> contract_texts.GlossaryTerm:
    """Return a term of the glossary."""
    return contract_texts.GlossaryTerm(
        id=term.id,
        term=term.term,
        abbreviation=term.abbreviation,
        definition=context.words(term.definition),
        see_also=term.see_also,
        url=context.address("term", term.id),
        sources=sources_of(term.sources),
        general_explanation=term.general_explanation,
    )


def published_difference(context: ExportContext, difference: Difference) -> contract_texts.Difference:
    """Return a difference, with the addresses of what it affects."""
    words = context.words
    return contract_texts.Difference(
        id=difference.id,
        title=difference.title,
        affects=tuple(context.written_address(target) for target in difference.affects),
        readings=tuple(
            contract_texts.Reading(text=words(reading.text), source=source_of(reading.source))
            for reading in difference.readings
        ),
        handling=words(difference.handling),
        url=f"/{urls.difference(difference.id)}",
        weight=difference.weight,
    )
