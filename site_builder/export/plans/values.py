"""Small values of the published data: sources, sections, keys and numbers."""

from collections.abc import Iterable
from decimal import Decimal

from schema.base import Section, SourceReference
from site_builder.export.contract import values as contract_values
from site_builder.export.contract.values import Source
from site_builder.export.plans.prose import Words
from site_builder.meaning.lifetime import ALWAYS, Lifetime
from site_builder.meaning.period import precision


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


def validity_of(lifetime: Lifetime) -> contract_values.Validity | None:
    """Return when something holds, as days; None where nothing is known of it."""
    if lifetime == ALWAYS:
        return None
    return contract_values.Validity(
        valid_from=None if lifetime.begins is None else lifetime.first_day,
        valid_from_precision=None if lifetime.begins is None else precision(lifetime.begins),
        valid_to=None if lifetime.ends is None else lifetime.last_day,
        valid_to_precision=None if lifetime.ends is None else precision(lifetime.ends),
        added_by=lifetime.added_by,
        ended_by=lifetime.ended_by,
    )


def written_in(plan: str, key: str) -> str:
    """Return the key of an intervention as it is written in a plan: its own numbers stand alone."""
    return key.removeprefix(f"{plan}/")


def number_of(value: Decimal) -> int | float:
    """Return a number as JSON writes it: 5, not 5.0."""
    return int(value) if value == value.to_integral_value() else float(value)
