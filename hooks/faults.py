"""The faults of the content as the page shows them while it is served: words, place and caret."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from site_builder.edge.bounds import MORE, Excerpts, bounded, visible
from site_builder.edge.report import advice, message, summary
from site_builder.foundation.diagnostic import Diagnostic, Severity
from site_builder.foundation.strings import Strings


class Fault(Struct, frozen=True):
    """One finding: where it is, what is wrong, the line with carets below, and what to do."""

    place: str
    severity: str
    code: str
    message: str
    excerpt: str
    advice: str


class Faults(Struct, frozen=True):
    """All findings, the errors first. `is_old` tells whether the page below is that of the last good content."""

    summary: str
    found: tuple[Fault, ...]
    is_old: bool


def faults_of(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], strings: Strings, is_old: bool) -> Faults:
    """Return what is wrong, as far as anybody can read it all."""
    excerpts = Excerpts(texts)
    errors_first = sorted(bounded(diagnostics), key=lambda item: item.severity is not Severity.ERROR)
    found = tuple(_fault(item, excerpts, strings) for item in errors_first)
    return Faults(summary(diagnostics, strings), found, is_old)


def _fault(item: Diagnostic, excerpts: Excerpts, strings: Strings) -> Fault:
    return Fault(
        place=f"{visible(item.span.path)}:{item.span.line}:{item.span.column}",
        severity=strings(f"report.severity.{item.severity}"),
        code=item.code,
        message=message(item, strings),
        excerpt="\n".join(excerpts.of(item.span)) if item.code != MORE else "",
        advice=advice(item, strings),
    )
