"""The examples in the documentation of the checks do what they are said to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import indent
from typing import Any

import pytest

from site_builder.build import check
from site_builder.checks.all import CHECKS
from site_builder.reading.read import read_strings
from tests.cases import AS_OF, PARSED
from tests.english_examples import LOCK, english_miniature, locked, renamed
from tests.miniature import texts

ENGLISH: Any = read_strings("en").find("checks")
DOCUMENTED: Any = read_strings("sv").find("checks")  # last: whoever reads words speaks their language
OF_SWEDISH = {"undecided-compound", "same-name", "split-word"}  # the words of the miniature are Swedish ones


@dataclass(frozen=True)
class Example:
    """A piece of a file of the miniature as the documentation shows it, and what is put in its place."""

    shown: dict[str, str]
    instead: dict[str, str]

    @property
    def depth(self) -> int:
        """How far the piece is indented in its file, where it stands exactly once; none in the middle of a line."""
        text = texts()[self.shown["file"]]
        return next(depth for depth in range(10, -1, -2) if text.count(indent(self.shown["text"], " " * depth)) == 1)

    def changed(self) -> dict[str, str]:
        """Return the miniature with the failing example in it: instead of the passing one, or in a file of its own."""
        file, text = self.instead["file"], self.instead["text"]
        if file != self.shown["file"]:
            return {**texts(), file: text}
        shown, instead = (indent(piece["text"], " " * self.depth) for piece in (self.shown, self.instead))
        return {**texts(), file: texts()[file].replace(shown, instead)}


def example(code: str) -> Example:
    return Example(DOCUMENTED[code]["passes"], DOCUMENTED[code]["fails"])


def test_exactly_the_checks_of_the_table_are_documented() -> None:
    """No check is without its rule, its reason and its examples, and none is described that does not exist."""
    assert set(DOCUMENTED) == {item.code for item in CHECKS}
    assert all(set(entry) == {"rule", "why", "passes", "fails"} for entry in DOCUMENTED.values())


@pytest.mark.parametrize("code", DOCUMENTED)
def test_the_passing_example_stands_in_the_miniature(code: str) -> None:
    """The miniature has nothing to remark on, so what stands in it passes."""
    assert example(code).depth >= 0


@pytest.mark.parametrize("code", DOCUMENTED)
def test_the_failing_example_fails_with_its_code_alone(code: str) -> None:
    """Nothing but the fault in question is wrong with the example."""
    found = check(example(code).changed(), date.fromisoformat(AS_OF), memory=PARSED).diagnostics
    assert {item.code for item in found} == {code}


@pytest.fixture
def in_english() -> Iterator[None]:
    """Speak English, and Swedish again afterwards."""
    read_strings("en")
    yield
    read_strings("sv")


def english_example(code: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the miniature under English names with the English passing example in it, and with the failing one.

    They are put where the Swedish passing one stands.
    """
    shown, instead = (ENGLISH[code][which] for which in ("passes", "fails"))
    base, place = english_miniature(), renamed(DOCUMENTED[code]["passes"]["text"])
    text = base[shown["file"]]
    if LOCK.fullmatch(place) and (own := LOCK.search(text)):
        place = own[0]
    depth = next(depth for depth in range(10, -1, -2) if text.count(indent(place, " " * depth)) == 1)

    def put(piece: str) -> dict[str, str]:
        found = text.replace(indent(place, " " * depth), indent(piece, " " * depth))
        if "\nlanguage:" in piece:  # the settings of the site say it once
            found = found.replace("language: en\n", "", 1)
        return {**base, shown["file"]: found}

    passing = locked(put(shown["text"]))
    if instead["file"] != shown["file"]:
        return passing, {**passing, instead["file"]: instead["text"]}
    failing = put(instead["text"])
    if own := LOCK.search(passing[shown["file"]]):
        failing[shown["file"]] = LOCK.sub(own[0], failing[shown["file"]])
    return passing, failing


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize("code", [code for code in ENGLISH if code not in OF_SWEDISH])
def test_the_english_examples_do_what_they_say(code: str) -> None:
    """The passing one brings nothing to remark on, the failing one its own code alone."""
    passing, failing = (
        {item.code for item in check(given, date.fromisoformat(AS_OF)).diagnostics} - OF_SWEDISH
        for given in english_example(code)
    )
    assert (passing, failing) == (set(), {code})
