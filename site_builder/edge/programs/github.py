"""Diagnostics as workflow commands, which GitHub and Forgejo show beside the lines of a change."""

from collections.abc import Mapping, Sequence

from site_builder.edge.bounds import bounded
from site_builder.edge.report import told
from site_builder.foundation.diagnostic import Diagnostic, Severity
from site_builder.foundation.strings import Strings

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(diagnostics: Sequence[Diagnostic], _texts: Mapping[str, str], strings: Strings) -> str:
    """Return each diagnostic on a line of its own, and nothing that could begin another."""
    lines = []
    for item in bounded(diagnostics):
        words = _text(told(item, strings))
        place = f"file={_value(item.span.path)},line={item.span.line},col={item.span.column}"
        lines.append(f"::{LEVELS[item.severity]} {place},title={_value(item.code)}::{words}\n")
    return "".join(lines)


def _text(text: str) -> str:
    """Return a text that no command can begin or end in."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    """Return the value of a property, which no colon or comma may end."""
    return _text(text).replace(":", "%3A").replace(",", "%2C")
