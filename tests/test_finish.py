"""What a listener is told: words of another language, and links that leave the site."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from schema.site import ForeignWords
from site_builder.html.finish import Finisher
from tests.built_site import BuiltPage, site_of

FOREIGN = (ForeignWords(language="en", words=("Lights on", "Lights-on")), ForeignWords(language="fi", words=("talo",)))


def languages(text: str) -> str:
    """What the text of a page becomes."""
    return Finisher(FOREIGN, "https://plan.example/", "bort").part(text)


def links(text: str) -> str:
    """What the links of a page become."""
    return Finisher((), "https://plan.example/", "bort").part(text)


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("arbetet lights-on och talo", '<span lang="en">lights-on</span> och <span lang="fi">talo</span>'),
        ("<h2>Lights on</h2>", '<h2><span lang="en">Lights on</span></h2>'),
    ],
)
def test_a_foreign_word_says_its_language(written: str, marked: str) -> None:
    """As it is written, in capitals or not."""
    assert marked in languages(written)


@pytest.mark.parametrize("same", ["talon", '<a title="talo">x</a>', "<code>talo</code>", "<option>Lights on</option>"])
def test_other_words_attributes_and_code_are_left(same: str) -> None:
    """A part of a word is another word, and no element can stand in an attribute or an option."""
    assert languages(same) == same


@pytest.mark.parametrize("word", ["\u017fak", "\u0130stanbul", "\u212aelvin"])
def test_letters_that_have_no_pair_are_no_fault(word: str) -> None:
    """A letter that matches another one without being its capital (long s, the Kelvin sign) ends no build."""
    foreign = (ForeignWords(language="en", words=(word, "sak", "kelvin", "istanbul")),)
    html = Finisher(foreign, "https://plan.example/", "").part(f"<p>ett {word} till</p>")
    assert [node.text() for node in LexborHTMLParser(html).css("p")] == [f"ett {word} till"]


def test_the_head_of_a_page_is_left_alone() -> None:
    """Titles and descriptions are plain text; what has no body has nothing to finish."""
    head = "<html><head><title>Plan 2023–2026</title></head>"
    finisher = Finisher((), "https://plan.example/", "bort")
    assert finisher.whole(f"{head}<body></body>") == f"{head}<body></body>"
    assert finisher.whole("<p>2023–2026</p>") == "<p>2023–2026</p>"


def test_a_link_to_another_host_says_so() -> None:
    """Where it stands, after its own words."""
    found = LexborHTMLParser(links('<a class="x" href="https://digg.se/a">Digg &amp; co</a>')).css("a")
    assert [(link.text(), link.attributes["href"]) for link in found] == [("Digg & co (bort)", "https://digg.se/a")]


@pytest.mark.parametrize(
    "same", ['<a href="../a/">a</a>', '<a href="https://plan.example/a/">a</a>', "<p>https://x.se</p>"]
)
def test_a_link_within_the_site_is_left(same: str) -> None:
    """Relative or absolute; a mere address is no link."""
    assert links(same) == same


def test_the_site_says_both(source: Path, built: dict[str, BuiltPage]) -> None:
    """Every link out of the site, and foreign words of its content and no other, where a page is in its language."""
    out = [link for page in built.values() for link in page.html.css('body a[href^="http"]')]
    assert out
    assert [link.html for link in out if not link.css_matches(".leaves-site")] == []
    foreign = {word.casefold() for words in site_of(source).foreign_words for word in words.words}
    ours = [page for page in built.values() if page.language == "sv"]
    marked = {node.text().casefold() for page in ours for node in page.html.css("article [lang]")}
    assert marked
    assert marked <= foreign


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<h1>Stadsbyggnadsnämnden</h1>", "<h1>Stads-byggnads-nämnden</h1>"),
        (
            '<h1 id="x"><span>2</span> STADSBYGGNADSNÄMNDENS svar</h1>',
            '<h1 id="x"><span>2</span> STADS-BYGGNADS-NÄMNDENS svar</h1>',
        ),
        ("<h1>Byggnadsnämnd</h1>", "<h1>Byggnadsnämnd</h1>"),
        ("<h1>Landsbyggnadsnämnden</h1>", "<h1>Landsbyggnadsnämnden</h1>"),
        ("<h2>Stadsbyggnadsnämnden</h2>", "<h2>Stadsbyggnadsnämnden</h2>"),
    ],
    ids=["a long word", "any ending, in capitals", "a short word", "another word", "no title"],
)
def test_a_long_word_of_a_title_is_broken_at_its_joints(written: str, shown: str) -> None:
    """A browser that does not know the language would break it at any letter."""
    finisher = Finisher((), "https://plan.example/", "bort", ("stads|byggnads|nämnd", "byggnads|nämnd", "hel"))
    assert finisher.part(written) == shown.replace("-", "\u00ad")
