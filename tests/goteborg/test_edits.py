"""Span edits on every file of the content: nothing outside the node changes, and no comment is lost."""

import random
from pathlib import Path

import pytest

from site_builder.editing.edit import Value
from site_builder.editing.items import with_item, with_item_moved
from site_builder.editing.nodes import Nodes
from site_builder.editing.values import with_value, without
from tests.test_editing import comments, outside, read
from tests.workspace import ROOT

FILES = sorted((ROOT / "content").rglob("*.yaml"))
NEW: tuple[Value, ...] = ("kort", "2:3", "a: b", "Ett stycke.\n\n- och en lista", "ord " * 50 + "slut", 7)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_sample_of_edits_of_every_file(file: Path) -> None:
    """Of every kind, at places that are drawn; whatever is put in and taken away again leaves the file as it was."""
    chance = random.Random(file.name)
    source = read(file.read_text(encoding="utf-8"), file.relative_to(ROOT).as_posix())
    places = [keys for keys in source.places if keys]
    for keys in chance.sample(places, min(len(places), 12)):
        value = Nodes(source).value(keys)
        if isinstance(value, str):
            made = with_value(source, keys, chance.choice(NEW))
            assert outside(source, made, keys)
            assert comments(made.text) == comments(source.text)
        elif isinstance(value, dict):
            made = with_value(source, (*keys, "new_key"), {"a": ["b"]})
            assert without(made, (*keys, "new_key")).text == source.text
        elif isinstance(value, list) and value:
            number = chance.randrange(len(value))
            made = with_item(source, keys, number, {"a": "b"})
            assert without(made, (*keys, number)).text == source.text
            assert with_item_moved(with_item_moved(source, keys, 0, number), keys, number, 0).text == source.text
