"""Sentences about changes of the content claim only what the history can carry: see `test_statements.py`."""

import pytest

from site_builder.changes.compare import compare
from site_builder.changes.contents import contents_of, new_pieces
from site_builder.changes.history import History, anchored
from tests.cases import replaced_once
from tests.miniature import texts
from tests.rendered import rendered
from tests.test_statements import pattern

FILE = "content/plans/ungdomsplan-2023-2026/interventions/1-2.yaml"
FACT = ("target_categories: [A, B]", "target_categories: [A]")
TEXT = ("Kommunen frågar unga varje år vad de vill göra.", "Varje år frågar kommunen unga vad de vill göra.")


def page(history: History, day: str = "") -> str:
    """What the page of changes, or that of one day, says with this history, on one line."""
    return " ".join(rendered(texts(), history=history)[f"andringar/{day}"].html.split())


def changed(*pieces: tuple[str, str]) -> History:
    """A history of one day, on which pieces of a file became what they are."""
    before = texts()
    for old, new in pieces:
        before[FILE] = replaced_once(before[FILE], old, new)
    kept = new_pieces()
    changes = compare(contents_of(before, kept), contents_of(texts(), kept))
    return History(changes=tuple(anchored(changes, "2025-03-01T12:00:00Z")), missing="")


@pytest.mark.parametrize("missing", ["no-git", "shallow", "cut"])
def test_a_history_that_is_not_whole_is_said_not_to_be(missing: str) -> None:
    """Its own words where it is not, and none where it is."""
    words = pattern(f"changes.missing.{missing}")
    assert words.search(page(History(missing=missing)))
    assert not words.search(page(History(missing="")))


def test_no_facts_is_said_only_of_a_day_without_any() -> None:
    """A text that was written anew is no change of a fact, and is counted apart."""
    words, count = pattern("changes.no-facts"), pattern("changes.texts", {"n": "1"})
    day = "2025-03-01/"
    assert words.search(page(changed(TEXT), day))
    assert count.search(page(changed(TEXT), day))
    assert not words.search(page(changed(TEXT, FACT), day))
    assert not count.search(page(changed(FACT), day))
