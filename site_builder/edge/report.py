"""Diagnostics as a person reads them: text with an excerpt, in colour on a terminal; and as plain JSON."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TextIO

from msgspec import Struct, field

from site_builder.edge.bounds import MORE, RELATED, Excerpts, bounded, short, visible
from site_builder.foundation.diagnostic import Diagnostic, Severity
from site_builder.foundation.language.slugs import slug
from site_builder.foundation.strings import Strings

Renderer = Callable[[Sequence[Diagnostic], Mapping[str, str], Strings], str]


class Ink(Struct, frozen=True):
    """How parts of a text are told apart on a terminal. The words say all of it without colour too."""

    codes: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, part: str, words: str) -> str:
        """Return the words of a part, marked as it is."""
        code = self.codes.get(part)
        return f"\x1b[{code}m{words}\x1b[0m" if code else words


PLAIN = Ink()
COLOURED = Ink({"place": "1", "error": "1;31", "warning": "1;33", "info": "1;36"})


def ink_for(stream: TextIO, environment: Mapping[str, str]) -> Ink:
    """Return colours for a terminal that can show them, unless somebody has asked for none (no-color.org)."""
    unwanted = environment.get("NO_COLOR") or environment.get("TERM") == "dumb"
    return COLOURED if stream.isatty() and not unwanted else PLAIN


class _Blank(dict[str, str]):
    """A message may name a value that this finding does not have: nothing is shown there."""

    def __missing__(self, key: str) -> str:
        return ""


def message(diagnostic: Diagnostic, strings: Strings) -> str:
    """Return what is wrong, in one line, with the suggestion if there is one."""
    if diagnostic.code == MORE:
        return strings("report.more", **diagnostic.values)
    values = _shown(diagnostic)
    if problem := values.get("problem"):
        known = strings.find(f"messages.{diagnostic.code}.problems.{slug(problem)}")
        values["problem"] = str(known or strings(f"messages.{diagnostic.code}.problems.other"))
    words = strings(f"messages.{diagnostic.code}.text").format_map(values)
    suggestion = values.get("suggestion")
    return f"{_ended(words)} {strings('report.did-you-mean', suggestion=suggestion)}" if suggestion else words


def advice(diagnostic: Diagnostic, strings: Strings) -> str:
    """Return what to do about it."""
    if diagnostic.code == MORE:
        return strings("report.more-advice")
    return strings(f"messages.{diagnostic.code}.advice").format_map(_shown(diagnostic))


def told(diagnostic: Diagnostic, strings: Strings) -> str:
    """Return what is wrong and what to do about it, one after the other."""
    return f"{_ended(message(diagnostic, strings))} {advice(diagnostic, strings)}"


def _ended(words: str) -> str:
    """Return words that end as a sentence does, also where the last of them is what somebody has written."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def as_text(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], strings: Strings, ink: Ink = PLAIN) -> str:
    """Return each diagnostic as `path:line:column: fel [code] …` with an excerpt and advice, and a sum at the end."""
    excerpts = Excerpts(texts)
    blocks = ["\n".join(_block(item, excerpts, strings, ink)) for item in bounded(diagnostics)]
    return "\n\n".join([*blocks, summary(diagnostics, strings)]) + "\n"


def summary(diagnostics: Sequence[Diagnostic], strings: Strings) -> str:
    """Return how many of each severity there are."""
    counts = Counter(item.severity for item in diagnostics)
    found = [severity for severity in Severity if counts[severity]]
    forms = {severity: "severity" if counts[severity] == 1 else "severities" for severity in found}
    parts = [f"{counts[severity]} {strings(f'report.{forms[severity]}.{severity}')}" for severity in found]
    return ", ".join(parts) if parts else strings("report.nothing-found")


def as_json(diagnostics: Sequence[Diagnostic], _texts: Mapping[str, str], strings: Strings) -> str:
    """Return the diagnostics as a JSON array."""
    return json.dumps([_object(item, strings) for item in bounded(diagnostics)], ensure_ascii=False, indent=2) + "\n"


def _shown(diagnostic: Diagnostic) -> _Blank:
    return _Blank({name: short(value, name) for name, value in diagnostic.values.items()})


def _block(item: Diagnostic, excerpts: Excerpts, strings: Strings, ink: Ink) -> list[str]:
    span, severity = item.span, ink(item.severity, strings(f"report.severity.{item.severity}"))
    place = ink("place", f"{visible(span.path)}:{span.line}:{span.column}:")
    lines = [f"{place} {severity} [{item.code}] {message(item, strings)}"]
    if item.code != MORE:
        lines += [ink(item.severity, line) if carets else line for carets, line in enumerate(excerpts.of(span))]
    lines += [
        strings("report.related", place=f"{visible(other.path)}:{other.line}:{other.column}")
        for other in item.related[:RELATED]
    ]
    return [*lines, strings("report.advice", advice=advice(item, strings))]


def _object(item: Diagnostic, strings: Strings) -> dict[str, object]:
    return {
        "severity": item.severity.value,
        "code": item.code,
        "path": item.span.path,
        "line": item.span.line,
        "column": item.span.column,
        "end_line": item.span.end_line,
        "end_column": item.span.end_column,
        "message": message(item, strings),
        "advice": advice(item, strings),
        "related": [
            {"path": other.path, "line": other.line, "column": other.column} for other in item.related[:RELATED]
        ],
    }
