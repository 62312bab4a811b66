"""Which words of a sentence the search page marks: those that the reader wrote, and names for the same thing."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import asdict
from playwright.sync_api import Page

from site_builder.foundation.word_rules import BY_LANGUAGE

pytestmark = pytest.mark.browser
SCRIPTS = Path(__file__).resolve().parent.parent / "docs/assets/js"
MARKED = """([rules, concepts, stems, text]) => {
  searchWords.take(rules);
  const index = { same: {}, stopWords: new Set(["i", "och"]), concepts };
  const marker = searchExcerpt.marker({ index, stems, concepts: Object.keys(concepts) });
  return marker.found(text).map(({ from, to }) => text.slice(from, to));
}"""
RENT = {"hyra": ["hyr", "grann", "bo i andr hand"]}


def marked(page: Page, text: str, stems: Sequence[str] = ("grann",)) -> list[str]:
    """Return what is marked in a text for a question about neighbours."""
    for name in ("search-words", "search-excerpt"):
        page.add_script_tag(content=(SCRIPTS / f"{name}.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(MARKED, [asdict(BY_LANGUAGE["sv"]), RENT, stems, text])
    return found


def test_a_word_of_the_reader_and_a_name_for_the_same_thing_are_marked(page: Page) -> None:
    assert marked(page, "Grannarna hyr av staden.") == ["Grannarna", "hyr"]


def test_a_word_of_a_phrase_alone_is_not_marked_but_the_phrase_is(page: Page) -> None:
    """*Andra* is no neighbour, though *bo i andra hand* is a name for what was asked about."""
    assert marked(page, "Med andra ord går det hand i hand.") == []
    assert marked(page, "Den som vill bo i andra hand frågar grannen.") == ["bo i andra hand", "grannen"]


def test_the_number_of_a_matter_is_marked_whole(page: Page) -> None:
    assert marked(page, "Ärendet har nummer 0355/20.", ("0355/20",)) == ["0355/20"]
