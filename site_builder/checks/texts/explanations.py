"""What we explain ourselves is told from what a source explains."""

from collections.abc import Iterator
from datetime import date

from site_builder.foundation.diagnostic import Finding
from site_builder.meaning.link import PlanIndex


def ensure_explanations_have_a_source_or_a_mark(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that an explanation in the glossary either comes from a source or is marked as a general one."""
    for record in index.terms.values():
        if not (record.value.sources or record.value.general_explanation):
            yield Finding(record.span("definition"), {"id": record.value.id})
