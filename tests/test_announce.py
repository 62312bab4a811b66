"""What a listener is told: words of another language, and links that leave the site."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from schema.site import ForeignWords
from site_builder.html.announce import mark_languages, mark_leaving
from tests.built_site import BuiltPage, site_of

FOREIGN = (ForeignWords(language="en", words=("Lights on", "Lights-on")), ForeignWords(language="fi", words=("talo",)))


def languages(text: str) -> str:
    """What the text of a page becomes."""
    return mark_languages(f"<body>{text}</body>", FOREIGN).removeprefix("<body>").removesuffix("</body>")


def links(text: str) -> str:
    """What the links of a page become."""
    marked = mark_leaving(f"<body>{text}</body>", "https://plan.example/", "bort")
    return marked.removeprefix("<body>").removesuffix("</body>")


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
    """Every link out of the site, and foreign words of its content and no other."""
    out = [link for page in built.values() for link in page.html.css('body a[href^="http"]')]
    assert out
    assert [link.html for link in out if not link.css_matches(".leder-bort")] == []
    foreign = {word.casefold() for words in site_of(source).foreign_words for word in words.words}
    marked = {node.text().casefold() for page in built.values() for node in page.html.css("article [lang]")}
    assert marked
    assert marked <= foreign
