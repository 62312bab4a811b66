"""Names of files work on every machine, and make addresses that can be read out and typed."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.language.slugs import slug
from site_builder.meaning.link import PlanIndex

NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*(?:\.[a-z]+)?")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # devices on Windows


def ensure_file_names_are_plain(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that files and folders are named with small letters, digits and hyphens: they become addresses."""
    sources = {record.source.path for _, record in (*index.records, *index.remains)}
    for path in sorted({*sources, *(page.path for page in index.hand_written)}):
        for part in path.split("/")[1:]:
            if not NAME.fullmatch(part) or RESERVED.fullmatch(part):
                yield Finding(Span(path), {"name": part, "suggestion": _plain(part)})


def _plain(name: str) -> str:
    stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
    plain = slug(unicodedata.normalize("NFC", stem))
    return "" if not plain or RESERVED.fullmatch(plain) else f"{plain}{dot}{ending.lower()}"
