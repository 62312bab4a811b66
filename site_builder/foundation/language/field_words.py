"""What a field of a model is called and what it is for, in the language of the site.

The models say it in Swedish. A catalogue of another language has each text of theirs in `schema.yaml`, and those of the
data contract in `contract.yaml`.
"""

import re
from typing import Any

from pydantic.fields import FieldInfo

from site_builder.foundation.language.spoken import spoken

EXPLAINED = re.compile(r"\b(\w++) \(([^()]++)\)")


def title_of(name: str, field: FieldInfo) -> str:
    """Return what a field is called; by its name in the files where it has no title."""
    return spoken().translated(field.title) if field.title else name


def help_of(field: FieldInfo) -> str:
    """Return what a field is for; nothing where it does not say."""
    return spoken().translated(field.description) if field.description else ""


def explained(about: str) -> dict[str, str]:
    """Return what the help of a field says of each value that it may have: `responsible (ansvarar)`."""
    return dict(EXPLAINED.findall(about))


def translate_schema(schema: Any) -> None:
    """Put the titles and help in a JSON Schema into the language of the site."""
    if isinstance(schema, list):
        for part in schema:
            translate_schema(part)
    if not isinstance(schema, dict):
        return
    for key in ("title", "description"):
        if isinstance(schema.get(key), str):
            schema[key] = spoken().translated(schema[key])
    for key, part in schema.items():
        if key not in ("default", "enum"):
            translate_schema(part)
