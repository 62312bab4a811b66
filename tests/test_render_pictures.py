"""The pictures: each has a title and a description, leads where there is something, and says what its table says."""

import re
from collections import Counter
from functools import cache
from posixpath import join, normpath
from xml.etree.ElementTree import Element, fromstring

import pytest

from site_builder.foundation.page import Page
from site_builder.render.measure.connections_picture import Arc, arcs_of
from tests.miniature import bare_cells, texts
from tests.outline import outline
from tests.rendered import rendered

PLAN = "ungdomsplan-2023-2026"
NAMES = 350  # pixels that the style sheet takes away where there is no room for names
FIGURE = re.compile(r'<figure class="picture.*?</figure>', re.DOTALL)
SVG = "{http://www.w3.org/2000/svg}"


@cache
def pages() -> dict[str, Page]:
    """Every page of the miniature by its address."""
    return rendered(texts())


def drawings(address: str) -> list[Element]:
    """The pictures of a page, as what their SVG says."""
    found = (fromstring(figure) for figure in FIGURE.findall(pages()[address].html))
    return [svg for figure in found for svg in figure.iter(f"{SVG}svg")]


def all_drawings() -> list[tuple[str, Element]]:
    return [(address, svg) for address in pages() for svg in drawings(address)]


every_picture = pytest.mark.parametrize("svg", [svg for _, svg in all_drawings()])
every_place = pytest.mark.parametrize(("address", "svg"), all_drawings())


def drawing(address: str, identity: str) -> Element:
    """The picture with an id; its title carries it."""
    return next(svg for svg in drawings(address) if svg.find(f"{SVG}title[@id='{identity}-title']") is not None)


def names_of(element: Element) -> list[str]:
    """The words in a drawing, titles aside."""
    return [text.text or "" for text in element.iter(f"{SVG}text")]


def is_wide(svg: Element) -> bool:
    """Whether this is the drawing for a page with more room."""
    return (svg[0].get("id") or "").endswith("-bred-title")


def linked(svg: Element) -> list[str]:
    return [link.get("href", "") for link in svg.iter(f"{SVG}a")]


def test_the_miniature_has_every_kind_of_picture() -> None:
    """What follows is not empty."""
    titles = {(title.get("id") or "").removesuffix("-title") for _, svg in all_drawings() for title in svg[:1]}
    assert titles >= {"bild-kopplingar", "bild-kategorier", "bild-hinder", "bild-namnder", "bild-indikatorer"}


@every_picture
def test_a_picture_has_a_title_and_a_description(svg: Element) -> None:
    """Both are there, are not empty, and are what the picture says that its name is."""
    title, description = svg[0], svg[1]
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert title.text
    assert description.text
    named = f"{svg.get('aria-labelledby')} {svg.get('aria-describedby', '')}".split()
    assert named == [title.get("id"), description.get("id")]
    assert svg.get("role") == ("group" if linked(svg) else "img")


@every_picture
def test_a_picture_has_no_style_and_no_script(svg: Element) -> None:
    """Looks come by class from the style sheet; the policy of the site refuses anything else."""
    for element in svg.iter():
        assert element.tag.removeprefix(SVG) not in ("style", "script", "foreignObject", "image")
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]


@every_picture
def test_a_picture_fits_a_narrow_telephone(svg: Element) -> None:
    """320 pixels are enough, so that 14 pixels of text are never less than 12: as it is drawn, or without its names.

    What a narrow screen makes of boxes with names is seen in a browser, see `tests/test_figures_in_browser.py`.
    """
    names = [text for text in svg.iter(f"{SVG}tspan") if text.get("class") == "name"]
    most = 680 if is_wide(svg) else 340
    assert int(svg.get("width", "0")) - (NAMES if names else 0) <= most


def test_a_picture_for_a_wide_page_says_what_the_narrow_one_does() -> None:
    """Both lead to the same places, are named alike and stand on the same page."""
    wide = [(address, svg) for address, svg in all_drawings() if is_wide(svg)]
    assert {svg[0].get("id") for _, svg in wide} >= {
        f"bild-{name}-bred-title" for name in ("kategorier", "hinder", "namnder")
    }
    for address, svg in wide:
        narrow = drawing(address, (svg[0].get("id") or "").removesuffix("-bred-title"))
        assert linked(svg) == linked(narrow)
        assert [one.text for one in svg[:2]] == [one.text for one in narrow[:2]]
        assert int(svg.get("width", "0")) > int(narrow.get("width", "0"))


@every_place
def test_ids_are_unique_on_the_page(address: str, svg: Element) -> None:
    """No id of a picture is used again, and every copy has something to copy."""
    ids = Counter(re.findall(r'\sid="([^"]+)"', pages()[address].html))
    for element in svg.iter():
        assert ids[element.get("id", "")] <= 1
        if element.tag == f"{SVG}use":
            assert ids[element.get("href", "").removeprefix("#")] == 1


@every_place
def test_every_link_leads_to_a_page_and_has_a_name(address: str, svg: Element) -> None:
    """Links are those of other pages, and what is written in one is a part of what is read out."""
    for link in svg.iter(f"{SVG}a"):
        page, _, anchor = link.get("href", "").partition("#")
        target = normpath(join("/", address, page)).lstrip("/")
        assert f"{target}/" in pages()
        assert not anchor or f"{{#{anchor}}}" in outline(pages()[f"{target}/"].html)
        assert names_of(link)[0] in link.get("aria-label", "")


def test_connections_are_those_of_the_table() -> None:
    """Every intervention is a link, and there are as many lines as the sums above the table say."""
    address = f"{PLAN}/kopplingar/"
    svg, said = drawing(address, "bild-kopplingar"), outline(pages()[address].html)
    assert [names_of(link) for link in svg.iter(f"{SVG}a")] == [["1:1"], ["1:2"], ["2:1"], ["2:2"]]
    mutual, one_way = ([*svg.iterfind(f"{SVG}g[@class='lines {css}']/")] for css in ("mutual", "one-way"))
    assert f"Par som nämner varandra: {len(mutual)}\n" in said
    assert f"Kopplingar som nämns bara åt ett håll: {len(one_way)}\n" in said


def test_too_many_interventions_are_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that nobody could read is left out, and the page says so; the table is there all the same."""
    monkeypatch.setattr("site_builder.render.measure.connections.MOST", 3)
    said = outline(rendered(texts())[f"{PLAN}/kopplingar/"].html)
    assert "<svg" not in said
    assert "Här finns ingen bild: med fler än 3 insatser" in said
    assert 'id="tabell-kopplingar"' in said


def test_a_pair_that_name_each_other_is_one_line() -> None:
    """Stated twice is still one connection, and either may come first."""
    pairs = [("1:1", "1:2"), ("1:2", "1:1"), ("1:1", "2:1"), ("1:1", "2:1")]
    assert arcs_of(pairs) == (Arc("1:1", "1:2", is_mutual=True), Arc("1:1", "2:1", is_mutual=False))


def test_categories_hold_the_interventions_of_the_table() -> None:
    """The model's page says the same in picture and table; the list of target groups has the same picture."""
    address = f"{PLAN}/utgangspunkter/fritid/"
    labels = [names_of(link)[0] for link in drawing(address, "bild-kategorier").iter(f"{SVG}a")]
    assert labels == ["Kategori A", "1:1", "1:2", "Kategori B", "1:2"]
    rows = pages()[address].html.partition('id="tabell-kategorier"')[2].split('<tr><th scope="row">')[1:]
    assert [re.findall(r">(\d:\d) \w", row) for row in rows] == [["1:1", "1:2"], ["1:2"]]
    assert [names_of(link)[0] for link in drawing(f"{PLAN}/malgrupper/", "bild-kategorier").iter(f"{SVG}a")] == labels


def test_levels_are_drawn_from_the_bottom_up_and_listed() -> None:
    """The first level of the content is the lowest in the picture; the one in focus says so in words."""
    address = f"{PLAN}/utgangspunkter/hinder/"
    upper, lower = drawing(address, "bild-hinder").iterfind(f"{SVG}g")
    assert names_of(lower)[0] == "Nära hemmet"
    assert "Planens fokus" in names_of(upper)
    assert "Planens fokus" not in names_of(lower)
    assert "Nära hemmet\n:   Det som alla kan gå till.\n" in outline(pages()[address].html)


def test_duties_are_those_of_the_table() -> None:
    """Every body has as many squares in each role as the table says, hollow ones as the brackets say."""
    svg, said = drawing("organisationer/", "bild-namnder"), outline(pages()["organisationer/"].html)
    table = said.partition('id="tabell-namnder"')[2].partition("</table>")[0]
    told = {name_of(row): numbers_of(row) for row in table.split('<tr><th scope="row">')[1:]}
    drawn = {heading_of(body): squares_of(body) for body in svg.iterfind(f"{SVG}g[@class='row']")}
    assert drawn
    assert drawn == {name: numbers for name, numbers in told.items() if any(map(any, numbers.values()))}


def heading_of(row: Element) -> str:
    """The name that a row begins with, which may be broken into lines. A question mark is bold too."""
    return " ".join(text.text or "" for text in row.iterfind(f"{SVG}text[@class='heading']") if text.text != "?")


def name_of(row: str) -> str:
    return row.partition(">")[2].partition("<")[0]


def numbers_of(row: str) -> dict[str, tuple[int, int]]:
    """What the three columns of roles say, by the letter of the role: the role's own number and that of groups."""
    cells = re.findall(r'<td class="count">(\d+)(?: \((\d+)\))?', bare_cells(row))[1:4]
    return {letter: (int(own), int(via or 0)) for letter, (own, via) in zip("SAB", cells, strict=True)}


def squares_of(body: Element) -> dict[str, tuple[int, int]]:
    """What a row of the picture shows, in the same way."""
    found, letter = dict.fromkeys("SAB", (0, 0)), ""
    for element in body:
        letter = element.text if element.tag == f"{SVG}text" and element.text in found else letter
        own, via = found.get(letter, (0, 0))
        if element.tag == f"{SVG}path":
            squares = element.get("d", "").count("z")
            found[letter] = (own + squares, via) if element.get("class") == "own" else (own, via + squares)
    return found


def test_indicators_have_the_values_of_the_table() -> None:
    """Each value of the table is in the picture, and each unknown one is a question mark on a dotted line.

    Where nothing is known nothing is drawn: a sentence says so.
    """
    address = f"{PLAN}/indikatorer/"
    drawn = {heading_of(row): row for row in drawing(address, "bild-indikatorer").iterfind(f"{SVG}g")}
    table = pages()[address].html.partition('id="tabell-indikatorer"')[2].partition("</table>")[0]
    rows = {name_of(row): row for row in table.split('<tr><th scope="row">')[1:]}
    known = {name: row for name, row in rows.items() if re.search(r"\(\d{4}\)", row)}
    assert list(drawn) == list(known)
    assert [name for name in rows if name not in known] == ["Unga som känner sig trygga"]
    assert "1 av 3 indikatorer är inte ritade" in pages()[address].html
    for name, row in known.items():
        shown = names_of(drawn[name])
        values = re.findall(r"[\d,]+ \(\d{4}\)", row)
        assert sorted(values) == sorted(text for text in shown if text.endswith(")"))
        assert shown.count("?") == shown.count("Okänt") == row.count("Okänt")
        dotted = drawn[name].findall(f"{SVG}path[@class='unknown']")
        assert bool(dotted) == ("Okänt" in row)


def test_only_the_lines_of_the_picture_are_explained() -> None:
    """And a single indicator has no scale of its own beside others."""
    address = f"{PLAN}/indikatorer/"
    drawn = {path.get("class") for path in drawing(address, "bild-indikatorer").iter(f"{SVG}path")}
    said = {"known": "Hel linje", "left": "Streckad linje", "unknown": "Prickad linje"}
    told = {kind for kind, word in said.items() if word in pages()[address].html}
    assert told == drawn & set(said)
    assert "Varje indikator har sin egen skala" in pages()[address].html
    alone = {path: text for path, text in texts().items() if "/indicators/" not in path or "utan-fritid" in path}
    html = rendered(alone)[address].html
    assert "Skalan börjar på noll." in html
    assert "Varje indikator" not in html


def test_categories_are_a_cylinder_only_where_the_plan_says_so() -> None:
    """Another plan's categories may be no such model: without a starting point that says so, nothing is drawn."""
    path = f"content/plans/{PLAN}/starting_points/fritid.yaml"
    changed = {**texts(), path: texts()[path].replace("picture: cylinder\n", "")}
    made = rendered(changed)
    assert "bild-kategorier" not in made[f"{PLAN}/malgrupper/"].html
    assert "bild-kategorier" in pages()[f"{PLAN}/malgrupper/"].html
