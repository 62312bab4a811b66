"""What is looked for before a slow pattern: a text that the pattern finds something in always has the sign of it."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.checks.copied import signs
from site_builder.checks.texts import folded, marks, privacy
from site_builder.foundation import search_words

# The sign, the pattern that it stands for, and what such texts are written with.
PAIRS = {
    "identity": (privacy.TEN_DIGITS, privacy.IDENTITY, "0189-+ \u00a0\u2013a."),
    "misread": (re.compile(f"[{signs.MISREAD_SIGNS}]"), signs.MISREAD, "ÃÂâ€\u00a5\u201caå"),
    "bullet": (re.compile(f"[{signs.BULLETS}]"), signs.BULLET, " \t\n•·▪a"),
    "open mark": (marks.SIGNS, marks.OPEN, "*_` a.\n"),
    "broken link": (marks.SIGNS, marks.BROKEN_LINK, "[]() \nahttps:"),
}


@pytest.mark.parametrize("name", PAIRS)
@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_what_a_pattern_finds_has_its_sign(name: str, data: st.DataObject) -> None:
    """Else a fault would pass, since only texts that have the sign are looked at."""
    sign, pattern, letters = PAIRS[name]
    text = data.draw(st.text(letters, max_size=24))
    assert not pattern.search(text) or sign.search(text)


def test_each_strange_character_is_found_by_the_ranges_that_hold_them() -> None:
    """All characters that there are, one by one."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert set(signs.STRANGE.findall(every)) <= set(signs.MAY_BE_STRANGE.findall(every))
    assert not re.search("[åäöÅÄÖ–—”’…•€]", "".join(signs.MAY_BE_STRANGE.findall(every)))


@settings(max_examples=400, deadline=None)
@given(lines=st.lists(st.text("-*+>1290.) ab", min_size=1, max_size=6), min_size=2, max_size=4))
def test_items_that_were_folded_leave_their_sign(lines: list[str]) -> None:
    """A line that begins with the mark of a list has it in the text too, after the space that was its line end."""
    text = " ".join(line.strip() for line in lines)
    has_item = any(folded.MARK.match(line.strip()) for line in lines[1:])
    assert not has_item or folded.MAY_BE_MARK.search(text)


@settings(max_examples=400, deadline=None)
@given(text=st.text(st.characters(categories=["Lu", "Ll", "Lo", "Mn", "Zs"]), max_size=8))
def test_abbreviations_have_two_capitals(text: str) -> None:
    """Whatever letters a word in capitals is written with."""
    whole = unicodedata.normalize("NFC", text)
    words = re.findall(r"[^\W\d_]+", whole)
    in_capitals = [word for word in words if len(word) > 1 and word.isupper()]
    assert not in_capitals or search_words.TWO_CAPITALS.search(whole)
