"""Every pattern of the program takes time that grows with a text and no faster: `python -m tests.fuzz patterns`.

Here steps are counted at texts of a few signs, where twice the time for each sign shows; what grows with the square of
a text is looked for by hand, as it takes a clock.
"""

import re
from itertools import islice

import pytest

from tests.fuzz.collected import Tried, patterns
from tests.fuzz.patterns import BOUNDED, STEPS, first_of_many_ways
from tests.fuzz.pumped import pumped
from tests.fuzz.steps import found_at, steps
from tests.fuzz.tree import has_ways

EACH = 97  # of the texts, one in so many is read by both


def test_every_pattern_is_found() -> None:
    """In modules, in tables and in calls, as they are used; exceptions are of patterns that there are."""
    found, untried = patterns()
    places = {tried.place: tried for tried in found}
    assert len(found) > 180
    assert not BOUNDED.keys() - places.keys()
    assert places["site_builder.foundation.plain_text.NUMBERED"].at_one_place
    assert not places["site_builder.foundation.inline.LINK"].at_one_place
    assert any(isinstance(tried.pattern.pattern, bytes) for tried in found)
    assert all(":" in place for place in untried)


@pytest.mark.parametrize(
    "pattern",
    [r"(a+)+b", r"(?:[ \n]|(?<=\s)#[^\n]*)*,", r"(?:aa|a)*b", r"(?:a?b?)*(?=c)", r"x(?:\w+\s?)*$"],
    ids=[
        "a repeat in a repeat",
        "a comment read in two ways",
        "branches that begin alike",
        "what may be empty",
        "words",
    ],
)
def test_a_pattern_with_many_ways_to_fail_is_told(pattern: str) -> None:
    """At so few signs already: each more takes twice the steps."""
    assert first_of_many_ways(Tried("here", re.compile(pattern)))


@pytest.mark.parametrize("pattern", [r"(?>a+)+b", r"(?:[ab]|ca*+)*+d", r"(?:a{1,2}b)*c", r"[^\s@]+@"])
def test_a_pattern_with_one_way_is_not_told(pattern: str) -> None:
    """Also where a repeat stands in a repeat."""
    assert first_of_many_ways(Tried("here", re.compile(pattern))) is None


def test_no_pattern_has_many_ways_to_fail() -> None:
    """None of the program's own."""
    found, _ = patterns()
    assert any(has_ways(tried.pattern) for tried in found)
    assert [slow for slow in map(first_of_many_ways, found) if slow] == []


def test_steps_are_counted_on_the_way_that_re_goes() -> None:
    """Whatever is not followed as `re` does would be counted wrongly: both find the same."""
    found, _ = patterns()
    pairs = [(tried.pattern, text) for tried in found for text in islice(pumped(tried.pattern), 0, None, EACH)]
    for pattern, (start, body, end) in pairs:
        text = start + body * 3 + end
        if isinstance(pattern.pattern, str):
            made = pattern.match(text)
            assert found_at(pattern, text) == (made and made.end()), (pattern.pattern, text)
    assert len(pairs) > len(found)


def test_steps_grow_as_they_must() -> None:
    """With the text, with its square, and no further than anybody asks."""
    line, square = re.compile("[ab]c"), re.compile("a+b")
    assert steps(line, "a" * 40, STEPS) < 2.2 * steps(line, "a" * 20, STEPS)
    assert steps(square, "a" * 40, STEPS) > 3 * steps(square, "a" * 20, STEPS)
    assert steps(re.compile("(a+)+b"), "a" * 60, STEPS) == STEPS + 1
