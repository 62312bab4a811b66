"""Span edits touch nothing but the node that is meant, lose no comment, and read as exactly what was given."""

import random
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.editing.edit import CannotEditError, Value, as_read
from site_builder.editing.items import with_item, with_item_moved
from site_builder.editing.nodes import Nodes
from site_builder.editing.values import with_value, without
from site_builder.foundation.source import KeyPath, SourceFile
from site_builder.reading.yaml_reader import parse
from tests.miniature import texts

MINIATURE = {path: text for path, text in texts().items() if path.endswith(".yaml")}
# What the content never writes, and YAML allows.
ODD = """\
# Överst
plain: text
"quoted key": "text"   # efter citat
empty:
several: ord på
  två rader
single: 'it''s'   # efter
literal: |-
  en

    två
# mellan
folded: >-
  Ett stycke på två
  rader.

  Ett stycke till.

kept: |+
  rad

indented:
    # över första
    -   a
    # över andra
    - b
    -
    -
      under
    - c: "1"   # 2
      # inne
      d: "2"
flat:
- - x
  - y
- {p: 1, "q": [a, b], r: }
- [ ]
flow: [ett, "2:1",   # efter komma
  {tre: fyra}, fem,]
map: {a: b, c: {d: e}}
last: slut"""
STRINGS = st.one_of(
    st.text(alphabet="ab1:[]{}<>&*!|%#-'\"`,.?/\\ \n=@åÅé", min_size=1, max_size=40),
    st.sampled_from(
        [
            "2:3",
            "null",
            "~",
            "yes",
            "0412/22",
            "- a",
            "a: b",
            "a # b",
            "[[1:1]]",
            "ord " * 60,
            "a\n\n- b\n- c",
            "2024",
            " a ",
        ]
    ),
)
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.one_of(STRINGS, st.integers(0, 9999), st.booleans()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(["id", "name", "a:b", "2"]), inner, max_size=3)
    ),
    max_leaves=5,
)


def read(text: str, path: str = "x.yaml") -> SourceFile:
    """Return a text as the reader has it."""
    source, faults = parse(path, text)
    assert source is not None, faults
    return source


def outside(before: SourceFile, after: SourceFile, keys: KeyPath) -> bool:
    """Tell whether the texts are the same outside the lines of the node, with its key."""
    nodes = Nodes(before)
    begins = nodes.key_start(keys) if before.own_place(keys).key else nodes.start(keys)
    if keys and isinstance(keys[-1], int) and not nodes.is_flow(keys[:-1]):
        begins = nodes.dash(keys)
    start = nodes.line_start(begins)
    end = nodes.line_end(nodes.end(keys))
    head, tail = before.text[:start], before.text[end:]
    return after.text.startswith(head) and after.text.endswith(tail)


def scalars(source: SourceFile) -> list[KeyPath]:
    """The keys of every scalar."""
    return [keys for keys in source.places if not isinstance(Nodes(source).value(keys), (dict, list))]


def comments(text: str) -> list[str]:
    """What looks like a comment: enough to see that none is lost, where no value looks like one."""
    return sorted(re.findall(r"(?:^|\s)(#[^\n]*)", text))


def collections(source: SourceFile, kind: type) -> Iterator[KeyPath]:
    return (keys for keys in source.places if isinstance(Nodes(source).value(keys), kind))


FILES = [read(text, path) for path, text in sorted(MINIATURE.items())]
SOURCES = st.one_of(st.just(read(ODD)), st.sampled_from(FILES))


@settings(deadline=None, max_examples=300)
@given(SOURCES, st.data())
def test_a_scalar_is_exchanged_and_nothing_else(source: SourceFile, data: st.DataObject) -> None:
    """Whatever stood there and whatever comes."""
    keys = data.draw(st.sampled_from(scalars(source)))
    value = data.draw(st.one_of(STRINGS, st.integers(0, 3000)))
    made = with_value(source, keys, value)
    assert Nodes(made).value(keys) == as_read(value)
    assert outside(source, made, keys)
    start, end = Nodes(source).start(keys), Nodes(source).end(keys)
    assert made.text.startswith(source.text[:start].rstrip(" "))
    assert made.text.endswith(source.text[end:])


@settings(deadline=None, max_examples=300)
@given(SOURCES, STRINGS, st.data())
def test_any_value_can_be_put_in_and_taken_away_again(source: SourceFile, key: str, data: st.DataObject) -> None:
    """In any mapping; what is left is the text as it was, to the byte."""
    above = data.draw(st.sampled_from(list(collections(source, dict))))
    old = Nodes(source).value(above)
    assert isinstance(old, dict)
    if key.strip() != key or "\n" in key or key in old:
        key = "new_key"
    value = data.draw(VALUES)
    made = with_value(source, (*above, key), value)
    assert Nodes(made).value((*above, key)) == as_read(value)
    assert without(made, (*above, key)).text == source.text


@settings(deadline=None, max_examples=300)
@given(SOURCES, VALUES, st.data())
def test_any_item_can_be_put_in_and_taken_away_again(source: SourceFile, value: Value, data: st.DataObject) -> None:
    """In any list, at any place; what is left is the text as it was, to the byte."""
    keys = data.draw(st.sampled_from(list(collections(source, list))))
    old = Nodes(source).value(keys)
    assert isinstance(old, list)
    number = data.draw(st.integers(0, len(old)))
    made = with_item(source, keys, number, value)
    assert Nodes(made).value((*keys, number)) == as_read(value)
    again = without(made, (*keys, number))
    assert again.text == source.text or (not old and again.data == source.data)


@settings(deadline=None, max_examples=200)
@given(SOURCES, st.data())
def test_an_item_moves_with_all_that_it_holds(source: SourceFile, data: st.DataObject) -> None:
    """There and back again is as it was, and on the way no comment is lost."""
    keys = data.draw(st.sampled_from([keys for keys in collections(source, list) if Nodes(source).value(keys)]))
    items = Nodes(source).value(keys)
    assert isinstance(items, list)
    place, to = (data.draw(st.integers(0, len(items) - 1)) for _ in range(2))
    made = with_item_moved(source, keys, place, to)
    moved = Nodes(made).value(keys)
    assert isinstance(moved, list)
    assert moved[to] == items[place]
    assert comments(made.text) == comments(source.text)
    assert with_item_moved(made, keys, to, place).text == source.text


@settings(deadline=None, max_examples=200)
@given(SOURCES, st.data())
def test_what_is_taken_away_takes_no_comment_outside_it(source: SourceFile, data: st.DataObject) -> None:
    """Any key or item; comments outside its own lines stay."""
    keys = data.draw(st.sampled_from([keys for keys in source.places if keys]))
    made = without(source, keys)
    nodes = Nodes(source)
    start = nodes.dash(keys) if isinstance(keys[-1], int) and not nodes.is_flow(keys[:-1]) else nodes.start(keys)
    start = nodes.key_start(keys) if source.own_place(keys).key else start
    own = comments(source.text[start : nodes.line_end(nodes.end(keys))])
    assert set(comments(source.text)) - set(own) <= set(comments(made.text))


@settings(deadline=None, max_examples=200)
@given(SOURCES, VALUES, st.data())
def test_any_shape_takes_the_place_of_any_other(source: SourceFile, value: Value, data: st.DataObject) -> None:
    """A whole is compared with what stands there; or it is refused and nothing has happened."""
    keys = data.draw(st.sampled_from([keys for keys in source.places if keys]))
    made = with_value(source, keys, value)
    assert Nodes(made).value(keys) == as_read(value)
    assert outside(source, made, keys)


@settings(deadline=None, max_examples=100)
@given(SOURCES, st.randoms())
def test_what_is_given_as_it_stands_changes_nothing(source: SourceFile, chance: random.Random) -> None:
    """The whole of any part, given back, is the same text."""
    keys = chance.choice([keys for keys in source.places if Nodes(source).value(keys) is not None])
    value = Nodes(source).value(keys)
    if "None" not in repr(value):
        assert with_value(source, keys, value) is source  # type: ignore[arg-type]  # plain data


def test_a_word_in_a_folded_text_moves_no_other_line() -> None:
    """Lines before and after the changed word are those that stood there."""
    lines = [f"Rad {number} som är skriven för hand" for number in range(9)]
    source = read("a: >-\n" + "".join(f"  {line}\n" for line in lines) + "b: c\n")
    made = with_value(source, ("a",), " ".join(lines).replace("Rad 4 som", "Rad 4 vilken"))
    changed = [line for line in made.text.split("\n") if line not in source.text.split("\n")]
    assert changed == ["  Rad 4 vilken är skriven för hand"]


@pytest.mark.parametrize(
    ("field", "value", "after"),
    [
        ("formerly", ["1:9"], 'number: "2:2"\nformerly:\n  - "1:9"\ntitle:'),
        (
            "cost",
            {"sek_per_year": 5, "text": "Fem."},
            "decisions: [2023-02-13-kommunfullmaktige-7]\ncost:\n  sek_per_year: 5\n",
        ),
        ("short_title", "Kurser", "title: Håll kurser på museet\nshort_title: Kurser\nlead:"),
    ],
)
def test_a_new_key_stands_where_the_model_has_it(field: str, value: Value, after: str) -> None:
    """After the nearest field before it that is there."""
    path = "content/plans/ungdomsplan-2023-2026/interventions/2-2.yaml"
    assert after in with_value(read(MINIATURE[path], path), (field,), value).text


@pytest.mark.parametrize("keys", [("plain", "x"), ("nothing", "x"), ("flat", 9), ("indented", "x")])
def test_a_place_that_is_none_is_refused(keys: KeyPath) -> None:
    """Nothing is guessed."""
    with pytest.raises(CannotEditError):
        with_value(read(ODD), keys, "x")


def test_a_value_that_no_file_may_hold_is_refused() -> None:
    """A control character would make the file unreadable."""
    with pytest.raises(CannotEditError):
        with_value(read(ODD), ("plain",), "a\x07b")


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ('"b"', "c", '"c"'),
        ("'b'", "it's", "'it''s'"),
        ("b", "2:3", '"2:3"'),
        ("b", "2024", '"2024"'),
        ("b", 2024, "2024"),
        ("2023", "2024", "2024"),
        ("b", "null", '"null"'),
        ("b", "[[1:1]] a", '"[[1:1]] a"'),
        ("b", True, "true"),
        ("b", "c\n\n- d", "|-\n  c\n\n  - d"),
        (">-\n  b", "c", ">-\n  c"),
        ("|-\n    b\n    c", "b\nd", "|-\n    b\n    d"),
        (">\n  b", "c", ">-\n  c"),
        ("b", "ord " * 30 + "slut", ">-\n  " + "ord " * 27 + "ord\n  ord ord slut"),
        ("b", "\tc", '"\\tc"'),
        ("b", ["2:3", "c"], '\n  - "2:3"\n  - c'),
        ("[b]", ["b", "c: d"], '[b, "c: d"]'),
        ("{b: c}", {"b": "c", "d": ["e"]}, "{b: c, d: [e]}"),
        ('"b"  # c', ["d"], "  # c\n  - d"),
    ],
)
def test_a_value_is_written_as_people_here_write_it(before: str, value: Value, after: str) -> None:
    """In the style that stood there, else bare; in quotes what another program would take for something else."""
    made = with_value(read(f"a: {before}\nz: y\n"), ("a",), value)
    assert made.text in (f"a: {after}\nz: y\n", f"a:{after}\nz: y\n")


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("a: [b, c, d]", ("a", 1), "a: [b, d]"),
        ("a: [b, c]", ("a", 1), "a: [b]"),
        ("a: [b]", ("a", 0), "a: []"),
        ("a: [b,]", ("a", 0), "a: []"),
        ("a: [b,  # om b\n  c]", ("a", 0), "a: [# om b\n  c]"),
        ("a: {b: c, d: e}", ("a", "b"), "a: {d: e}"),
        ("a:\n  # om b\n  - b", ("a", 0), "a: []\n  # om b"),
        ("a:\n  - b: c\n    # om d\n    d: e", ("a", 0, "b"), "a:\n  - # om d\n    d: e"),
        ("a:\n  b: c\nd: e", ("a", "b"), "a: {}\nd: e"),
        ("a: b\n# om c\nc: d", ("c",), "a: b\n# om c"),
        ("- - a\n  - b\n- c", (0, 0), "- - b\n- c"),
    ],
)
def test_what_is_taken_away_takes_its_own_signs_with_it(before: str, keys: KeyPath, after: str) -> None:
    """The comma, the dash and the line; comments of others stay."""
    assert without(read(before), keys).text == after


def test_a_comment_above_an_item_moves_with_it() -> None:
    """It is about the item; what stands after a blank line is not."""
    source = read("a:\n  # om b\n  - b\n\n  # om c\n  # mer om c\n  - c: 1\n    d: 2\n# om e\ne: f\n")
    made = with_item_moved(source, ("a",), 1, 0)
    assert made.text == "a:\n  # om c\n  # mer om c\n  - c: 1\n    d: 2\n\n  # om b\n  - b\n# om e\ne: f\n"


def test_things_with_an_id_are_known_by_it() -> None:
    """One that is changed in a list to which another is added is changed where it stands, with its comments."""
    source = read("a:\n  - id: b\n    # om c\n    c: 1\n  - id: d\n    # om e\n    e: 1\n")
    made = with_value(source, ("a",), [{"id": "x"}, {"id": "b", "c": 2}, {"id": "d", "e": 3}])
    assert made.text == "a:\n  - id: x\n  - id: b\n    # om c\n    c: 2\n  - id: d\n    # om e\n    e: 3\n"
