"""Words are the same to the index and to the reader's browser, and the index is what it says."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from site_builder.build import build
from site_builder.foundation.search_words import fold, stem, tokens
from site_builder.reading.read import read as read_content
from site_builder.reading.read import read_strings
from site_builder.search.compounds import parts_by_stem
from site_builder.search.lexicon import lexicon
from site_builder.search.numbered import NO_WORDS
from site_builder.search.text import Field, sections
from tests.miniature import texts
from tests.workspace import ROOT

SCRIPTS = ROOT / "docs/assets/js"
ENDINGS = ("", "s", "et", "ets", "en", "arna", "igt", "ast", "are", "öst", "fullt", "an", "ans", "tts", "heterna")


WORDS = {
    "measures": ["insats", "strategi", "åtgärd"],
    "areas": ["fokusområde", "fokusområdet", "område", "området"],
    "numbered": ["insats", "strategi", "åtgärd", "område", "bilaga"],
}
EXPECTED = ROOT / "tests/miniature/expected"
READ = """
texts => texts.map(text => searchWords.tokens(text).map(word => [word, searchWords.stem(word), searchWords.fold(word)]))
"""
ASKED = "([words, question]) => searchWords.reader(words)(question)"


@pytest.fixture
def reader(page: Page) -> Page:
    """An empty page with the browser's half of the words."""
    page.add_script_tag(content=(SCRIPTS / "search-words.js").read_text(encoding="utf-8"))
    return page


def read(text: str) -> list[list[str]]:
    """Return the words of a text as the index reads them, each with its stem and without marks."""
    return [[word, stem(word), fold(word)] for word in tokens(text)]


def assert_same(reader: Page, texts: Sequence[str]) -> None:
    """Both halves find the same words, stems and letters in the texts."""
    theirs = reader.evaluate(READ, texts)
    assert [(text, found) for text, found in zip(texts, theirs, strict=True) if found != read(text)] == []


@pytest.mark.browser
def test_the_browser_finds_the_same_stems(root: Path, reader: Page) -> None:
    """Every word of the content, with endings that it may not have, is the same on both sides."""
    texts = read_content(root).by_path.values()
    bare = sorted({word for text in texts for word in tokens(text) if word.isalpha()})
    assert_same(reader, sorted({word + ending for word in bare for ending in ENDINGS}))


@pytest.mark.browser
def test_the_browser_finds_the_same_words_on_every_page(reader: Page) -> None:
    """Every line of every page of the miniature falls into the same words on both sides."""
    files = [file for file in sorted(EXPECTED.rglob("*")) if file.suffix in (".md", ".html", ".json")]
    lines = sorted({line for file in files for line in file.read_text(encoding="utf-8").splitlines()})
    assert sum(map(len, map(read, lines))) > 10_000
    assert_same(reader, lines)


@pytest.mark.browser
def test_the_browser_takes_the_same_signs_for_letters(reader: Page) -> None:
    """Latin letters with any mark, figures that are no digits, and the signs of running text."""
    signs = [chr(code) for code in (*range(0x20, 0x250), *range(0x300, 0x370), *range(0x2000, 0x2190))]
    assert_same(reader, [f"x{sign}1 {sign}åtgärder{sign} 1{sign}4" for sign in signs])


@pytest.mark.browser
@pytest.mark.parametrize(
    "written",
    [
        *("1:4", "1.4", "1-4", "1–4", "1/4", "1,4", "1 : 4", "1 4", "(1:4)"),
        *("insats 1:4", "insats 1.4", "insats1:4", "Insats 1 4", "insats 14", "insats ett fyra", "insats 1 punkt 4"),
        *("åtgärden 14", "atgard ett fyra", "Bilaga ett fyra"),
    ],
)
def test_a_number_is_one_word_however_it_is_written(reader: Page, written: str) -> None:
    assert reader.evaluate(ASKED, [WORDS, written])[-1] == "1:4"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("andra fokusområdet", ["fokusområdet", "2"]),
        ("andra områden", ["andra", "områden"]),
        ("projekt 14", ["projekt", "14"]),
        ("projekt ett fyra", ["projekt", "ett", "fyra"]),
    ],
)
def test_only_the_words_of_the_plans_are_numbered(reader: Page, question: str, words: list[str]) -> None:
    assert reader.evaluate(ASKED, [WORDS, question]) == words


@pytest.mark.browser
def test_without_plans_nothing_but_numbers_is_numbered(reader: Page) -> None:
    """A site without plans has an index too, whose lists are empty."""
    nothing = asdict(NO_WORDS)
    assert reader.evaluate(ASKED, [nothing, "insats 14 två 1.4"]) == ["insats", "14", "två", "1:4"]


def test_the_words_of_the_plans_come_with_the_index() -> None:
    """What each plan calls its measures and areas, and appendices; no script knows them."""
    search = build(texts(), date(2025, 3, 1), read_strings()).search
    entrance = next(file for file in search.artifacts if file.path == search.entrance)
    words = json.loads(entrance.data)["numbered_words"]
    assert words["measures"] == ["strategi", "uppdrag", "insats"]
    assert words["areas"][:2] == ["målområde", "målområdet"]
    assert words["numbered"][-1] == "bilaga"
    scripts = "".join(file.read_text(encoding="utf-8") for file in SCRIPTS.glob("*.js"))
    code = "\n".join(line for line in scripts.splitlines() if not line.strip().startswith(("//", "*", "/*")))
    assert [word for word in words["numbered"] if word in code] == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("wrong", "right"), [("narkotkia", "narkotika"), ("kriminalitett", "kriminalitet"), ("simhall", None)]
)
def test_a_misspelling_is_put_right_but_another_word_is_not(page: Page, wrong: str, right: str | None) -> None:
    for name in ("search-words", "search-nearness"):
        page.add_script_tag(content=(SCRIPTS / f"{name}.js").read_text(encoding="utf-8"))
    known = ["kriminalitet", "narkotika", "samhälle", "skola"]
    assert page.evaluate("([word, known]) => searchNearness.nearest(word, known)", [wrong, known]) == right


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
    first, second, last = sections((html,), with_tables=True)
    assert (first.anchor, [piece.text for piece in first.pieces]) == ("", ["Först."])
    assert [piece.field for piece in second.pieces] == [Field.REPEATED, Field.BODY]
    assert (last.heading, last.pieces) == ("Källor", [])


def test_the_index_is_the_same_every_time_and_holds_every_page(site: Path) -> None:
    entrance = next((site / "sok").glob("*/index.json"))
    index = json.loads(entrance.read_text(encoding="utf-8"))
    addresses = set(index["pages"]["address"])
    made = {file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")}
    mapped = (site / "sitemap.xml").read_text(encoding="utf-8")  # pages that only lead on are in no map
    leading = {address for address in made if address != "." and f"/{address}/<" not in mapped}
    unfound = {"sok", "andringar", *leading, *(address for address in made if address.endswith("/utskrift"))}
    assert {f"{address}/" if address != "." else "" for address in made - unfound} == addresses
    assert sorted(index["pieces"]) == index["pieces"]
