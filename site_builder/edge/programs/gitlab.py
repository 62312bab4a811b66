"""Diagnostics as GitLab's report of code quality, which it shows in a merge request and beside its lines."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence

from site_builder.edge.bounds import bounded
from site_builder.edge.report import message, told
from site_builder.foundation.diagnostic import Diagnostic, Severity
from site_builder.foundation.strings import Strings

LEVELS = {Severity.ERROR: "blocker", Severity.WARNING: "minor", Severity.INFO: "info"}


def as_gitlab(diagnostics: Sequence[Diagnostic], _texts: Mapping[str, str], strings: Strings) -> str:
    """Return the diagnostics as a JSON array.

    A finding keeps its fingerprint when lines are put in above it, so that GitLab does not take it for a new one.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for item in bounded(diagnostics):
        words = message(item, strings)
        same = (item.span.path, item.code, words)
        seen[same] += 1
        found.append(
            {
                "description": told(item, strings),
                "check_name": item.code,
                "fingerprint": _fingerprint(*same, str(seen[same])),
                "severity": LEVELS[item.severity],
                "location": {"path": item.span.path, "lines": {"begin": item.span.line, "end": item.span.end_line}},
            }
        )
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _fingerprint(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:32]
