"""Help that nobody has an address for."""

from collections.abc import Iterator
from datetime import date

from site_builder.foundation.diagnostic import Finding
from site_builder.meaning.link import PlanIndex


def ensure_help_leads_somewhere(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that whoever looks after the site knows which help has neither a number nor an address that was tried."""
    for record in index.help:
        line = record.value
        if not line.phone and not (line.link and line.verified):
            yield Finding(record.span("link" if line.link else "title"), {"title": line.title})
