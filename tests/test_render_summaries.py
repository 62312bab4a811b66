"""Summaries: a whole plan on one page, in easy Swedish or another language, and the way to them from every page."""

from datetime import date

import pytest

from site_builder.build import build
from site_builder.built import Build
from site_builder.html.finish import Finisher
from site_builder.reading.read import read_strings
from tests.miniature import texts

STRINGS = read_strings()
FILE = "content/summaries/english.yaml"
AS_OF = date(2024, 6, 1)


def built(*pairs: tuple[str, str], as_of: date = AS_OF) -> Build:
    """The miniature with something changed in its summary."""
    text = texts()[FILE]
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return build({**texts(), FILE: text}, as_of, STRINGS)


@pytest.fixture(scope="module")
def plain() -> Build:
    return built()


def test_a_page_of_another_language_says_so(plain: Build) -> None:
    """Its text has its own language, and what is Swedish in it is marked: names of targets, sources, leaving links."""
    page = plain.by_address["english/"]
    assert (page.lang, page.searchable, page.sources) == ("en", False, (FILE,))
    assert ' hreflang="sv">youth centre</a>' in page.html
    assert ' lang="sv" hreflang="sv">Kategori A</a>' in page.html
    assert '<ul lang="sv">' in page.html
    assert '<span class="leaves-site" lang="sv">' in page.html


def test_a_page_in_the_sites_own_language_needs_no_marks() -> None:
    """Swedish in Swedish: days in words, and no language on anything."""
    page = built(("lang: en", "lang: sv")).by_address["english/"]
    assert page.lang == ""
    assert "lang=" not in page.html
    assert "20\u00a0maj 2024" in page.html


def test_it_says_of_which_plan_and_day_it_is(plain: Build) -> None:
    """The plan, the day of its decision, and the day when the text was held against it, as all languages read them."""
    html = plain.by_address["english/"].html
    assert [html.index(words) for words in ("Ungdomsplan 2023–2026</a>", "2023-02-13", "2024-05-20")]


def test_lines_stay_lines_only_where_it_is_easy() -> None:
    """One thought a line; any other text is folded as everywhere."""
    assert "Småstad.<br>" in built().by_address["english/"].html
    folded = built(("easy: true\n", ""))
    assert "<br>" not in folded.by_address["english/"].html
    assert folded.summaries[0].variety == "en"


def test_each_area_has_its_mark_and_its_page(plain: Build) -> None:
    """The same number and colour as everywhere."""
    html = plain.by_address["english/"].html
    assert 'class="area-mark hue-2" data-number="2"></span>Moving every day' in html
    assert 'href="../ungdomsplan-2023-2026/fokusomraden/2/"' in html


@pytest.mark.parametrize(("day", "shown"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True)])
def test_that_the_plan_is_over_is_said_in_the_words_of_the_summary(day: date, shown: bool) -> None:
    """From the day after the last one."""
    notice = built(as_of=day).by_address["english/"].notice
    assert notice
    assert (notice.text, notice.shown, notice.lang) == ("The time of the plan is over.", shown, "")


def test_every_page_can_lead_to_it(plain: Build) -> None:
    """Its name, address and language; `simple` is what RFC 5646's registry calls easy reading."""
    (link,) = plain.summaries
    assert (link.name, link.address, link.lang, link.variety) == ("Easy English", "english/", "en", "en-simple")


def test_the_sites_own_language_comes_first() -> None:
    """Whatever the names are."""
    other = texts()[FILE].replace("id: english", "id: latt").replace("lang: en", "lang: sv").replace("Easy E", "Ö")
    made = build({**texts(), "content/summaries/latt.yaml": other}, AS_OF, STRINGS)
    assert [link.address for link in made.summaries] == ["latt/", "english/"]


def test_without_a_summary_there_is_no_way_to_one() -> None:
    """Another city need not have any."""
    given = {path: text for path, text in texts().items() if path != FILE}
    made = build(given, AS_OF, STRINGS)
    assert made.summaries == ()
    assert "english/" not in made.by_address


def test_nothing_of_another_language_is_set_as_swedish() -> None:
    """Quotation marks and numbers stay as they are written."""
    assert Finisher((), "", "leaves").foreign('<p>"10 000"</p>') == '<p>"10 000"</p>'


def test_the_search_finds_it_by_its_names_alone(plain: Build) -> None:
    """Words of its title and text are those of other pages; its names are its own."""
    words = b"".join(artifact.data for artifact in plain.search.files if "/piece-" in artifact.path).decode()
    assert '"english"' in words
    assert '"youth"' not in words
