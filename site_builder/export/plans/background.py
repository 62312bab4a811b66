"""How a plan came to be, as the contract publishes it."""

from schema.background import Assignment, Background, Consultation
from site_builder.export.contract import background as contract_background
from site_builder.export.plans.prose import Words
from site_builder.export.plans.values import sections_of, sources_of


def published_background(words: Words, background: Background) -> contract_background.Background:
    """Return the background of the plan whose words these are."""
    return contract_background.Background(
        lead=words(background.lead),
        consultations=tuple(_consultation(words, item) for item in background.consultations),
        costs=words.optional(background.costs),
        sections=sections_of(words, background.sections),
        assignments=tuple(_assignment(words, item) for item in background.assignments),
        sources=sources_of(background.sources),
    )


def _consultation(words: Words, consultation: Consultation) -> contract_background.Consultation:
    return contract_background.Consultation(
        id=consultation.id,
        title=consultation.title,
        version=consultation.version,
        decision=consultation.decision,
        asked=consultation.asked,
        answer_by=consultation.answer_by,
        answers=consultation.answers,
        text=words(consultation.text),
        sections=sections_of(words, consultation.sections),
        sources=sources_of(consultation.sources),
    )


def _assignment(words: Words, assignment: Assignment) -> contract_background.Assignment:
    return contract_background.Assignment(
        id=assignment.id,
        title=assignment.title,
        text=words(assignment.text),
        bodies=assignment.bodies,
        diarienummer=assignment.diarienummer,
        decisions=assignment.decisions,
        sources=sources_of(assignment.sources),
    )
