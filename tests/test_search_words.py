"""Words are the same to the index and to the reader's browser, and the index is what it says."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from site_builder.foundation.search_words import fold, stem, tokens
from site_builder.reading.read import read
from site_builder.search.compounds import parts_by_stem
from site_builder.search.lexicon import lexicon
from site_builder.search.text import Field, sections
from tests.workspace import ROOT

SCRIPTS = ROOT / "docs/assets/js"
ENDINGS = ("", "s", "et", "ets", "en", "arna", "igt", "ast", "are", "öst", "fullt", "an", "ans", "tts", "heterna")


@pytest.mark.browser
def test_the_browser_finds_the_same_stems(root: Path, page: Page) -> None:
    """Every word of the content, with endings that it may not have, has one stem on both sides."""
    bare = sorted({word for text in read(root).by_path.values() for word in tokens(text) if word.isalpha()})
    words = sorted({word + ending for word in bare for ending in ENDINGS})
    page.add_script_tag(content=(SCRIPTS / "sok-ord.js").read_text(encoding="utf-8"))
    theirs = page.evaluate("words => words.map(word => [sok.stam(word), sok.vik(word)])", words)
    assert [pair for word, pair in zip(words, theirs, strict=True) if pair != [stem(word), fold(word)]] == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "written",
    [
        *("1:4", "1.4", "1-4", "1–4", "1/4", "1,4", "1 : 4", "1 4", "(1:4)"),
        *("insats 1:4", "insats 1.4", "insats1:4", "Insats 1 4", "insats 14", "insats ett fyra", "insats 1 punkt 4"),
    ],
)
def test_a_number_is_one_word_however_it_is_written(page: Page, written: str) -> None:
    page.add_script_tag(content=(SCRIPTS / "sok-ord.js").read_text(encoding="utf-8"))
    assert page.evaluate("text => sok.ordIFraga(text).at(-1)", written) == "1:4"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("wrong", "right"), [("narkotkia", "narkotika"), ("kriminalitett", "kriminalitet"), ("simhall", None)]
)
def test_a_misspelling_is_put_right_but_another_word_is_not(page: Page, wrong: str, right: str | None) -> None:
    for name in ("sok-ord", "sok-narhet"):
        page.add_script_tag(content=(SCRIPTS / f"{name}.js").read_text(encoding="utf-8"))
    known = ["kriminalitet", "narkotika", "samhälle", "skola"]
    assert page.evaluate("([word, known]) => sok.narmast(word, known)", [wrong, known]) == right


def test_years_are_no_number_of_a_measure() -> None:
    assert list(tokens("Insats 1:4, 2023–2026, kl. 10:30:15")) == [
        "insats",
        "1:4",
        "2023",
        "2026",
        "kl",
        "10",
        "30",
        "15",
    ]


def test_a_compound_is_found_by_its_parts_and_by_the_parts_of_these() -> None:
    words = ("förskole|nämnd", "för|skola")
    assert parts_by_stem(words, stem)[stem("förskolenämnden")] == ("förskol", "skol", "nämnd")


def test_stems_that_the_stemmer_keeps_apart_are_one() -> None:
    """The stemmer makes `insat` of insats, and `insats` of insatser."""
    found = lexicon(["En insats.", "Två insatser."])
    assert found.stem("insats") == found.stem("insatser") == "insats"


def test_a_list_of_links_repeats_and_a_source_is_left_out() -> None:
    html = (
        '<h1>T</h1><p>Först.</p><h2 id="a">A</h2><ul><li><a href="x">Annan sida</a></li><li>Eget, <a href="x">länk</a> '
        'och mer text.</li></ul><h2 id="kallor">Källor</h2><p>Bok</p>'
    )
    first, second, last = sections(html, with_tables=True)
    assert (first.anchor, [piece.text for piece in first.pieces]) == ("", ["Först."])
    assert [piece.field for piece in second.pieces] == [Field.REPEATED, Field.BODY]
    assert (last.heading, last.pieces) == ("Källor", [])


def test_the_index_is_the_same_every_time_and_holds_every_page(site: Path) -> None:
    entrance = next((site / "sok").glob("*/index.json"))
    index = json.loads(entrance.read_text(encoding="utf-8"))
    addresses = {page[0] for page in index["pages"]}
    made = {file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")}
    unfound = {"sok", *(address for address in made if address.endswith("/utskrift"))}
    assert {f"{address}/" if address != "." else "" for address in made - unfound} == addresses
    assert sorted(index["pieces"]) == index["pieces"]
