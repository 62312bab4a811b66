"""The JSON Schemas for editors, and what the schema itself promises."""

import json
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from schema.background import Draft
from schema.base import Model, SourceReference
from schema.follow_up import FollowUp
from schema.intervention import Intervention
from schema.plan import FocusArea
from site_builder.export.editor_schemas import editor_schemas
from site_builder.export.json_schema import addressed, what_may_be_written
from site_builder.reading.layout import FILE_KINDS, locate_file
from site_builder.reading.yaml_reader import parse
from tests.json_schema import check_schema, validator
from tests.miniature import texts
from tests.yaml_12 import as_yaml_12

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = {artifact.path: json.loads(artifact.data) for artifact in editor_schemas()}


ENGLISH = re.compile(r"\b(the|of|is|are|and|which|this|not)\b", re.IGNORECASE)


def models() -> list[type[BaseModel]]:
    """Every model of the package `schema`."""
    names = [f"schema.{file.stem}" for file in (ROOT / "schema").glob("*.py") if file.stem != "__init__"]
    found = {item for name in names for item in vars(import_module(name)).values() if isinstance(item, type)}
    ours = (item for item in found if issubclass(item, BaseModel) and item not in (BaseModel, Model))
    return sorted(ours, key=lambda item: item.__name__)


def schema_of(kind: str) -> Any:
    return SCHEMAS[f"data/schema/{kind}.schema.json"]


def fields(schema: Any) -> Iterator[tuple[str, Any]]:
    """Yield every property of a schema and of the definitions in it."""
    for definition in (schema, *schema.get("$defs", {}).values()):
        yield from definition.get("properties", {}).items()


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_models_are_closed_and_never_change(model: type[BaseModel]) -> None:
    """Every model refuses unknown fields and changes."""
    assert model.model_config.get("frozen") is True
    assert model.model_config.get("extra") == "forbid"


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_is_explained_in_swedish(model: type[BaseModel]) -> None:
    """Every field has a title and a description without English, and both are in the JSON Schema."""
    properties = model.model_json_schema()["properties"]
    assert set(properties) == set(model.model_fields)
    for name, field in model.model_fields.items():
        assert field.title
        assert field.description
        assert (properties[name]["title"], properties[name]["description"]) == (field.title, field.description)
        assert not ENGLISH.search(f"{field.title} {field.description}")


@pytest.mark.parametrize("base", ["", "https://smastad.example/", 'https://smastad.example/"x\\/å/'])
def test_the_address_of_a_site_is_part_of_the_name_of_a_schema_alone(base: str) -> None:
    for artifact in editor_schemas():
        found = json.loads(addressed(artifact.path, artifact.data, base).data)
        assert found == {**SCHEMAS[artifact.path], "$id": base + artifact.path}


def test_every_kind_of_file_has_a_schema() -> None:
    """There is one valid schema for each kind of file, with its own path, and nothing of it is for programmers."""
    assert set(SCHEMAS) == {f"data/schema/{kind.kind}.schema.json" for kind in FILE_KINDS}
    for path, schema in SCHEMAS.items():
        check_schema(schema)
        assert schema["$id"] == path
        assert not any("description" in definition for definition in (schema, *schema.get("$defs", {}).values()))
        assert not any("title" in definition for definition in schema.get("$defs", {}).values())
        assert all(field["title"] and field["description"] for _, field in fields(schema))


def test_kinds_of_text_are_told_apart() -> None:
    """Running text is Markdown; a reference has its form and says what kind of thing it refers to."""
    intervention = schema_of("intervention")
    properties = intervention["properties"]
    assert properties["lead"]["format"] == "markdown"
    assert properties["documents"]["items"]["x-reference"] == "document"
    assert properties["target_categories"]["items"]["x-reference"] == "category"
    reference = intervention["$defs"]["CrossReference"]["properties"]["intervention"]
    assert reference["x-reference"] == "intervention"
    assert validator(reference).is_valid("annan-plan/2:3")
    assert not validator(reference).is_valid("2.3")
    assert "x-reference" not in properties["title"]


@pytest.mark.parametrize("path", [path for path in texts() if path.startswith("content/")])
def test_the_miniature_fits_as_an_editor_reads_it(path: str) -> None:
    """What our reader accepts, an editor's tools accept too, also a number without quotes."""
    location = locate_file(path)
    assert location
    value = as_yaml_12(texts()[path])
    assert list(validator(schema_of(location.kind.kind)).iter_errors(value)) == []


def test_what_our_reader_refuses_an_editor_marks() -> None:
    """An unknown key, a missing one and a wrong choice break the schema."""
    path = "content/plans/ungdomsplan-2023-2026/interventions/1-1.yaml"
    held = validator(schema_of("intervention"))
    for old, new in (("lead:", "ledd:"), ("role: coordinating", "role: leder"), ('"1:1"', '"1.1"')):
        assert not held.is_valid(as_yaml_12(texts()[path].replace(old, new)))


@pytest.mark.parametrize(
    ("model", "field", "good", "wrong"),
    [
        (Draft, "version", ["2022", "2022-10", '"2022"', "2022-10-19"], ["2022-13", "[2022]"]),
        (SourceReference, "page", ["5", '"5"'], ["fem", "5.5"]),
        (SourceReference, "section", ["2022", "1.10", "1e5"], ["[a]", "{a: b}"]),
        (Intervention, "number", ["1:4", '"1:4"'], ["1.4", "14"]),
        (FocusArea, "number", ["1", '"1"'], ["1.5.2", "ett"]),
        (FollowUp, "lock", ["0123456789012345", "0f3a9c1d2b4e5f60"], ["låst", "[]"]),
    ],
)
def test_a_text_that_looks_like_a_number_is_no_fault(
    model: type[BaseModel], field: str, good: list[str], wrong: list[str]
) -> None:
    """What our reader takes, an editor's tools do not mark, whatever YAML 1.2 makes of it; what is wrong they mark."""
    schema = what_may_be_written(model)
    held = validator({**schema["properties"][field], "$defs": schema.get("$defs", {})})
    told = {text: held.is_valid(as_yaml_12(text)) for text in (*good, *wrong)}
    assert told == {**dict.fromkeys(good, True), **dict.fromkeys(wrong, False)}
    for text, fits in told.items():
        source, _ = parse("content/x.yaml", f"{field}: {text}")
        assert source
        with pytest.raises(ValidationError) as faults:
            model.model_validate(source.data)
        assert any(fault["loc"][:1] == (field,) for fault in faults.value.errors()) is not fits
