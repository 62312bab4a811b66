"""How a plan came to be, what it carries out of others, and what is said of plans that are not themselves a source."""

import re
from datetime import date
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.build import check
from site_builder.foundation.page import Page
from site_builder.meaning.drafts_graph import DraftGraph
from tests.miniature import bare_cells, texts
from tests.outline import outline
from tests.rendered import rendered

PLAN = "ungdomsplan-2023-2026"
CLIMATE = "klimatprogram-2022-2027"
DRAFTS = f"{PLAN}/fran-forslag-till-beslut/"
READING = "lasplan-2024-2027"
DAY = date(2026, 1, 15)


def pages_of(content: dict[str, str]) -> dict[str, Page]:
    """Every page of some content by its address."""
    return rendered(content)


@cache
def pages() -> dict[str, Page]:
    """Every page of the miniature by its address."""
    return pages_of(texts())


def part(address: str, mark: str) -> str:
    """What stands below a heading of a page, up to the next one of the same level."""
    text = outline(pages()[address].html)
    assert mark in text
    return text.partition(mark)[2].partition(f"\n{mark.partition(' ')[0]} ")[0]


def background(mark: str) -> str:
    return part(f"{PLAN}/bakgrund/", mark)


def way_of_drafts(mark: str) -> str:
    return part(DRAFTS, mark)


def picture(text: str) -> ET.Element:
    """The one picture in a piece of a page, read as XML."""
    start = text.index("<svg")
    return ET.fromstring(text[start : text.index("</svg>") + len("</svg>")])


def graph() -> DraftGraph:
    return DraftGraph(check(texts(), DAY).index.plans[PLAN])


def lines() -> set[tuple[str, str, str]]:
    return {(line.origin.key, line.target.key, line.kind.value) for line in graph().lines}


def test_only_a_plan_whose_way_is_known_has_a_page_about_it() -> None:
    """Plans with neither background nor drafts have no such page, and nothing leads to it."""
    assert f"{PLAN}/bakgrund/" in pages()
    assert f"{CLIMATE}/bakgrund/" not in pages()
    assert "(bakgrund/)" in outline(pages()[f"{PLAN}/"].html)
    assert "bakgrund/" not in outline(pages()[f"{CLIMATE}/"].html)


def test_drafts_alone_make_a_page() -> None:
    """Without background.yaml the way from draft to decision is still told."""
    content = {path: text for path, text in texts().items() if not path.endswith("background.yaml")}
    made = pages_of(content)
    assert "## Vad det blev av förslagen" in outline(made[DRAFTS].html)
    assert "## Remisser" not in outline(made[f"{PLAN}/bakgrund/"].html)
    assert f"{PLAN}/kostnader/" in made  # a measure says what it costs
    assert f"{PLAN}/angransande-uppdrag/" not in made


def test_what_was_on_the_page_leads_to_where_it_is_now() -> None:
    """Every old place of the page is still there, and says where its text stands now."""
    page = LexborHTMLParser(pages()[f"{PLAN}/bakgrund/"].html)
    moved = {node.attributes["id"]: node.attributes["data-now"] or "" for node in page.css("[data-now]")}
    assert {"fran-forslag-till-beslut", "kostnader", "angransande-uppdrag", "synpunkter", "simhall"} < set(moved)
    assert moved["forslag-2022-05-2-2"] == "../fran-forslag-till-beslut/#forslag-2022-05-2-2"
    for now in moved.values():
        address, _, anchor = now.removeprefix("../").partition("#")
        assert not anchor or f'id="{anchor}"' in pages()[f"{PLAN}/{address}"].html


def test_the_time_line_is_a_picture_and_a_table_of_the_same() -> None:
    """The decisions of this plan alone: in the picture as words, in the table with links."""
    text = background("## Besluten i tidsordning")
    words = [element.text for element in picture(text).iter() if element.tag.endswith("text")]
    assert words == ["2023", "13 februari: Kommunfullmäktige §\u00a07", "Plan för ungas fritid antas"]
    assert text.count("<tr>") == 2
    assert 'href="../../beslut/#b-2023-02-13-kommunfullmaktige-7">Plan för ungas fritid antas</a>' in text


def test_a_consultation_says_how_many_answered_of_how_many() -> None:
    """Members of a counted group are counted; where the source does not list them no total is made up."""
    assert "3. Hur många som tillfrågades går inte att räkna ut" in background("## Remisser")
    path = f"content/plans/{PLAN}/background.yaml"
    asked = {path: texts()[path].replace("[samtliga-namnder-och-styrelser, lansmuseet]", "[kulturnamnden, lansmuseet]")}
    assert "3 av 2 tillfrågade" in outline(pages_of(texts() | asked)[f"{PLAN}/bakgrund/"].html)
    unknown = {path: texts()[path].replace("    answers: 3\n", "")}
    text = outline(pages_of(texts() | unknown)[f"{PLAN}/bakgrund/"].html)
    assert "Antal svar\n:   Framgår inte av källorna" in text


def test_what_was_said_and_what_was_changed_stand_together() -> None:
    """Where only one of them is told, the other is said to be missing; drafts with neither are left out."""
    said = way_of_drafts("## Vad som sades och vad som ändrades")
    first, second = said.split("### ")[1:]
    assert "Skolnämnden ville fråga unga" in first
    assert "Källorna säger inte om något ändrades." in first
    assert "Tekniska nämnden fick laga dem" in second
    assert "simhall" not in said


def test_lines_follow_a_draft_through_the_versions() -> None:
    """A draft that a later one continues leads there, and that one to the plan; others lead to the plan at once."""
    assert lines() == {
        ("2022-05-1-1", f"{PLAN}/1:1", "split"),
        ("2022-05-1-1", f"{PLAN}/1:2", "split"),
        ("2022-05-2-2", "2022-10-2-1", "moved"),
        ("2022-10-2-1", f"{PLAN}/2:1", "kept"),
        ("2022-10-2-2", f"{PLAN}/2:2", "kept"),
    }


def test_a_line_past_a_version_touches_none_of_its_boxes() -> None:
    """Lines that pass a column have rows of their own below the boxes there."""
    made = graph()
    passing = [line.row for line in made.lines if line.target.column - line.origin.column > 1]
    taken = {box.row for box in made.boxes.values() if box.column == 1}
    assert len(set(passing)) == len(passing) == 2
    assert not taken & set(passing)


def test_what_ended_is_told_by_sign_and_word() -> None:
    """A removed draft ends with a cross and its word, one whose fate is unknown with a question mark and its word."""
    drawn = picture(way_of_drafts("## Vad det blev av förslagen"))
    told = {
        group.get("class", ""): [element.text for element in group if element.tag.endswith("text")]
        for group in drawn.iter()
        if group.tag.endswith("}g")
    }
    assert told["line removed"] == ["togs bort"]
    assert told["line unknown"] == ["?", "okänt"]
    signs = [element.text for element in drawn.iter() if element.tag.endswith("text")]
    assert signs.count("+") == 2  # at the new draft, and in the legend
    assert "numret i förslaget är inte känt" in signs


def test_a_picture_has_room_on_a_narrow_screen() -> None:
    """Pictures are no wider than a narrow telephone needs to show them at a readable size."""
    for drawn in (background("## Besluten i tidsordning"), way_of_drafts("## Vad det blev av förslagen")):
        assert int(picture(drawn).get("width", "0")) <= 342


def test_the_table_of_drafts_says_what_the_picture_says() -> None:
    """Every draft has a row with its anchor, outcome, what it became and how we know."""
    text = way_of_drafts("## Vad det blev av förslagen")
    rows = [row for row in text.split("\n") if row.startswith("<tr><th scope")]
    drafts = [row for row in rows if "forslag-" in row]
    assert len(drafts) == 6
    assert 'id="forslag-2022-05-2-2"></span>Något om cyklar</th><td>flyttades</td>' in bare_cells(drafts[2])
    assert "vår jämförelse" in drafts[2]


def test_measures_that_no_draft_leads_to_are_named() -> None:
    """A decided measure whose draft nobody knows is not called new: it is said to have no known draft."""
    path = f"content/plans/{PLAN}/drafts.yaml"
    text = texts()[path]
    fewer = text[: text.index("  - id: 2022-10-2-2")]
    made = outline(pages_of(texts() | {path: fewer})[DRAFTS].html)
    assert "Beslutade insatser utan något känt förslag: 2:2." in made


def test_costs_show_what_they_cover_and_where_it_stands() -> None:
    """The amount, what it is for and the source: on the background page and on the measure's own."""
    table = part(f"{PLAN}/kostnader/", "# Kostnader")
    assert '<td class="count">1\u00a0200\u00a0000</td><td>Kulturnämnden räknar med' in bare_cells(table)
    own = part(f"{PLAN}/insatser/1-1/", "## Fakta")
    assert "1\u00a0200\u00a0000 kronor per år.** Kulturnämnden räknar med" in own
    assert "avsnittet ”Kostnader”" in own


def test_a_measure_tells_its_whole_way() -> None:
    """Also a draft that only a later one continues is told of, the oldest first, and at last the decision."""
    way = part(f"{PLAN}/insatser/2-1/", "## Från förslag till beslut")
    steps = [line.partition(":**")[0] for line in way.split("\n") if re.match(r"\d+\. ", line)]
    assert steps == ["1.  **4 maj 2022", "2.  **19 oktober 2022", "3.  **13 februari 2023"]
    assert "fran-forslag-till-beslut/#forslag-2022-05-2-2" in way
    assert "**Synpunkter:** Tekniska nämnden undrade" in way
    assert "delades: [1:1](./" in part(f"{PLAN}/insatser/1-1/", "## Från förslag till beslut")


def test_what_is_carried_out_is_told_from_both_sides() -> None:
    """How strong a connection is stands in words in both plans. What is said of an area is not said of its measures."""
    own = part(f"{PLAN}/insatser/2-1/", "## Samband med Klimatprogram 2022–2027")
    assert "**Genomför**. Planen nämner cyklarna" in own
    assert "[1:1 Kör bussarna på el]" not in own
    area = part(f"{PLAN}/fokusomraden/2/", "## Samband med Klimatprogram 2022–2027")
    assert "[1:1 Kör bussarna på el]" in area
    assert "**Hänger ihop med (vår bedömning)**" in area
    other = part(f"{CLIMATE}/strategier/1-1/", "## Samband från Ungdomsplan 2023–2026")
    assert "[Fokusområde 2: Rörelse varje dag](../../../ungdomsplan-2023-2026/fokusomraden/2/)" in other
    assert "**Hänger ihop med (vår bedömning)**" in other
    carried = part(f"{CLIMATE}/strategier/1-2/", "## Samband från Ungdomsplan 2023–2026")
    assert "[2:1 Låna ut cyklar]" in carried
    assert "**Genomförs här**" in carried
    assert "Samband" not in outline(pages()[f"{PLAN}/insatser/1-2/"].html)


@pytest.mark.parametrize("address", ["", "uppdrag/1-1/", "omraden/1/"])
def test_a_plan_that_is_no_source_says_how_we_know(address: str) -> None:
    """The note stands on the plan's page, its measures' and its areas'."""
    page = pages()[f"{READING}/{address}"]
    note = '<div class="admonition note">\n<p class="admonition-title">Så vet vi det som står här</p>'
    assert note in page.html
    assert "Planen är inte en av källorna." in outline(page.html)


def test_nothing_is_said_of_what_an_unseen_plan_does_not_say() -> None:
    """Facts that are not known are left out, instead of being laid at the plan's door."""
    text = outline(pages()[f"{READING}/uppdrag/1-1/"].html)
    for words in ("Planen anger", "Planen pekar inte ut", "Planens text", "Det här ska göras"):
        assert words not in text
    assert "Så här lyder uppdraget i källan: ”Den som arbetar med barn" in text
    assert "Ansvarar\n:   Uppföljningen säger inte vem som ansvarar" in text


@pytest.mark.parametrize("address", ["uppdrag/", "ansvarsmatris/", "omraden/1/"])
def test_unknown_responsibility_is_told_wherever_responsibility_is(address: str) -> None:
    """The list, the matrix and the area say what the sources say instead, and never that the plan names nobody."""
    text = outline(pages()[f"{READING}/{address}"].html)
    assert "Uppföljningen säger inte vem som ansvarar" in text
    assert "pekar inte ut någon" not in text
    assert "Anges inte" not in text


def test_a_row_of_the_matrix_without_letters_has_a_note() -> None:
    """In a plan where others are named, an unknown responsibility is a note in its row and no zero."""
    path = f"content/plans/{CLIMATE}/interventions/1-1.yaml"
    text = texts()[path]
    start, end = text.index("responsibilities:"), text.index("actions:")
    unknown = f"{text[:start]}unknown_responsibility: Ingen källa säger vem.\n{text[end:]}"
    matrix = outline(pages_of(texts() | {path: unknown})[f"{CLIMATE}/ansvarsmatris/"].html)
    row = next(line for line in matrix.split("\n") if "1:1 Kör" in line)
    assert "<li>ansvaret framgår inte av källorna</li>" in row
    assert row.endswith('<td class="count">okänt</td></tr>')
    assert ":   Ingen källa säger vem." in matrix


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2024", "2027", "2024–2027"),
        ("2024", "2024", "2024"),
        ("2024-01-01", "2027-12-31", "1 januari 2024 till och med 31 december 2027"),
        ("2024-03-01", "2027", "1 mars 2024 till och med 2027"),
    ],
)
def test_a_period_is_shown_as_the_source_gives_it(first: str, last: str, shown: str) -> None:
    """Nobody reads days where a source gives years, also not those that begin and end whole years."""
    path = f"content/plans/{READING}/plan.yaml"
    text = texts()[path].replace("valid_from: 2024-01-01", f"valid_from: {first}")
    made = pages_of(texts() | {path: text.replace("valid_to: 2027-12-31", f"valid_to: {last}")})
    assert f"Gäller\n:   {shown}\n" in outline(made[f"{READING}/"].html)


def test_decisions_name_the_plans_they_belong_to() -> None:
    """The table and each decision say which plans; also one that is only the plan's own decision does."""
    text = outline(pages()["beslut/"].html)
    assert text.count('href="../ungdomsplan-2023-2026/">Ungdomsplan 2023–2026</a>') == 1
    assert "Hör till vägen fram till\n:   [Klimatprogram 2022–2027]" in text
