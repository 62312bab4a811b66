"""Göteborg's content as an editor's tools read it: not one line of it is marked."""

import json
from functools import cache
from typing import Any

import pytest

from site_builder.edge.inputs import Inputs, inputs
from site_builder.export.editor.schemas import schema_path, schemas
from site_builder.export.editor.settings import MAPPING, SETTINGS, schemas_by_file
from site_builder.export.editor_schemas import editor_schemas
from site_builder.reading.layout import locate_file
from tests.json_schema import validator
from tests.workspace import ROOT
from tests.yaml_12 import as_yaml_12


@cache
def given() -> Inputs:
    return inputs(ROOT, history=False)


@cache
def found() -> dict[str, Any]:
    """The schemas with ids that help while typing, and those that are published, by path."""
    made = (*schemas(given().check().index, given().strings), *editor_schemas())
    return {artifact.path: json.loads(artifact.data) for artifact in made}


@pytest.mark.parametrize("published", [False, True], ids=["with ids", "published"])
def test_good_content_has_no_false_fault(published: bool) -> None:
    """Every file fits the schema of its kind, read as YAML 1.2."""
    marked = []
    for path in (path for path in given().texts if path.startswith("content/")):
        location = locate_file(path)
        assert location
        kind = location.kind
        schema = found()[f"data/schema/{kind.kind}.schema.json" if published else schema_path(kind, location.plan)]
        faults = validator(schema).iter_errors(as_yaml_12(given().texts[path]))
        marked += [(path, fault.json_path, fault.message[:200]) for fault in faults]
    assert marked == []


def test_the_settings_map_the_plans_that_there_are() -> None:
    """`python -m site_builder schema` has been run since a plan came or went."""
    settings = json.loads((ROOT / SETTINGS).read_text(encoding="utf-8"))
    meant = schemas_by_file(given().check().index)
    differing = [
        file for file in settings[MAPPING].keys() | meant.keys() if settings[MAPPING].get(file) != meant.get(file)
    ]
    assert differing == []  # and not the whole of it, which takes minutes to print
