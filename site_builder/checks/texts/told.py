"""Faults of texts as findings at their places in the files."""

from collections.abc import Iterator

from site_builder.checks.texts.judged import Fault, Kind, faults
from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.source import span_in
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import Passage, Style


def faults_of(passage: Passage) -> tuple[Fault, ...]:
    """Return what is wrong with a passage as Markdown; a label is none. A page is judged with its code."""
    if passage.style is Style.LABEL:
        return ()
    return faults(_text(passage), passage.style)


def told(index: PlanIndex, kind: Kind, value: str = "text") -> Iterator[Finding]:
    """Yield a finding for each fault of a kind, with what stands there as its `value`."""
    for passage in index.texts:
        for fault in faults_of(passage):
            if fault.kind is kind:
                yield finding(passage, fault.start, fault.end, value)


def finding(passage: Passage, start: int, end: int, value: str = "text") -> Finding:
    """Return a finding about a part of a passage."""
    written = _text(passage)[start:end]
    return Finding(_span(passage, start, end), {value: " ".join(written.split())[:80]})


def _text(passage: Passage) -> str:
    return passage.source.text if passage.style is Style.PAGE else passage.text


def _span(passage: Passage, start: int, end: int) -> Span:
    if passage.style is Style.PAGE:
        return span_in(passage.source, start, end)
    if not passage.text[start:end].strip():
        return passage.source.place(passage.keys).value
    return passage.span(start, end)
