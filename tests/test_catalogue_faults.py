"""A fault in a file of words is the program's own: it is told with its place, without the words, and exits 2."""

from pathlib import Path

import pytest

from site_builder.reading.bare_yaml import bare_data
from site_builder.reading.read import CATALOGUES
from site_builder.reading.yaml_reader import parse
from tests.workspace import Workspace


@pytest.mark.parametrize("words", ["messages", "cli"])
@pytest.mark.parametrize(
    ("added", "place"),
    [(b"a: [b\n", "[yaml-syntax]"), (b"<<<<<<< gren\n", "[merge-marker]"), (b"a: \xff\n", "[not-utf8]")],
)
def test_a_broken_file_of_words_is_told_with_its_place(
    workspace: Workspace, added: bytes, place: str, words: str
) -> None:
    path = f"site_builder/strings/sv/{words}.yaml"
    file = workspace.root / path
    lines = file.read_bytes().count(b"\n") + 1
    file.write_bytes(file.read_bytes() + added)
    workspace.write("content/site.yaml", "name: [\n")
    ran = workspace.run("site_builder", "check")
    assert ran.code == 2
    assert f"{path}:{lines}:" in ran.err
    assert place in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("file", sorted(CATALOGUES.rglob("*.yaml")), ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_words_are_read_the_same_with_places_and_without(file: Path) -> None:
    """The program reads them without; the reader that knows places also knows a key that stands twice."""
    text = file.read_text("utf-8")
    source, faults = parse(file.name, text)
    assert faults == ()
    assert source
    assert source.data == bare_data(text)
