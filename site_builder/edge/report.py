"""Diagnostics as a person or a program reads them: text with an excerpt, JSON, GitHub annotations, SARIF."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

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
    values = _Blank(diagnostic.values)
    if problem := values.get("problem"):
        known = strings.find(f"messages.{diagnostic.code}.problems.{slug(problem)}")
        values["problem"] = str(known or strings(f"messages.{diagnostic.code}.problems.other"))
    words = strings(f"messages.{diagnostic.code}.text").format_map(values)
    suggestion = values.get("suggestion")
    return f"{words} {strings('report.did-you-mean', suggestion=suggestion)}" if suggestion else words


def advice(diagnostic: Diagnostic, strings: Strings) -> str:
    """Return what to do about it."""
    return strings(f"messages.{diagnostic.code}.advice").format_map(_Blank(diagnostic.values))


def as_text(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], strings: Strings) -> str:
    """Return each diagnostic as `path:line:column: fel [code] …` with an excerpt and advice, and a sum at the end."""
    blocks = ["\n".join(_block(item, texts, strings)) for item in diagnostics]
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
    return json.dumps([_object(item, strings) for item in diagnostics], ensure_ascii=False, indent=2) + "\n"


def as_github(diagnostics: Sequence[Diagnostic], _texts: Mapping[str, str], strings: Strings) -> str:
    """Return the diagnostics as workflow commands, which GitHub shows beside the lines of a change."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    lines = []
    for item in diagnostics:
        words = f"{message(item, strings)} {advice(item, strings)}".replace("%", "%25").replace("\n", "%0A")
        place = f"file={item.span.path},line={item.span.line},col={item.span.column}"
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
        for item in diagnostics
    ]
    rules = [{"id": code} for code in sorted({item.code for item in diagnostics})]
    tool = {"driver": {"name": "plan-site", "rules": rules}}
    run = {"tool": tool, "columnKind": "unicodeCodePoints", "results": results}
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


RENDERERS: Mapping[str, Renderer] = {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}


def _block(item: Diagnostic, texts: Mapping[str, str], strings: Strings) -> list[str]:
    span, severity = item.span, strings(f"report.severity.{item.severity}")
    lines = [f"{span.path}:{span.line}:{span.column}: {severity} [{item.code}] {message(item, strings)}"]
    lines += _excerpt(span, texts)
    lines += [strings("report.related", place=f"{other.path}:{other.line}:{other.column}") for other in item.related]
    return [*lines, strings("report.advice", advice=advice(item, strings))]


def _excerpt(span: Span, texts: Mapping[str, str]) -> list[str]:
    """Return the line at fault and carets below it; nothing where the fault is the file itself."""
    lines = texts.get(span.path, "").split("\n")
    if span.line > len(lines) or not lines[span.line - 1].strip():
        return []
    line = lines[span.line - 1]
    last = span.end_column if span.end_line == span.line else len(line) + 1
    width = max(1, min(last, len(line) + 1) - span.column)
    margin = len(str(span.line)) + 2
    return [f" {span.line} | {line}", f"{' ' * margin}| {' ' * (span.column - 1)}{'^' * width}"]


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
        "related": [{"path": other.path, "line": other.line, "column": other.column} for other in item.related],
    }


def _physical(span: Span) -> dict[str, object]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"artifactLocation": {"uri": span.path}, "region": region}
