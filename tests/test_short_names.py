"""A short name stands wherever a thing is named; the source's own title stands whole where the reader looks for it."""

import json
from datetime import date
from functools import cache

import pytest

from site_builder.build import build
from site_builder.built import Build
from site_builder.meaning.link import link
from site_builder.reading.load import load
from site_builder.reading.read import read_strings
from site_builder.search.facts import searchable
from tests.cases import AS_OF, replaced_once
from tests.miniature import texts

PLAN = "ungdomsplan-2023-2026"
FOLDER = f"content/plans/{PLAN}/"
# A title -> the short one that it gets: of a measure, an area and an indicator.
SHORT = {
    "interventions/2-1.yaml": ("title: Låna ut cyklar", "Cyklar att låna"),
    "focus_areas/2.yaml": ("title: Rörelse varje dag", "Mer rörelse"),
    "indicators/unga-utan-fritid.yaml": ("name: Unga som saknar en fritidsaktivitet", "Unga utan fritid"),
}


DAY = date.fromisoformat(AS_OF)


@cache
def content() -> dict[str, str]:
    """The miniature with a short title on one thing of each kind that can have one."""
    given = texts()
    for file, (title, short) in SHORT.items():
        given[FOLDER + file] = replaced_once(given[FOLDER + file], title, f"{title}\nshort_title: {short}")
    return given


@cache
def built() -> Build:
    return build(content(), DAY, read_strings())


def html(address: str) -> str:
    return built().by_address[address].html


@pytest.mark.parametrize(
    ("address", "short"),
    [
        ("", "Mer rörelse"),
        (f"{PLAN}/insatser/", "2:1 Cyklar att låna"),
        (f"{PLAN}/insatser/", "Fokusområde\u00a02: Mer rörelse"),
        (f"{PLAN}/ansvarsmatris/", "2:1 Cyklar att låna"),
        (f"{PLAN}/kopplingar/", "2:1 Cyklar att låna"),
        (f"{PLAN}/fokusomraden/", "Fokusområde\u00a02: Mer rörelse"),
        (f"{PLAN}/fokusomraden/2/", "2:1 Cyklar att låna"),
        (f"{PLAN}/uppfoljning/", "2:1 Cyklar att låna"),
        ("organisationer/kulturnamnden/", "2:1 Cyklar att låna"),
        ("avvikelser/titel-2-1/", "2:1 Cyklar att låna"),
        (f"{PLAN}/indikatorer/", "Unga utan fritid"),
    ],
)
def test_lists_and_pictures_use_the_short_name(address: str, short: str) -> None:
    """Tables, matrices, pictures and links call a thing what its own page calls it."""
    assert short in html(address)


@pytest.mark.parametrize(
    ("address", "heading", "official", "head"),
    [
        (f"{PLAN}/insatser/2-1/", "2:1 Cyklar att låna", "Låna ut cyklar", "2:1 Låna ut cyklar – "),
        (f"{PLAN}/fokusomraden/2/", "Mer rörelse", "Rörelse varje dag", "Fokusområde 2: Rörelse varje dag – "),
    ],
)
def test_the_official_title_stands_whole_on_its_own_page(address: str, heading: str, official: str, head: str) -> None:
    """The heading is short, the title of the decision stands as such, and the head has it too."""
    page = built().by_address[address]
    assert page.title.endswith(heading)
    assert f"{heading}</h1>" in page.html
    assert f"<dt>Titel i beslutet</dt>\n<dd>{official}</dd>" in page.html
    assert page.head_title.startswith(head)


def test_an_indicator_tells_what_the_plan_calls_it() -> None:
    """Its heading keeps its anchor."""
    text = html(f"{PLAN}/indikatorer/")
    assert '<h2 id="unga-utan-fritid">Unga utan fritid</h2>' in text
    assert "<dt>Benämning i planen</dt>\n<dd>Unga som saknar en fritidsaktivitet</dd>" in text


def test_a_reference_by_number_has_the_official_title_with_it() -> None:
    """A number alone says little: the link's title says the whole."""
    assert 'title="2:1 Låna ut cyklar">2:1</a>' in html("avvikelser/titel-2-1/")


def test_a_page_without_a_short_name_says_its_title_once() -> None:
    """Nothing repeats a title that is short already."""
    page = built().by_address[f"{PLAN}/insatser/1-1/"]
    assert "Titel i beslutet" not in page.html
    assert page.head_title.startswith("1:1 Öppna en fritidsgård vid torget – ")


def test_the_search_shows_the_short_name_and_finds_the_official() -> None:
    """The official title is another name of the page, that of the section's area is short."""
    known = searchable(link(load(content())), built().pages, read_strings(), DAY)
    facts = {page.address: page for page in known.pages}
    intervention, area = facts[f"{PLAN}/insatser/2-1/"], facts[f"{PLAN}/fokusomraden/2/"]
    assert (intervention.title, intervention.area) == ("2:1 Cyklar att låna", "fokusområde 2: Mer rörelse")
    assert "Låna ut cyklar" in intervention.names
    assert "Rörelse varje dag" in area.names
    assert facts[f"{PLAN}/insatser/1-1/"].names == ()


def test_the_data_has_both() -> None:
    """The published titles are what they were; the short ones stand beside them, last in the tables."""
    files = {item.path: item.data for item in built().artifacts}
    plan = next(item for item in json.loads(files["data/v1/plans.json"])["plans"] if item["id"] == PLAN)
    intervention = next(item for item in plan["interventions"] if item["number"] == "2:1")
    assert (intervention["title"], intervention["short_title"]) == ("Låna ut cyklar", "Cyklar att låna")
    assert (plan["areas"][1]["title"], plan["areas"][1]["short_title"]) == ("Rörelse varje dag", "Mer rörelse")
    assert plan["indicators"][0]["short_title"] == "Unga utan fritid"
    assert plan["areas"][0]["short_title"] is None
    table = files["data/v1/interventions.csv"].decode("utf-8-sig")
    assert table.split("\r\n")[0].count(";short_title;") == 1
    assert any(";Låna ut cyklar;" in line and ";Cyklar att låna;" in line for line in table.split("\r\n"))


def test_a_title_that_is_known_through_another_source_is_not_said_to_be_decided() -> None:
    """Of a plan that is not itself a source nobody knows how the decision words its titles."""
    path = "content/plans/lasplan-2024-2027/focus_areas/1.yaml"
    titled = replaced_once(texts()[path], "number: 1\n", "number: 1\ntitle: Läsning för alla\nshort_title: Läsning\n")
    page = build(texts() | {path: titled}, DAY, read_strings()).by_address["lasplan-2024-2027/omraden/1/"]
    assert "<dt>Titel i källan</dt>\n<dd>Läsning för alla</dd>" in page.html
    assert "Titel i beslutet" not in page.html
