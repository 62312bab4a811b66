"""Words are the same to the index and to the reader's browser, and the index is what it says."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from msgspec.structs import asdict
from playwright.sync_api import Page
from Stemmer import Stemmer  # type: ignore[import-not-found]  # it has no types
from yaml import safe_load

from site_builder.build import build
from site_builder.foundation import search_words
from site_builder.foundation.language.spoken import spoken
from site_builder.foundation.memory import Memory
from site_builder.foundation.search_words import fold, stem, tokens
from site_builder.foundation.word_rules import ENGLISH, NOT_BENT, WordRules
from site_builder.foundation.word_rules import SWEDISH as RULES
from site_builder.meaning.pages.rows import Found
from site_builder.meaning.pages.table import SITE_PAGES
from site_builder.reading.read import read as read_content
from site_builder.reading.read import read_strings
from site_builder.search.compounds import parts_by_stem
from site_builder.search.facts import Facts
from site_builder.search.files import SPELLING
from site_builder.search.lexicon import packed_words
from site_builder.search.numbered import NO_WORDS
from site_builder.search.page_texts import NO_TEXT, PageText, PageTexts
from site_builder.search.read_pages import read_page
from site_builder.search.text import Field, Piece, Section, sections
from site_builder.search.weighed_texts import PLACES
from site_builder.search.weights import STEPS
from tests.miniature import texts
from tests.rendered import rendered
from tests.search.read import lexicon_of, weights_of
from tests.search.words import unpacked_words
from tests.workspace import ROOT

SCRIPTS = ROOT / "docs/assets/js"
ENDINGS = ("", "s", "et", "ets", "en", "arna", "igt", "ast", "are", "öst", "fullt", "an", "ans", "tts", "heterna")
CELL, TAG = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL), re.compile(r"<[^>]+>")


WORDS = {
    "measures": ["insats", "strategi", "åtgärd"],
    "areas": ["fokusområde", "fokusområdet", "område", "området"],
    "numbered": ["insats", "strategi", "åtgärd", "område", "bilaga"],
    "numerals": spoken().figures_of("numerals"),
    "ordinals": spoken().figures_of("ordinals"),
    "signs": spoken().list_of("signs"),
    "amounts": spoken().list_of("amounts"),
}
EXPECTED = ROOT / "tests/miniature/expected"
ENGLISH_TEXTS = sorted(
    file for folder in ("tests/english", "site_builder/strings/en") for file in (ROOT / folder).rglob("*.yaml")
)
READ = """
texts => texts.map(text => searchWords.tokens(text).map(word => [word, searchWords.stem(word), searchWords.fold(word)]))
"""
ASKED = "([words, question]) => searchWords.reader(words)(question)"
# An index of which nothing is asked but the parts that the content's compounds are made of.
NEAREST = """([word, known, firsts, lasts]) => searchNearness.nearest(
  { firstParts: new Set(firsts), lastParts: new Set(lasts), same: {} }, word, known)"""
RANKED = """words => {
  const map = pairs => new Map(Object.entries(pairs ?? {}).map(([page, worth]) => [Number(page), worth]));
  const asked = { own: new Set(), alike: new Set() };
  const terms = words.map(({ word, concepts = [], concept, text }) => ({
    word, stem: word, stems: [word], concepts, names: new Map(), places: map(), about: new Map(), asked,
    reasons: [{ weight: 1, ofConcept: true, pages: map(concept) }, { weight: 1, pages: map(text) }],
  }));
  return searchScores.ranked({ page_count: 100 }, terms, { pages: [], says: [] }, []).map(hit => hit.page);
}"""
LOOKED_UP = """async ([files, stems]) => {
  window.fetch = async url => ({ ok: true, json: async () => files[new URL(url).pathname.split("/").pop()] });
  const { open, look } = searchIndex(new URL("https://example.org/index.json"));
  const index = await open();
  const found = await Promise.all(stems.map(stem => look(index, stem)));
  return found.map(postings => postings.flatMap(({ pages }) => [...pages.keys()]));
}"""
NOT_SPELT: Mapping[str, Sequence[str]] = dict.fromkeys(SPELLING, ())


def spelling(code: str) -> Mapping[str, Sequence[str]]:
    """Return what the catalogue of a language says of misspellings and compounds, as the index carries it."""
    told = safe_load((ROOT / f"site_builder/strings/{code}/language.yaml").read_text(encoding="utf-8"))
    return {key: told[key.replace("_", "-")] for key in SPELLING}


def take(page: Page, rules: WordRules, spelt: Mapping[str, Sequence[str]]) -> None:
    """Give a page the browser's half of the words and of what is near them, with the rules of a language."""
    for name in ("search-words", "search-nearness"):
        page.add_script_tag(content=(SCRIPTS / f"{name}.js").read_text(encoding="utf-8"))
    page.evaluate("rules => searchWords.take(rules)", asdict(rules))
    page.evaluate("spelling => searchNearness.take(spelling)", spelt)


@pytest.fixture
def reader(page: Page) -> Page:
    """An empty page with the browser's half of the words."""
    take(page, RULES, spelling("sv"))
    return page


def nearest(
    page: Page, wrong: str, known: Sequence[str], firsts: Sequence[str] = (), lasts: Sequence[str] = ()
) -> Mapping[str, object] | None:
    """Return what a misspelt word is put right to, given the site's words and the parts of its compounds."""
    last_parts = [fold(stem(last)) for last in lasts]
    found: Mapping[str, object] | None = page.evaluate(NEAREST, [wrong, known, firsts, last_parts])
    return found


@contextmanager
def bent(monkeypatch: pytest.MonkeyPatch, rules: WordRules) -> Iterator[None]:
    """Bend words by the rules of another language."""
    monkeypatch.setattr(search_words, "word_rules", lambda: rules)
    search_words._stem.cache_clear()
    yield
    search_words._stem.cache_clear()


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
def test_the_browser_finds_the_same_words_in_english(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line of the English town and of the English catalogue, by the rules of English."""
    take(page, ENGLISH, spelling("en"))
    lines = sorted({line for file in ENGLISH_TEXTS for line in file.read_text(encoding="utf-8").splitlines()})
    with bent(monkeypatch, ENGLISH):
        assert sum(map(len, map(read, lines))) > 10_000
        assert_same(page, lines)


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
@pytest.mark.parametrize("amount", ["1,2 miljoner", "1.2 miljarder", "2,5 procent"])
def test_an_amount_is_no_number_of_a_measure(reader: Page, amount: str) -> None:
    assert not any(":" in word for word in reader.evaluate(ASKED, [WORDS, amount]))


@pytest.mark.browser
@pytest.mark.parametrize(
    ("written", "words"),
    [("mikamottagningen", ["mika", "mottagningen"]), ("mikamottagaren", None), ("mika", None)],
)
def test_two_words_of_the_site_may_be_written_as_one(reader: Page, written: str, words: list[str] | None) -> None:
    known = ["mika", "mottagning", "mottagningen"]
    assert reader.evaluate("([word, known]) => searchNearness.joined(word, known)", [written, known]) == words


@pytest.mark.browser
def test_without_plans_nothing_but_numbers_is_numbered(reader: Page) -> None:
    """A site without plans has an index too, whose lists are empty."""
    nothing = asdict(NO_WORDS)
    assert reader.evaluate(ASKED, [nothing, "insats 14 två 1.4"]) == ["insats", "14", "två", "1:4"]


def test_the_words_of_the_plans_come_with_the_index() -> None:
    """What each plan calls its measures and areas, and appendices; no script knows them."""
    search = build(texts(), date(2025, 3, 1), read_strings()).search
    entrance = next(file for file in search.files if file.path == search.entrance)
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
def test_a_misspelling_is_put_right_but_another_word_is_not(reader: Page, wrong: str, right: str | None) -> None:
    found = nearest(reader, wrong, ["kriminalitet", "narkotika", "samhälle", "skola"])
    assert (found and found["word"]) == right


@pytest.mark.browser
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("färdtjänst", None),
        ("vårdtjäns", "vårdtjänst"),
        ("vårtjänst", "vårdtjänst"),
        ("polisfärd", None),
        ("poilsvård", "polisvård"),
    ],
)
def test_a_compound_of_which_one_part_is_another_is_another_word(reader: Page, wrong: str, right: str | None) -> None:
    """A part that is in common makes two words look nearer than they are: the other is held to its own length."""
    found = nearest(reader, wrong, ["vårdtjänst", "polisvård"], ["vard", "polis"], ["tjänst", "vård"])
    assert (found and found["word"]) == right


@pytest.mark.browser
@pytest.mark.parametrize(
    ("rules", "spelt", "found"),
    [
        (RULES, spelling("sv"), {"skåla": "skola", "sdola": None}),
        (ENGLISH, spelling("en"), {"polise": "police", "polire": None}),
        (NOT_BENT, NOT_SPELT, {"pollice": "police", "polise": None, "skåla": None}),
    ],
    ids=["Swedish", "English", "a language without rules"],
)
def test_which_letters_sound_alike_is_told_by_the_language(
    page: Page, rules: WordRules, spelt: Mapping[str, Sequence[str]], found: Mapping[str, str | None]
) -> None:
    """A slip of the ear is less than others, by the catalogue's own groups; where it has none no letters are."""
    take(page, rules, spelt)
    near = {wrong: nearest(page, wrong, ["skola", "police"]) for wrong in found}
    assert {wrong: right and right["word"] for wrong, right in near.items()} == found


@pytest.mark.browser
@pytest.mark.parametrize(("wrong", "is_far"), [("kriminalitett", False), ("hriminalitet", False), ("elräkning", True)])
def test_a_word_that_begins_and_goes_on_otherwise_is_another_word(reader: Page, wrong: str, is_far: bool) -> None:
    """An electricity bill is no misspelt calculation: what is only near it is suggested, not shown."""
    found = nearest(reader, wrong, ["kriminalitet", "beräkning"])
    assert found is not None
    assert found["isFar"] == is_far


@pytest.mark.browser
def test_an_ending_makes_no_other_word_of_a_compound(reader: Page) -> None:
    """Its last part is held to the site's without their endings too."""
    found = nearest(reader, "orosanmälnign", ["orosanmälningar"], ["oros"])
    assert found is not None
    assert found["word"] == "orosanmälningar"


@pytest.fixture
def scorer(page: Page) -> Page:
    """An empty page with what scores the hits."""
    for name in ("search-words", "search-questions", "search-scores"):
        page.add_script_tag(content=(SCRIPTS / f"{name}.js").read_text(encoding="utf-8"))
    return page


def ranked(page: Page, words: Sequence[Mapping[str, object]]) -> list[int]:
    """Return the pages in order for words of a question, with what each counts in texts and by its concepts."""
    found: list[int] = page.evaluate(RANKED, words)
    return found


def points(pages: Sequence[tuple[Facts, str]]) -> dict[str, list[int]]:
    """Return what each stem is worth on each page that has it, given the pages with their texts."""
    read = [
        read_page(facts, PageText((Section(pieces=[Piece(Field.BODY, text, text)]),), text)) for facts, text in pages
    ]
    found = weights_of([text for _, text in pages]).postings(read)
    by_page = {word: dict(zip(values[::2], values[1::2], strict=True)) for word, values in found.items()}
    return {word: [on.get(number, 0) // STEPS for number in range(len(pages))] for word, on in by_page.items()}


def page_facts(number: int, worth: float = 1.0, present: float = 1.0) -> Facts:
    """Return what is known of a page without a telling title."""
    return Facts(f"{number}/", str(number), "", "Sida", (), worth=worth, present=present)


def test_a_rare_word_counts_in_full_on_a_page_of_little_worth() -> None:
    """A word on half of the pages counts there as the page is worth; one that stands on it alone counts in full."""
    texts = ["allmän sällsynt", *["allmän annan"] * 7, "allmän udda", *["annan"] * 9]
    found = points([(page_facts(number, worth=0.5 if number < 2 else 1.0), text) for number, text in enumerate(texts)])
    assert found[stem("sällsynt")][0] == found[stem("udda")][8] > 0
    assert 0 < found[stem("allmän")][1] < found[stem("allmän")][2]


def test_the_name_of_one_of_many_counts_less() -> None:
    """A difference tells of other pages, and those have the word in their own names."""
    words = weights_of(["GVI"])
    own, one = (
        Facts(address, "Om metoden", "", "", (), worth=0.5, named=named)
        for address, named in (("a/", 1.0), ("b/", 0.25))
    )
    pages = (own, one, Facts("c/", "", "", "", ()))
    row = words.postings([read_page(facts, NO_TEXT) for facts in pages])["metod"]
    assert row[1] > row[3]


def places(facts: Facts, paragraphs: Sequence[str], word: str) -> int:
    """Return the places of a word of a page as the bits of a number."""
    read = PageText((Section(pieces=[Piece(Field.BODY, text, text) for text in paragraphs]),), "")
    row = weights_of([*paragraphs, *facts.asked]).postings([read_page(facts, read)])[word]
    return row[1] % (1 << PLACES)


def test_words_of_a_paragraph_share_a_place_and_others_do_not() -> None:
    """However long a page is, its first words stand in its first place and its last in its last."""
    paragraphs = ["polis skola", *["annan"] * 50, "polis fritid"]
    police, school, leisure = (places(page_facts(0), paragraphs, word) for word in ("polis", "skol", "fritid"))
    assert (school, leisure) == (1, 1 << (PLACES - 1))
    assert police == school | leisure
    assert places(page_facts(0), ["polis", "skola"], "polis") != places(page_facts(0), ["polis", "skola"], "skol")


@pytest.mark.browser
def test_what_several_words_mean_together_counts_once(scorer: Page) -> None:
    """Two words for one concept say no more of the pages about it than one word does; of it alone they are the best."""
    words = [{"word": word, "concepts": ["gang"], "concept": {1: 100}, "text": {2: 60}} for word in ("liga", "nätverk")]
    other = {"word": "skola", "text": {1: 10, 2: 10}}
    assert ranked(scorer, [*words, other]) == [2, 1]
    assert ranked(scorer, words) == [1, 2]


def test_words_are_packed_by_what_they_begin_with_alike() -> None:
    """Also one that is the beginning of the next, and those that begin with more letters alike than a figure tells."""
    long = "a" * 50
    words = ["bad", "bada", "badhus", "bo", long + "b", long + "c", "å"]
    packed = json.dumps({"words": packed_words(words)}).encode()
    assert unpacked_words(packed) == words
    assert len(packed) < len(json.dumps(words))


def test_every_form_of_a_word_is_known() -> None:
    """A misspelt *nämnden* is nearer to itself than to *nämnd*."""
    assert sorted(lexicon_of(["nämnd nämnden nämnderna"]).spellings["nämnd"]) == ["nämnd", "nämnden", "nämnderna"]


@pytest.mark.browser
def test_a_word_without_marks_is_itself_where_the_site_has_it(reader: Page) -> None:
    """What nobody on the site writes without marks is found with them."""
    entrance = {
        "page_count": 9,
        "pieces": ["a"],
        "stop_words": [],
        "same": {},
        "concepts": {},
        "concept_names": {},
        "first_parts": [],
        "last_parts": [],
        "word_rules": asdict(RULES),
        "spelling": spelling("sv"),
        "numbered_words": WORDS,
    }
    piece = {"aldr": {"aldr": [1, STEPS], "äldr": [2, STEPS]}, "halsa": {"hälsa": [3, STEPS]}}
    reader.add_script_tag(content=(SCRIPTS / "search-scores.js").read_text(encoding="utf-8"))
    reader.add_script_tag(content=(SCRIPTS / "search-index.js").read_text(encoding="utf-8"))
    found = reader.evaluate(LOOKED_UP, [{"index.json": entrance, "piece-0.json": piece}, ["aldr", "äldr", "halsa"]])
    assert found == [[1], [2], [3]]


def test_a_plan_whose_period_is_over_counts_a_little_less() -> None:
    texts = ["ord", "ord", *["annan"] * 9]
    past, present = points([(page_facts(n, present=1.0 if n else 0.85), text) for n, text in enumerate(texts)])["ord"][
        :2
    ]
    assert 0.7 * present < past < present


def test_nothing_that_every_search_fetches_has_an_entry_for_each_page(site: Path) -> None:
    """It grew to a megabyte at 5000 measures."""
    index = json.loads(next((site / "sok").glob("*/index.json")).read_text(encoding="utf-8"))
    sizes = {name: len(value) for name, value in index.items() if isinstance(value, list | dict)}
    assert index["page_count"] > 20
    assert [name for name, size in sizes.items() if size == index["page_count"]] == []
    assert not any(address in json.dumps(index) for address in ("/insatser/", "organisationer/"))


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


def test_the_number_of_a_matter_or_a_report_is_one_word() -> None:
    assert list(tokens("dnr 0355/20, Brå 2018:6 och 24/7")) == ["dnr", "0355/20", "brå", "2018:6", "och", "24", "7"]


def test_the_rules_are_those_of_the_algorithm_that_they_are_taken_from(root: Path) -> None:
    """Every word of the content, with endings that it may not have, has Snowball's stem, but for the rules of ours."""
    snowball = Stemmer("swedish")
    bare = {word for text in read_content(root).by_path.values() for word in tokens(text) if word.isalpha()}
    words = sorted(
        {word + ending for word in bare for ending in ENDINGS if not (word + ending).endswith(tuple(RULES.doubled))}
    )
    theirs = [found[:-2] if found.endswith("an") and len(found) > 4 else found for found in snowball.stemWords(words)]
    assert len(words) > 10_000
    assert [(word, found) for word, found in zip(words, theirs, strict=True) if stem(word) != found] == []


def test_a_doubled_m_is_one() -> None:
    assert stem("programmets") == stem("programmet") == stem("program") == "program"


def test_an_abbreviation_stands_for_itself() -> None:
    """The stemmer makes `est` of Ester."""
    found = lexicon_of(["EST och Ester, est."])
    assert found.stems("EST och Ester, est.") == ("est^", "och", "est", "est")


def test_stems_that_are_bent_twice_are_one_with_the_others() -> None:
    """`smugglats` loses its s, and would keep its `at`."""
    found = lexicon_of(["Det smugglats.", "Att smuggla."])
    assert found.stem("smugglats") == found.stem("smuggla") == "smuggl"


def test_a_short_name_is_found_in_its_genitive() -> None:
    """The stemmer leaves the s of short words; before an s that belongs to the word there is no such word."""
    words = lexicon_of(["Brå tar fram ett stöd", "Brås stöd", "ett gräs"])
    assert words.stem("brås") == words.stem("brå")
    assert words.stem("gräs") == "gräs"


def test_code_and_addresses_are_shown_but_not_read() -> None:
    html = "<h1>T</h1><h2>En <code>fil-id</code></h2><p>Skriv <code>[[nämnd:x]]</code> i https://a.example/b nu.</p>"
    (section,) = sections((html,), with_tables=True)
    assert (section.heading, section.read) == ("En fil-id", "En")
    assert (section.pieces[0].text, section.pieces[0].read) == (
        "Skriv [[nämnd:x]] i https://a.example/b nu.",
        "Skriv i nu.",
    )


def test_a_compound_is_found_by_its_parts_and_by_the_parts_of_these() -> None:
    words = ("förskole|nämnd", "för|skola")
    assert parts_by_stem(words, stem)[stem("förskolenämnden")] == ("förskol", "skol", "nämnd")


def test_stems_that_the_stemmer_keeps_apart_are_one() -> None:
    """The stemmer makes `insat` of insats, and `insats` of insatser."""
    found = lexicon_of(["En insats.", "Två insatser."])
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
    rows = [json.loads(file.read_text(encoding="utf-8")) for file in entrance.parent.glob("rows-*.json")]
    addresses = {row[0] for some in rows for row in some}
    assert len(addresses) == index["page_count"]
    made = {file.parent.relative_to(site).as_posix() for file in site.rglob("index.html")}
    mapped = (site / "sitemap.xml").read_text(encoding="utf-8")  # pages that only lead on are in no map
    leading = {address for address in made if address != "." and f"/{address}/<" not in mapped}
    unfound = {*leading, *(row.name for row in SITE_PAGES if row.found is Found.NOT)}
    assert {f"{address}/" if address != "." else "" for address in made - unfound} == addresses
    assert sorted(index["pieces"]) == index["pieces"]


@pytest.mark.parametrize("rules", [ENGLISH, NOT_BENT], ids=["English", "a language without rules"])
def test_both_halves_bend_words_of_other_languages_alike(
    page: Page, monkeypatch: pytest.MonkeyPatch, rules: WordRules
) -> None:
    """Only plurals in English, and nothing where there are no rules: the stems of Swedish are never taken."""
    take(page, rules, NOT_SPELT)
    words = "bikes bodies bus class plans targets budgets planning planned measures us a as en skolan samverkan"
    with bent(monkeypatch, rules):
        found = [read(word)[0] for word in words.split()]
    assert page.evaluate(READ, words.split()) == [[item] for item in found]
    assert all(stem for _, stem, _ in found)
    if rules is ENGLISH:
        assert {word: stem for word, stem, _ in found if stem != word} == {
            "bikes": "bike", "bodies": "body", "plans": "plan", "targets": "target", "budgets": "budget",
            "measures": "measure",
        }  # fmt: skip


@pytest.mark.parametrize("page", ["fran-forslag-till-beslut", "uppfoljning"])
def test_the_tables_of_a_wide_page_are_read_where_they_hold_texts(page: str) -> None:
    """The way from draft to decision is told in a table; who has answered is told by marks, which answer nothing."""
    made, texts_of = rendered(texts())[f"ungdomsplan-2023-2026/{page}/"], PageTexts(Memory())
    texts_of.of(made).html_made()
    read = {piece.read for section in texts_of.by_address[made.address].sections for piece in section.pieces}
    cells = {" ".join(unescape(TAG.sub("", cell)).split()) for cell in CELL.findall(made.html)}
    assert made.wide
    assert len(cells) > 3
    assert (len({cell for cell in cells if len(cell) > 20} & read) > 3) is (page == "fran-forslag-till-beslut")
