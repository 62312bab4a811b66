"""JSON Schema files from pydantic models: what pydantic says, less what is in English and meant for programmers."""

import json
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from site_builder.foundation.page import Artifact

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_file(model: type[BaseModel], path: str, base: str, mode: Literal["validation", "serialization"]) -> Artifact:
    """Return the JSON Schema of a model as a file at `path` below the site's address `base`.

    `validation` describes what may be written (fields with a default may be left out), `serialization` what comes out
    (every key is always there) and is open: who holds today's schema against tomorrow's file, which may have more
    keys, finds no fault.
    """
    return Artifact(path, _written(model, base + path, mode))


@cache
def _written(model: type[BaseModel], identity: str, mode: Literal["validation", "serialization"]) -> bytes:
    """Return the schema as it is published; while the site is served, models stay as they are."""
    schema = model.model_json_schema(mode=mode)
    for definition in (schema, *schema.get("$defs", {}).values()):
        _drop_docstring(definition)
        if mode == "serialization":
            definition.pop("additionalProperties", None)
    title = model.model_config.get("title")
    head = {"$schema": DIALECT, "$id": identity, **({"title": title} if title else {})}
    text = json.dumps({**head, **schema}, ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def _drop_docstring(definition: dict[str, Any]) -> None:
    """Drop a class's name and docstring, which are for programmers; its fields carry Swedish titles and help."""
    definition.pop("title", None)
    definition.pop("description", None)
