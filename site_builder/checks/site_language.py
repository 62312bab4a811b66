"""The language of the site: one that there are words of."""

from collections.abc import Iterator
from datetime import date

from site_builder.foundation.diagnostic import Finding
from site_builder.foundation.language.spoken import spoken
from site_builder.meaning.link import PlanIndex


def ensure_the_language_has_words(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that the site is in the language that it says: there have to be words of it."""
    if index.site and index.site.value.language != spoken().code:
        yield Finding(
            index.site.span("language"), {"text": index.site.value.language, "known": ", ".join(spoken().known)}
        )
