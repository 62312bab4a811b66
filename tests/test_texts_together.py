"""What is found in all texts at once is what is found in each alone; what is kept of an index is worked out once."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from site_builder.build import check
from site_builder.checks.all import CHECKS
from site_builder.checks.table import run
from site_builder.checks.texts import compounds, privacy
from site_builder.checks.texts.text import readable_text
from site_builder.foundation.code_spans import without_code
from site_builder.foundation.later import kept
from site_builder.foundation.source import SourceFile
from site_builder.meaning.link import link
from site_builder.meaning.texts import ContentText, Sign, Style, Texts
from site_builder.reading.load import load
from tests.miniature import texts

DAY = date(2024, 6, 1)
# What the signs are made of, and what may stand around them.
PIECES = (
    *" \t\n\x1f-*+>.):;#!?&[]()`_<1aB\u2019\u00c3\u2022\ufffd",
    "\n\n", "- ", "](", "**", ": ", "# ", "1. ", ". B", "AB", "-\nb", "&amp;", "[1", "[[", "och", "bc", "\u201cb\u201d",
)  # fmt: skip
WORDS = (
    "Informationen", "ungdomsverksamhet", "kommunfullm", "\u00e4ktige", "\u00c9", "http://", "https:",
    *"`|()<>-/. \na", "[[", "]]", "](",
)  # fmt: skip
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), max_size=5).map("".join), max_size=5)


def together(written: list[str]) -> Texts:
    source = SourceFile("content/x.yaml", "", {}, {})
    return Texts(ContentText(Style.LABEL, text, source, (number,)) for number, text in enumerate(written))


def numbers(found: Iterator[ContentText]) -> list[object]:
    return [text.keys[0] for text in found]


@cache
def signs() -> tuple[Sign, ...]:
    """Every sign that a rule asks for."""
    asked: dict[Sign, None] = {}

    def having(_: Texts, *signs: Sign) -> Iterator[ContentText]:
        asked.update(dict.fromkeys(signs))
        return iter(())

    index = link(load(texts()), DAY)
    with patch.object(Texts, "having", having):
        assert all(run(CHECKS, index, DAY))
    return tuple(asked)


def alone(written: list[str], sign: Sign) -> list[object]:
    return [
        number
        for number, text in enumerate(written)
        if (sign in text if isinstance(sign, str) else bool(sign.search(text)))
    ]


@settings(max_examples=1000, deadline=None)
@given(written=TEXTS, data=st.data())
def test_a_sign_is_found_in_the_texts_that_have_it(written: list[str], data: st.DataObject) -> None:
    """Every sign of every rule, wherever in a text it stands and whatever stands in the next one."""
    sign = data.draw(st.sampled_from(signs()))
    assert numbers(together(written).having(sign)) == alone(written, sign)


def test_the_signs_of_the_rules_are_known() -> None:
    """Else the property would hold of nothing."""
    assert {"<", "\t", "\n"} < set(signs())
    assert sum(isinstance(sign, re.Pattern) for sign in signs()) > 8


@pytest.mark.parametrize("sign", ["^b", "a$", r"a(?!\s)"])
def test_the_edge_of_a_text_is_no_sign(sign: str) -> None:
    """What such a pattern finds in a text alone it does not find among others: so the property can fail."""
    assert numbers(together(["ba", "ba"]).having(re.compile(sign))) != alone(["ba", "ba"], re.compile(sign))


def test_texts_with_any_of_some_signs_come_once_and_in_order() -> None:
    """Whichever of the signs they have; a sign that goes on in the next text is none."""
    found = together(["b", "a", "", "ab", "c\n", "\nd"])
    assert numbers(found.having("a", re.compile("b"))) == [0, 1, 3]
    assert numbers(found.having(re.compile(r"\n\s*d"))) == [5]
    assert numbers(found.having(re.compile(r"c\s*d"))) == []
    assert numbers(together([]).having("a")) == []


@settings(max_examples=600, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=7).map("".join), max_size=4),
    st.sampled_from(("", "informationen", "ungdomsverksamheter", "informationenhus")),
)
def test_texts_with_a_new_word_are_found(written: list[str], word: str) -> None:
    """Every text in which a word stands that nobody has decided on, as it is read."""
    known = compounds._Known()
    known.add(word)
    found = numbers(together(written).having_words(compounds.LETTERS, lambda one: compounds._may_be_new(one, known)))
    for number, text in enumerate(written):
        words = compounds.LONG_WORD.findall(readable_text(without_code(text)))
        assert number in found or all(one.lower() in known for one in words)


@pytest.mark.parametrize(
    ("pattern", "signs", "letters"),
    [
        (privacy.TELEPHONE, (privacy.LEADING_ZERO, privacy.COUNTRY), "0046731+-/( )\n."),
        (privacy.IDENTITY, (privacy.TEN_DIGITS,), "019-\n a."),
        (privacy.EMAIL, (privacy.AT,), "a@.-\n "),
    ],
)
@settings(max_examples=600, deadline=None)
@given(data=st.data())
def test_what_is_looked_for_on_some_lines_stands_on_no_other(
    pattern: re.Pattern[str], signs: tuple[re.Pattern[str], ...], letters: str, data: st.DataObject
) -> None:
    """The very places that the pattern has in the whole text, each once."""
    text = data.draw(st.text(letters, max_size=40))
    found = [match.span() for match in privacy._on_lines(text, pattern, *signs)]
    assert found == [match.span() for match in pattern.finditer(text)]


class Held(Struct, frozen=True, dict=True):
    """Something that keeps what is made of it."""

    number: int


def test_what_is_kept_is_made_once_for_each() -> None:
    """A copy has it made anew, and two functions do not take each other's."""
    asked: list[int] = []

    @kept
    def twice(held: Held) -> int:
        asked.append(held.number)
        return 2 * held.number

    @kept
    def thrice(held: Held) -> int:
        return 3 * held.number

    one, other = Held(1), Held(2)
    assert [twice(one), twice(one), twice(other), thrice(one)] == [2, 2, 4, 3]
    assert twice(replace(one)) == 2
    assert asked == [1, 2, 1]


def test_nothing_that_the_checks_have_gathered_is_kept_with_the_index() -> None:
    """The texts once more in one string, above all."""
    checked = check(texts(), DAY)
    assert vars(checked.index) == {}
