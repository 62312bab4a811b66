"""A fault in a file of words is the program's own: it is told with its place, without the words, and exits 2."""

import pytest

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
