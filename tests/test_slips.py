"""Slips of the hand are told where they were made: `python -m tests.slips` tries as many as one likes."""

from functools import cache
from random import Random

import pytest

from tests.miniature import texts
from tests.slips.outcome import Outcome, outcomes
from tests.slips.slips import SLIPS

COUNT = 95


@cache
def tried() -> list[Outcome]:
    return outcomes(texts(), COUNT, seed=12)


def test_no_slip_is_silent() -> None:
    """Whatever changes what the content says in such a way, something is said."""
    assert [item.slip for item in tried() if item.is_silent] == []


def test_slips_are_told_at_their_line() -> None:
    assert sum(item.is_at_its_line for item in tried()) >= 0.95 * COUNT


def test_suggestions_are_right() -> None:
    """Of those that are given: where nothing is near, nothing is suggested."""
    suggested = [item for item in tried() if item.slip.meant and item.suggestion]
    assert sum(item.suggestion == item.slip.meant for item in suggested) >= 0.95 * len(suggested)
    assert len(suggested) >= 5


def test_a_right_suggestion_is_told_from_a_wrong_one() -> None:
    """What counts the outcomes can tell them apart."""
    item = next(item for item in tried() if item.slip.meant and item.suggestion)
    assert item.is_at_its_line
    silent = Outcome(item.slip, ())
    assert (silent.is_silent, silent.is_at_its_line, silent.suggestion) == (True, False, "")


@pytest.mark.parametrize("kind", SLIPS)
def test_every_kind_of_slip_can_be_made(kind: str) -> None:
    """A kind that fits no line of the miniature would try nothing."""
    lines = (line for path, text in texts().items() if path.startswith("content/") for line in text.split("\n"))
    assert any(SLIPS[kind](Random(1), line) for line in lines)
