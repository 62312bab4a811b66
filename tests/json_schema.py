"""JSON Schema, as a reader of it that is not ours takes it.

Its package makes some forty parsers of addresses as soon as it is imported, which takes seconds. So it is imported
where a test asks for it, and not by every process that only has to know which tests there are.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


def validator(schema: Mapping[str, Any], *, formats: bool = False) -> "Draft202012Validator":
    """Return what holds values against a schema, and against the formats that it names where that is asked for."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER if formats else None)


def check_schema(schema: Mapping[str, Any]) -> None:
    """Raise `jsonschema.SchemaError` unless a schema is one."""
    validator({}).check_schema(schema)
