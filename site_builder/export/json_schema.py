"""JSON Schema files from pydantic models: what pydantic says, less what is in English and meant for programmers."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from site_builder.foundation.language.field_words import translate_schema
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.page import Artifact

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ID = b'"$id": "'  # of the schema itself: the first in it
WHOLE = r"^[+-]?[0-9]+$"
LIKE_NUMBERS = ("7", "2022", "12.5", "1e5", "0123456789012345")  # as a text may be written, and YAML 1.2 reads a number

LIKE_CHOICES = ("true", "False")  # and as YAML 1.2 reads a yes or no


def schema_file(model: type[BaseModel], path: str, mode: Literal["validation", "serialization"]) -> Artifact:
    """Return the JSON Schema of a model as a file at `path` of a site whose address is not known (see `addressed`).

    `validation` describes what may be written (fields with a default may be left out), `serialization` what comes out
    (every key is always there) and is open: who holds today's schema against tomorrow's file, which may have more
    keys, finds no fault.
    """
    return Artifact(path, _written(model, path, mode, spoken().code))


def addressed(path: str, schema: bytes, base: str) -> Artifact:
    """Return a schema as a site at the address `base` has it, which is part of its name and of nothing else in it."""
    return Artifact(path, schema.replace(ID, ID + json.dumps(base, ensure_ascii=False)[1:-1].encode(), 1))


def what_may_be_written(model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema of a model as one that an editor's tools hold a file of YAML against."""
    schema = model.model_json_schema(mode="validation")
    translate_schema(schema)
    for definition in (schema, *schema.get("$defs", {}).values()):
        _drop_docstring(definition)
    _as_yaml(schema)
    return schema


@cache
def _written(model: type[BaseModel], path: str, mode: Literal["validation", "serialization"], _: str) -> bytes:
    """Return the schema as it is published; while the site is served, models stay as they are."""
    schema = what_may_be_written(model) if mode == "validation" else _what_comes_out(model)
    title = model.model_config.get("title")
    head = {"$schema": DIALECT, "$id": path, **({"title": spoken().translated(title)} if title else {})}
    return as_json({**head, **schema})


def as_json(data: object) -> bytes:
    """Return data as a file of JSON that people may read too."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def _what_comes_out(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema(mode="serialization")
    translate_schema(schema)
    for definition in (schema, *schema.get("$defs", {}).values()):
        _drop_docstring(definition)
        definition.pop("additionalProperties", None)
    return schema


def _drop_docstring(definition: dict[str, Any]) -> None:
    """Drop a class's name and docstring, which are for programmers; its fields carry titles and help."""
    definition.pop("title", None)
    definition.pop("description", None)


def _as_yaml(node: object) -> None:
    """Let text look like a number or a yes or no, and a whole number stand in quotes.

    To our reader every value is text until a field says what it is; tools that read YAML 1.2 take `2022` for a number
    wherever it stands, and `"2022"` for text.
    """
    if isinstance(node, list):
        for item in node:
            _as_yaml(item)
    if not isinstance(node, dict):
        return
    kinds = node.get("type")
    named = {kinds} if isinstance(kinds, str) else set(kinds) if isinstance(kinds, list) else set()
    if "string" in named and _may_be(node, LIKE_NUMBERS):
        node["type"] = ["string", "number", *(["boolean"] if _may_be(node, LIKE_CHOICES) else [])]
    elif named == {"integer"}:
        node |= {"type": ["integer", "string"], "pattern": WHOLE}
    for key, part in node.items():
        if key not in ("default", "enum"):
            _as_yaml(part)


def _may_be(node: Mapping[str, Any], looks: Sequence[str]) -> bool:
    """Tell whether a text of this kind can look like one of these; where it cannot, such a value is still marked."""
    if "enum" in node or node.get("format") == "date":
        return False
    return "pattern" not in node or any(re.search(node["pattern"], text) for text in looks)
