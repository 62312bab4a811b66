"""Diagnostics as SARIF 2.1.0, which code hosts and editors take in."""

import json
import os
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from site_builder.edge.bounds import RELATED, bounded
from site_builder.edge.report import told
from site_builder.foundation.diagnostic import Diagnostic, Severity, Span
from site_builder.foundation.strings import Strings

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(diagnostics: Sequence[Diagnostic], _texts: Mapping[str, str], strings: Strings) -> str:
    """Return the diagnostics as one run, with the rules that they break."""
    shown = bounded(diagnostics)
    rules = [_rule(code, strings) for code in sorted({item.code for item in shown})]
    run = {
        "tool": {"driver": {"name": "plan-site", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, strings) for item in shown],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, strings: Strings) -> dict[str, object]:
    """Return what is known of a rule; of a fault in a file its message alone, which stands with the finding."""
    rule, why = (strings.find(f"checks.{code}.{part}") for part in ("rule", "why"))
    return {"id": code, **({"shortDescription": {"text": rule}, "fullDescription": {"text": why}} if rule else {})}


def _result(item: Diagnostic, strings: Strings) -> dict[str, object]:
    return {
        "ruleId": item.code,
        "level": LEVELS[item.severity],
        "message": {"text": told(item, strings)},
        "locations": [{"physicalLocation": _physical(item.span)}],
        "relatedLocations": [{"physicalLocation": _physical(other)} for other in item.related[:RELATED]],
    }


def _physical(span: Span) -> dict[str, object]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"artifactLocation": {"uri": quote(os.fsencode(span.path))}, "region": region}
