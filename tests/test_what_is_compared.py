"""What the reading of old states leaves out or takes apart is no other content: the short way against the long one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.changes import compare as comparing
from site_builder.changes.change import Change
from site_builder.changes.contents import contents_of, new_pieces
from site_builder.reading import things
from site_builder.reading.bare_yaml import bare_data
from site_builder.reading.decode import PLAIN, decode, decode_as_written, decode_plain
from site_builder.reading.mending.cleaned import cleaned
from site_builder.reading.things import Pieces
from tests.miniature import texts

PATHS = sorted(path for path in texts() if path.startswith("content/"))
RENAMED = ("", "1:1", "lansmuseet", "ungdomsplan-2023-2026")
Lines = list[tuple[str, int, int]]
SIGNS = st.text("aå1 \t\n\r…”–½é\u0301\u00a0\u00ad\u030a\ufeff\ufb01\u2028\x07", max_size=8)


def changed(moves: Lines, renamed: str, everywhere: bool) -> dict[str, str]:
    """The miniature with some lines copied to other places, and with another name of something.

    Where it is not `everywhere`, what refers to it goes on by the old one, and is another otherwise.
    """
    found = texts()
    for path, line, to in moves:
        lines = found[path].split("\n")
        lines.insert(to % len(lines), lines[line % len(lines)])
        found[path] = "\n".join(lines)
    if not renamed:
        return found
    at, other = renamed.replace(":", "-"), f"{renamed[:-1]}9"
    return {
        path.replace(at, other.replace(":", "-")): text.replace(renamed, other)
        if everywhere or at in path
        else text.replace("title: ", "title: Ny ")
        for path, text in found.items()
    }


def changes(before: dict[str, str], after: dict[str, str]) -> tuple[Change, ...]:
    """The changes from one state to another."""
    pieces = new_pieces()
    return comparing.compare(contents_of(before, pieces), contents_of(after, pieces))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PATHS), st.integers(0, 90), st.integers(0, 90)), max_size=4),
    st.sampled_from(RENAMED),
    st.booleans(),
)
def test_what_is_the_same_may_be_left_out(moves: Lines, renamed: str, everywhere: bool) -> None:
    """Nothing else is told where nothing is left out, also where things have other names now."""
    other = changed(moves, renamed, everywhere)
    told = [changes(*pair) for pair in ((texts(), other), (other, texts()))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparing, "_same", lambda _: lambda _one, _other: False)
        assert told == [changes(*pair) for pair in ((texts(), other), (other, texts()))]


LISTS = (
    "a:\n  - x: 1\n",
    "# of a\na:\n  # first\n\n  - x: |\n      - 1\n  # second\n  - y\n",
    "a: # why\n- x\n- y: [1]\n",
)
SCALARS = (
    "b: |\n  - x\n  - y\n",
    'b: >-\n  x\n\n  - y\nc: "x\n  - y"\n',
    "b:\n  c:\n  - x\n  - - y\n    - z\n",
)
WRONG = ("a:\n  - x\n b", "a:\n  - x\n  y", "a:\n  - x\n   - y\n", 'a:\n  - "x\n  - y\n')
TOGETHER = [f"{one}{other}" for one in LISTS for other in SCALARS]


@pytest.mark.parametrize("text", [*LISTS, *SCALARS, *TOGETHER, *WRONG])
def test_a_file_in_pieces_is_the_whole_one(text: str) -> None:
    whole = bare_data(text)
    assert Pieces()._data(text) == (whole if isinstance(whole, dict) else {})


def test_lists_are_read_item_by_item(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a list of which one item is another only that one is read again, also where a comment stands first."""
    read: list[str] = []

    def noted(text: str) -> object:
        read.append(text)
        return bare_data(text)

    monkeypatch.setattr(things, "bare_data", noted)
    pieces = Pieces()
    for last in "yz":
        pieces._data(f"a:\n  # first\n  - x\n  - {last}\n")
    assert read == ["  - x\n", "  - y\n", "  - z\n"]


@given(st.lists(SIGNS, max_size=4).map("".join))
def test_a_plain_text_is_read_as_any_other(text: str) -> None:
    raw = text.encode()
    long = decode_as_written("x", raw)
    assert decode("x", raw) == (cleaned(long) if isinstance(long, str) else long)


def test_a_sign_that_is_plain_is_read_as_it_stands() -> None:
    """Beside whatever letter it stands: no accent is joined to the one before it."""
    signs = [chr(code) for code in (*range(0x300), *range(0x2000, 0x2070), 0x301, 0xFB01, 0xFEFF)]
    for text in [text for sign in signs for text in (f"a{sign}", f"{sign}e", f"å{sign}{sign}o")]:
        plain = decode_plain(text.encode())
        assert plain is None or plain == text == _read_long(text)


def test_no_plain_text_is_found_in_broken_bytes() -> None:
    assert decode_plain("å".encode()) == "å"
    assert PLAIN.fullmatch("å”–")
    assert all(decode_plain(raw) is None for raw in (b"\xc3A\xa5", b"\xff\xfea", b"\xef\xbb\xbfa", b"a\x00", b"a\r\n"))


def _read_long(text: str) -> object:
    long = decode_as_written("x", text.encode())
    return cleaned(long) if isinstance(long, str) else long
