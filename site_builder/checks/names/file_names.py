"""Names of files work on every machine, and make addresses that can be read out and typed."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from site_builder.foundation.diagnostic import Finding, Span
from site_builder.foundation.language.slugs import slug
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex
from site_builder.reading.layout import kind_named, name_of
from site_builder.reading.validate import Identity

NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*(?:\.[a-z]+)?")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # devices on Windows


def ensure_file_names_are_plain(index: PlanIndex, _: date) -> Iterator[Finding]:
    """Ensure that files and folders are named with small letters, digits and hyphens: they become addresses.

    A copy that still has the id of the file it was made of is told as such.
    """
    sources = {record.source.path: (identity, record) for identity, record in (*index.remains, *index.records)}
    for path in sorted({*sources, *(page.path for page in index.hand_written)}):
        for part in path.split("/")[1:]:
            if not is_plain(part):
                meant = _meant(*sources[path]) if path in sources and path.endswith(part) else _plain(part)
                if path.removesuffix(part) + meant not in sources:
                    yield Finding(Span(path), {"name": part, "suggestion": meant})


def is_plain(name: str) -> bool:
    """Tell whether a file or folder may be called so."""
    return bool(NAME.fullmatch(name) and not RESERVED.fullmatch(name))


def _meant(identity: Identity, record: Record[BaseModel]) -> str:
    """Return what a file is to be called: by the id in it, where there is one."""
    kind = kind_named(identity.kind)
    written = getattr(record.value, kind.id_field, None) if kind.id_field and not kind.list_key else None
    name = f"{name_of(kind, str(written))}.yaml"
    return name if written and is_plain(name) else _plain(record.source.path.rpartition("/")[2])


def _plain(name: str) -> str:
    stem, dot, ending = name.rpartition(".") if "." in name else (name, "", "")
    plain = slug(unicodedata.normalize("NFC", stem))
    return "" if not plain or RESERVED.fullmatch(plain) else f"{plain}{dot}{ending.lower()}"
