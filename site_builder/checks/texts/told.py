"""Faults of texts as findings at their places in the files."""

from collections.abc import Iterator

from site_builder.checks.texts.judged import Fault, Kind, faults
from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.later import kept
from site_builder.foundation.source import span_in
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.texts import ContentText, Style


def faults_of(text_here: ContentText) -> tuple[Fault, ...]:
    """Return what is wrong with a passage as Markdown; a label is none. A page is judged with its code."""
    if text_here.style is Style.LABEL:
        return ()
    return faults(_text(text_here), text_here.style)


def is_dense(text_here: ContentText) -> bool:
    """Tell whether a passage has more marks than anybody writes: that is told once, and nothing else of its marks."""
    return any(fault.kind is Kind.DENSE for fault in faults_of(text_here))


@kept
def faulty(index: PlanIndex) -> tuple[tuple[ContentText, tuple[Fault, ...]], ...]:
    """Return the passages that have faults, each with them: hardly any, of which many rules ask."""
    found = ((text_here, faults_of(text_here)) for text_here in index.texts)
    return tuple((text_here, faults_here) for text_here, faults_here in found if faults_here)


def told(index: PlanIndex, kind: Kind, value: str = "text") -> Iterator[Finding]:
    """Yield a finding for each fault of a kind, with what stands there as its `value`."""
    for text_here, found in faulty(index):
        for fault in found:
            if fault.kind is kind:
                yield finding(text_here, fault.start, fault.end, value)


def finding(text_here: ContentText, start: int, end: int, value: str = "text") -> Finding:
    """Return a finding about a part of a passage."""
    written = _text(text_here)[start:end]
    return Finding(_span(text_here, start, end), {value: " ".join(written.split())[:80]})


def _text(text_here: ContentText) -> str:
    return text_here.source.text if text_here.style is Style.PAGE else text_here.text


def _span(text_here: ContentText, start: int, end: int) -> Span:
    if text_here.style is Style.PAGE:
        return span_in(text_here.source, start, end)
    if not text_here.text[start:end].strip():
        return text_here.source.place(text_here.keys).value
    return text_here.span(start, end)
