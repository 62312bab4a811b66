"""Small values of the published data: sources, sections, keys and numbers."""

from collections.abc import Iterable
from decimal import Decimal

from schema.base import Section, SourceReference
from site_builder.export.contract import values as contract_values
from site_builder.export.contract.values import Source
from site_builder.export.plans.prose import Words


def source_of(reference: SourceReference) -> Source:
    """Return where a fact stands."""
    return Source(document=reference.document, section=reference.section, page=reference.page)


def sources_of(references: Iterable[SourceReference]) -> tuple[Source, ...]:
    """Return where facts stand."""
    return tuple(source_of(reference) for reference in references)


def sections_of(words: Words, sections: Iterable[Section]) -> tuple[contract_values.Section, ...]:
    """Return headed pieces of running text as plain text."""
    return tuple(
        contract_values.Section(
            id=section.id, heading=section.heading, text=words(section.text), sources=sources_of(section.sources)
        )
        for section in sections
    )


def written_in(plan: str, key: str) -> str:
    """Return the key of an intervention as it is written in a plan: its own numbers stand alone."""
    return key.removeprefix(f"{plan}/")


def number_of(value: Decimal) -> int | float:
    """Return a number as JSON writes it: 5, not 5.0."""
    return int(value) if value == value.to_integral_value() else float(value)
