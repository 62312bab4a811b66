"""A file in a folder where another kind of thing belongs: told once, by its place, and not field by field."""

import re
from collections.abc import Mapping

from site_builder.foundation.language.likeness import nearest
from site_builder.foundation.source import SourceFile
from site_builder.reading.layout import CONTENT, FILE_KINDS, FileKind, Location, locate_file, name_of

FEWEST = 2  # fields that are none here before anybody thinks of another kind
UNKNOWN = "…"  # of a place, what the file does not tell


def likely_place(path: str) -> str:
    """Return where a file seems to belong by its path alone, with `{plan}` and `{name}` for what that does not tell.

    Empty for a path where some kind of file belongs, and for one that is like none.
    """
    if not path.startswith(CONTENT) or locate_file(path):
        return ""
    known = {kind.pattern.replace("{plan}", "plan").replace("{name}", "namn"): kind.pattern for kind in FILE_KINDS}
    found = nearest(path.removeprefix(CONTENT), known)
    return (CONTENT + known[found]).replace("{plan}", _plan_above(path) or "{plan}") if found else ""


def written_right(path: str) -> str:
    """Return a path with the ending that files of the content have, whatever an editor's program has made of it."""
    return re.sub(r"\.ya?ml(?:\.txt)?$", ".yaml", path, flags=re.IGNORECASE)


def named(path: str) -> str:
    """Return where a file should stand, by its path alone, for a reader."""
    written = written_right(path)
    return written if locate_file(written) else re.sub(r"\{\w+\}", UNKNOWN, likely_place(path))


def proper_place(source: SourceFile, location: Location | None) -> str:
    """Return the path that what stands in a file asks for; empty where it may stand where it is, or nobody can tell.

    `location` is what the file's own path says, None where no kind of file belongs there.
    """
    if not isinstance(source.data, Mapping) or (location and location.kind.list_key):
        return ""
    fields = set(source.data)
    if location and len(_strange(location.kind, fields)) < FEWEST:
        return ""
    kinds = [kind for kind in FILE_KINDS if not kind.list_key and kind.id_field and _fits(kind, fields)]
    best = min(kinds, key=lambda kind: len(kind.model.model_fields), default=None)
    return _place(best, source) if best else ""


def _strange(kind: FileKind, fields: set[str]) -> set[str]:
    return fields - set(kind.model.model_fields)


def _fits(kind: FileKind, fields: set[str]) -> bool:
    """Tell whether a kind has all of the fields, and needs no others."""
    needed = {name for name, field in kind.model.model_fields.items() if field.is_required()}
    return not _strange(kind, fields) and needed <= fields


def _place(kind: FileKind, source: SourceFile) -> str:
    data = source.data
    name = name_of(kind, str(data.get(kind.id_field) or UNKNOWN)) if isinstance(data, Mapping) else UNKNOWN
    plan = name if kind.kind == "plan" else _plan_above(source.path) or UNKNOWN
    return CONTENT + kind.pattern.replace("{plan}", plan).replace("{name}", name)


def _plan_above(path: str) -> str:
    """Return the plan in whose folder a file lies; empty outside of all."""
    parts = path.split("/")
    return parts[2] if path.startswith(f"{CONTENT}plans/") and len(parts) > 3 else ""
