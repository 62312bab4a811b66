"""The examples in the documentation of the checks do what they are said to do."""

from dataclasses import dataclass
from datetime import date
from textwrap import indent
from typing import Any

import pytest

from site_builder.build import check
from site_builder.checks.all import CHECKS
from site_builder.reading.read import read_strings
from tests.cases import AS_OF, PARSED
from tests.miniature import texts

DOCUMENTED: Any = read_strings().find("checks")


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
