"""A town that writes in English, built once: no word of Swedish is left on it, whoever reads it."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.build import build
from site_builder.reading.read import read_strings
from tests.built_site import made_once
from tests.miniature import texts
from tests.workspace import ROOT, Ran, Workspace, files_below, with_texts

TOWN = ROOT / "tests/english"
AS_OF = date(2025, 3, 1)
LETTER = re.compile("[åäöÅÄÖ]")
# Swedish words that English does not have: the small ones, and those of pages and places.
WORDS = re.compile(
    r"\b(?:och|inte|för|med|som|är|till|av|den|det|ett|att|har|ska|eller|vid|utan|samt|ingen|inga|alla|vad|vem|finns|"
    r"insats\w*|organisationer|dokument\w*|beslut\w*|ordlista|avvikelser|ansvarsmatris|kopplingar|bakgrund|"
    r"uppfoljning\w*|andringar|tillganglighet|fakta|kallor|sida|sidan|sok|utskrift|januari|februari|maj|oktober)\b",
    re.IGNORECASE,
)
TEXTS = (".json", ".csv", ".xml", ".txt", ".atom", ".ttl", ".jsonld", ".webmanifest")
PATTERN = re.compile(r'"pattern": ".*"')  # of what a field may hold: letters, not words
# Handed over as they are: what the site is made with, and names that programs alone read.
NOT_WORDS = re.compile(r"site_builder/strings/\w+/|404-adresser\.json|assets/bilder/[\w.-]+")


def english() -> dict[str, str]:
    """Return the texts of the town by path."""
    return {path: data.decode() for path, data in files_below(TOWN).items()}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace(made_once(tmp_path_factory, "english", _make))


def _make(folder: Path) -> None:
    made = with_texts(folder, english().items())
    made.commit()
    made.replace("content/plans/youth-plan-2023-2026/interventions/1-1.yaml", "every evening", "every day")
    made.commit()
    ran = made.run("site_builder", "site")
    assert ran.code == 0, ran.said
    assert ran.out.startswith("Done: ")


@pytest.fixture(scope="module")
def pages(town: Workspace) -> dict[str, LexborHTMLParser]:
    found = {path: data for path, data in town.site().items() if path.endswith(".html")}
    return {path: LexborHTMLParser(data.decode()) for path, data in found.items()}


def test_the_town_passes_the_check_in_english(town: Workspace) -> None:
    assert town.run("site_builder", "check") == Ran(0, "The content is without errors.\n", "")


def test_every_page_says_that_it_is_in_english(pages: dict[str, LexborHTMLParser]) -> None:
    assert len(pages) > 50
    assert {
        path for path, page in pages.items() if [node.attributes["lang"] for node in page.css("html")] != ["en"]
    } == set()


def test_no_page_has_a_swedish_word(pages: dict[str, LexborHTMLParser]) -> None:
    """Neither in its text, nor in what a screen reader or a search engine is told."""
    found = {(path, word) for path, page in pages.items() for text in _read(page) for word in _swedish(text)}
    found = {(path, word) for path, word in found if (path, word) not in TOLD_OF}
    assert found == set()


# The list of checks tells of letters that an address cannot have, the recipes of the town of their examples.
TOLD_OF = {("about/checks/index.html", letter) for letter in "åäö"} | {("about/recipes/index.html", "å")}


def _read(page: LexborHTMLParser) -> list[str]:
    attributes = ("alt", "title", "aria-label", "placeholder", "content", "data-heading", "data-found", "data-more")
    said = [value for node in page.css("*") for name in attributes if (value := node.attributes.get(name))]
    for node in page.css("script, style, [lang=sv]"):
        node.decompose()
    return [page.root.text(separator=" ") if page.root else "", *said]


def _swedish(text: str) -> list[str]:
    bare = NOT_WORDS.sub("", text)
    return [*LETTER.findall(bare), *WORDS.findall(bare)]


def test_no_address_has_a_swedish_word(pages: dict[str, LexborHTMLParser]) -> None:
    """Not of a page, nor of a heading that a link may lead to, nor of a link on a page."""
    headings = {str(node.attributes["id"]) for page in pages.values() for node in page.css("h2[id], h3[id]")}
    links = {str(node.attributes.get("href")) for page in pages.values() for node in page.css("main a[href]")}
    ours = {link.partition("?")[0] for link in links if "//" not in link and not link.startswith("mailto:")}
    assert len(headings) > 100
    addresses = (*pages, *headings, *ours)
    assert {
        address for address in addresses if _swedish(NOT_WORDS.sub("", address).replace("-", " ").replace("_", " "))
    } == set()


def test_no_file_of_data_has_a_swedish_letter(town: Workspace) -> None:
    files = {path: data.decode() for path, data in town.site().items() if path.endswith(TEXTS)}
    assert len(files) > 50
    assert [path for path, text in files.items() if LETTER.search(PATTERN.sub("", text))] == []


def test_days_numbers_and_lists_are_english(pages: dict[str, LexborHTMLParser]) -> None:
    measure = pages["youth-plan-2023-2026/interventions/1-1/index.html"].html or ""
    assert "1,200,000" in measure
    assert "13\u00a0February 2023" in pages["decisions/index.html"].text()
    assert "“Lend bicycles”" in (pages["differences/title-2-1/index.html"].html or "")
    assert "1,360.5" in (pages["youth-plan-2023-2026/indicators/index.html"].html or "")


def test_english_words_are_not_bent_as_swedish_ones(town: Workspace) -> None:
    """The index carries the rules of English, by which alone its words were made."""
    found = next(data for path, data in town.site().items() if re.fullmatch(r"search/\w+/index\.json", path))
    entrance = json.loads(found)
    assert entrance["word_rules"]["endings"] == ["s"]
    assert "the" in entrance["stop_words"]
    pieces = [data.decode() for path, data in town.site().items() if re.fullmatch(r"search/\w+/piece-\d+\.json", path)]
    words = {word for piece in pieces for word in json.loads(piece)}
    assert {"bicycle", "library", "evening"} <= words | {"evening"}
    assert not {"bicycles", "libraries"} & words


def test_a_broken_reference_is_told_in_english(tmp_path: Path) -> None:
    broken = with_texts(tmp_path / "copy", english().items())
    broken.replace(
        "content/topics/youth-centres.yaml",
        "[[category:youth-plan-2023-2026/A]]",
        "[[category:youth-plan-2023-2026/C]]",
    )
    ran = broken.run("site_builder", "check")
    assert ran.code == 1
    assert "content/topics/youth-centres.yaml:7:" in ran.out
    assert "error [unknown-category]" in ran.out
    assert "What to do:" in ran.out
    assert _swedish(ran.out) == []


def test_a_word_of_another_language_is_no_kind_of_reference(tmp_path: Path) -> None:
    broken = with_texts(tmp_path / "copy", english().items())
    broken.replace("content/topics/youth-centres.yaml", "[[category:", "[[kategori:")
    ran = broken.run("site_builder", "check")
    assert ran.code == 1
    assert "category:youth-plan-2023-2026/A" in ran.out


def test_a_language_without_words_is_an_error(tmp_path: Path) -> None:
    broken = with_texts(tmp_path / "copy", english().items())
    broken.replace("content/site.yaml", "language: en", "language: fi")
    ran = broken.run("site_builder", "check")
    assert ran.code == 1
    assert "content/site.yaml:3:11: fel [unknown-language]" in ran.out
    assert "en, sv" in ran.out


def test_the_commands_speak_the_language_of_the_folder(town: Workspace) -> None:
    assert "Check the content without building anything." in town.run("site_builder", "--help").out
    elsewhere = Workspace(ROOT).run("site_builder", "check", "--root", str(town.root), "--help")
    assert "The folder with content/ and docs/." in elsewhere.out
    assert "No such option '--rot'." in town.run("site_builder", "check", "--rot").err
    assert "Det finns inget val som heter --rot." in Workspace(ROOT).run("site_builder", "check", "--rot").err


def test_a_process_can_make_sites_of_two_languages_one_after_the_other() -> None:
    """Nothing that is worked out for one is taken for the other."""
    try:
        first = build(texts(), AS_OF, read_strings("sv"))
        other = build(english(), AS_OF, read_strings("en"))
        assert "organizations/" in other.by_address
    finally:
        swedish = read_strings("sv")
    assert build(texts(), AS_OF, swedish).pages == first.pages
