"""Diagnostics as a person or a program reads them: text with an excerpt, JSON, GitHub annotations, SARIF."""

import json
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

from site_builder.edge.bounds import MORE, RELATED, Excerpts, bounded, short, visible
from site_builder.foundation.diagnostic import Diagnostic, Severity, Span
from site_builder.foundation.strings import Strings
from site_builder.foundation.swedish import slug

Renderer = Callable[[Sequence[Diagnostic], Mapping[str, str], Strings], str]


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
    return f"{words} {strings('report.did-you-mean', suggestion=suggestion)}" if suggestion else words


def advice(diagnostic: Diagnostic, strings: Strings) -> str:
    """Return what to do about it."""
    if diagnostic.code == MORE:
        return strings("report.more-advice")
    return strings(f"messages.{diagnostic.code}.advice").format_map(_shown(diagnostic))


def as_text(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], strings: Strings) -> str:
    """Return each diagnostic as `path:line:column: fel [code] …` with an excerpt and advice, and a sum at the end."""
    excerpts = Excerpts(texts)
    blocks = ["\n".join(_block(item, excerpts, strings)) for item in bounded(diagnostics)]
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


def as_github(diagnostics: Sequence[Diagnostic], _texts: Mapping[str, str], strings: Strings) -> str:
    """Return the diagnostics as workflow commands, which GitHub shows beside the lines of a change."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    lines = []
    for item in bounded(diagnostics):
        words = _command_text(f"{message(item, strings)} {advice(item, strings)}")
        path = _command_text(item.span.path).replace(":", "%3A").replace(",", "%2C")
        place = f"file={path},line={item.span.line},col={item.span.column}"
        lines.append(f"::{levels[item.severity]} {place},title={item.code}::{words}\n")
    return "".join(lines)


def as_sarif(diagnostics: Sequence[Diagnostic], _texts: Mapping[str, str], strings: Strings) -> str:
    """Return the diagnostics as SARIF 2.1.0, which code hosts take in."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    results = [
        {
            "ruleId": item.code,
            "level": levels[item.severity],
            "message": {"text": f"{message(item, strings)} {advice(item, strings)}"},
            "locations": [{"physicalLocation": _physical(item.span)}],
        }
        for item in bounded(diagnostics)
    ]
    rules = [{"id": code} for code in sorted({item.code for item in bounded(diagnostics)})]
    tool = {"driver": {"name": "plan-site", "rules": rules}}
    run = {"tool": tool, "columnKind": "unicodeCodePoints", "results": results}
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


RENDERERS: Mapping[str, Renderer] = {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}


def _shown(diagnostic: Diagnostic) -> _Blank:
    return _Blank({name: short(value, name) for name, value in diagnostic.values.items()})


def _command_text(text: str) -> str:
    """Return a text that no workflow command can begin or end in."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _block(item: Diagnostic, excerpts: Excerpts, strings: Strings) -> list[str]:
    span, severity = item.span, strings(f"report.severity.{item.severity}")
    lines = [f"{visible(span.path)}:{span.line}:{span.column}: {severity} [{item.code}] {message(item, strings)}"]
    lines += excerpts.of(span) if item.code != MORE else ()
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


def _physical(span: Span) -> dict[str, object]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"artifactLocation": {"uri": quote(os.fsencode(span.path))}, "region": region}
