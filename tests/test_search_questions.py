"""What readers ask, question by question: what the index holds of it, and how the hits follow it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page

from site_builder.foundation.memory import Memory
from site_builder.search.asked import STEPS, Asked, Questions
from site_builder.search.concepts import Concept
from site_builder.search.facts import Facts
from site_builder.search.page_texts import NO_TEXT, PageText
from site_builder.search.read_pages import PageMemory, read_page
from site_builder.search.readings import Readings
from site_builder.search.text import Field, Piece, Section
from tests.search.read import lexicon_of, weights_of

SCRIPTS = Path(__file__).resolve().parent.parent / "docs/assets/js"
# A page with as many questions as are given, each with the words of this one that it has; what its words say together.
LIKENESS = """([words, hints, questions]) => {
  const pages = questions.map(question => question.page);
  const says = questions.map(question => question.says);
  const having = word => new Set([...questions.keys()].filter(number => questions[number].words.includes(word)));
  const inQuestions = word => ({ own: having(word), alike: having(`~${word}`) });
  const own = words.map(word => ({ asked: inQuestions(word), names: new Map(), says: 2 }));
  const like = searchQuestions.likeness({ pages, says }, 100, own, hints.map(having));
  return [...new Set(pages)].map(page => like(page).like);
}"""


@pytest.fixture
def scorer(page: Page) -> Page:
    """An empty page with what reads the questions."""
    page.add_script_tag(content=(SCRIPTS / "search-questions.js").read_text(encoding="utf-8"))
    return page


def likeness(page: Page, words: Sequence[str], hints: Sequence[str], of: Sequence[Mapping[str, object]]) -> list[float]:
    """Return how like a question of some words those of each page are."""
    found: list[float] = page.evaluate(LIKENESS, [words, hints, of])
    return found


def question(page: int, *words: str, says: float = 4.0) -> Mapping[str, object]:
    """Return a question of a page by the words that it has."""
    return {"page": page, "words": words, "says": says}


def asked_of(*questions: Sequence[str], concepts: tuple[Concept, ...] = ()) -> Asked:
    """Return what is asked of pages, given the questions of each."""
    names = [name for concept in concepts for name in (*concept.official, *concept.everyday)]
    words = lexicon_of([*names, *(text for of_page in questions for text in of_page)])
    of_pages = (Facts(f"{number}/", "", "", "", (), asked=tuple(texts)) for number, texts in enumerate(questions))
    pages = [read_page(facts, NO_TEXT) for facts in of_pages]
    return Questions(Readings(words, {}, concepts), PageMemory(Memory(), 0)).asked(pages, {})


def test_a_word_of_readers_questions_leaves_what_the_texts_say_as_it_was() -> None:
    """It stands beside the words of the texts: else a word that nobody but readers uses would look like a rare one."""
    facts = Facts("0/", "0", "", "Sida", ())
    words = weights_of(["polis", "vem betalar polisen"])
    section = Section(pieces=[Piece(Field.BODY, "polis", "polis")])
    without, found = (
        words.postings([read_page(one, PageText((section,), "polis"))])
        for one in (facts, replace(facts, asked=("vem betalar polisen",)))
    )
    assert found == without


def test_each_word_leads_to_the_questions_that_it_stands_in() -> None:
    found = asked_of(("vem betalar kalaset", "vem betalar polisen"), (), ("vem städar",))
    assert [*found.rows["betal?"]] == [0, 1]
    assert [*found.rows["kalas?"]] == [0]
    assert [*found.rows["?vem"]] == [0, 1, 2]  # says nothing of the matter, but how it is asked
    assert "vem?" not in found.rows
    assert [*found.counts] == [(0, 2), (2, 1)]


def test_what_a_question_is_about_stands_beside_its_words() -> None:
    """By any name of the concept, everyday phrases too: whoever asks with another name asks the same."""
    bicycle = Concept("cykel.", ("cykel",), ("hoj", "sin tvåhjuling"), ("1/",))
    found = asked_of(("vem lagar hojen", "var får man ta sin tvåhjuling"), concepts=(bicycle,))
    assert [*found.rows["~cykel.?"]] == [0, 1]


def test_a_question_of_rare_words_says_more_than_one_of_common_ones() -> None:
    common = [("vem betalar",)] * 9
    says = asked_of(*common, ("vem kalasar",), ("vem betalar och kalasar",)).says
    assert says[9] > says[0] > 0
    assert abs(says[10] - says[9] - says[0]) <= STEPS


@pytest.mark.browser
def test_words_of_one_question_say_more_than_words_of_several(scorer: Page) -> None:
    """Also where one of them has another name there."""
    words = ("bror", "fängelse")
    for other in ("fängelse", "~fängelse"):
        strewn, one = likeness(scorer, words, (), [question(1, "bror"), question(1, other), question(2, "bror", other)])
        assert one > strewn


@pytest.mark.browser
def test_a_question_that_asks_for_no_more_is_more_like(scorer: Page) -> None:
    longer, same = likeness(scorer, ("bror",), (), [question(1, "bror", says=9.0), question(2, "bror", says=2.0)])
    assert same > longer


@pytest.mark.browser
def test_how_something_is_asked_tells_questions_about_it_apart(scorer: Page) -> None:
    of = [question(1, "bror", "vem"), question(2, "bror", "när")]
    who, when = likeness(scorer, ("bror",), ("när",), of)
    assert when > who
