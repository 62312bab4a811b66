"""Titles and headings of hand-written pages."""

import re
from collections.abc import Iterator
from datetime import date

from site_builder.checks.texts.judged import Kind
from site_builder.checks.texts.told import faults_of, finding, told
from site_builder.foundation.diagnostic import Finding, Span
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import ContentText, Style

# Headings of the first level as Python-Markdown finds them: after a number sign, or above a line of =.
FIRST_LEVEL = re.compile(r"^(?:#[^#\n][^\n]*|(?<=\S\n)=+ *$)", re.MULTILINE)


def ensure_headings_have_words(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that no heading of a hand-written page is empty: it would stand in the contents without a name."""
    return told(index, Kind.EMPTY_HEADING)


def ensure_pages_have_one_title(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that a hand-written page has exactly one heading of the first level: it is the page's title."""
    for text_here in index.texts:
        if text_here.style is Style.PAGE:
            headings = list(FIRST_LEVEL.finditer(text_here.text))
            title = next((found for found in headings if found[0].startswith("# ")), None)
            if title is None:
                yield Finding(Span(text_here.source.path), {"text": ""})
            else:
                yield from (finding(text_here, *found.span()) for found in headings if found is not title)
                if len(headings) == 1:
                    yield from _inner_titles(text_here)


def _inner_titles(text_here: ContentText) -> Iterator[Finding]:
    """Yield the titles inside something else, such as a quotation."""
    inner = (fault for fault in faults_of(text_here) if fault.kind is Kind.TITLE)
    yield from (finding(text_here, fault.start, fault.end) for fault in inner)
