"""The start page and the lists of a plan: what a reader meets first, in numbers and words that fit the plan."""

import re
from datetime import date
from functools import cache

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.changes.history import History
from site_builder.foundation.page import Page
from tests.miniature import bare_cells, texts
from tests.outline import outline
from tests.rendered import rendered

PLAN = "ungdomsplan-2023-2026"
CLIMATE = "klimatprogram-2022-2027"
PLAN_FILE = f"content/plans/{PLAN}/plan.yaml"


def pages_of(content: dict[str, str]) -> dict[str, Page]:
    """Every page of some content by its address."""
    return rendered(content)


@cache
def pages() -> dict[str, Page]:
    """Every page of the miniature by its address."""
    return pages_of(texts())


def said(address: str) -> str:
    return outline(pages()[address].html)


def below(text: str, heading: str) -> str:
    """What stands below a heading of the second level, up to the next one."""
    return text.partition(f"## {heading}")[2].partition("\n## ")[0]


def without(*prefixes: str) -> dict[str, str]:
    """The miniature without the files below some paths."""
    return {path: text for path, text in texts().items() if not path.startswith(prefixes)}


def test_the_start_page_says_what_is_decided_and_by_whom() -> None:
    """The lead comes before everything else; the plan, the decision and the number stand below."""
    assert "Planen säger vad Småstad gör" in said("").partition("\n## ")[0]
    about = below(said(""), "Om planen")
    assert f"Plan\n:   [Ungdomsplan 2023–2026]({PLAN}/)" in about
    decision = "beslut/#b-2023-02-13-kommunfullmaktige-7"
    assert f"[Kommunfullmäktige 13 februari 2023, § 7]({decision}), dnr 0412/22" in about


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 31), "Gäller till och med 31 december 2026."),
        (date(2027, 1, 1), "Har löpt ut. Gällde till och med 2026."),
    ],
)
def test_the_start_page_says_until_when_and_what_comes_then(day: date, words: str) -> None:
    """Worked out from the plans and the day; a plan that comes after it is named instead of that none is here."""
    unknown = "Vad som kommer sedan: inget beslut om det finns här."
    top = outline(rendered(texts(), as_of=day)[""].html).partition("\n## ")[0]
    assert f"{words} {unknown}" in top
    path = f"content/plans/{CLIMATE}/plan.yaml"
    later = texts()[path].replace("valid_from: 2022", "valid_from: 2027").replace("valid_to: 2027", "valid_to: 2030")
    later = later.replace("decision: 2022-kommunfullmaktige\n", f"replaces: [{PLAN}]\n")
    reports = {name: "" for name in texts() if "follow_ups/" in name}
    content = {name: text for name, text in (texts() | {path: later} | reports).items() if text}
    top = outline(rendered(content, as_of=day)[""].html).partition("\n## ")[0]
    assert f"{words} Sedan: [Klimatprogram 2022–2027]({CLIMATE}/)" in top
    assert unknown not in top


def test_an_area_has_a_bar_that_says_what_its_words_say() -> None:
    """As many parts as duties by name, in the order of the words; without follow-up as many as its measures."""
    page = LexborHTMLParser(pages()[""].html)
    for area in page.css(".area-bars > li"):
        (words,) = area.css(".bar-words")
        told = " ".join(words.text().split())
        widths = [int(str(part.attributes["width"])) for part in area.css("rect")]
        numbers = [int(number) for number in re.findall(r" (\d+)(?=[,.])", told.partition(":")[2])]
        assert widths == numbers
        assert sum(widths) == int(told.partition(" ")[0])
    without_reports = {path: text for path, text in texts().items() if "follow_ups/" not in path}
    bare = LexborHTMLParser(rendered(without_reports)[""].html)
    assert [int(str(part.attributes["width"])) for part in bare.css(".bar rect")] == [2, 2]
    assert not bare.css(".bar-words, .bar-keys")


def test_the_doors_lead_to_where_each_question_is_answered() -> None:
    """Four questions, four places; without help there is no door to it."""
    page = LexborHTMLParser(pages()[""].html)
    assert [link.attributes["href"] for link in page.css(".doors a")] == [
        f"{PLAN}/insatser/",
        "organisationer/",
        f"{PLAN}/uppfoljning/",
        "#hjalp",
    ]
    bare = LexborHTMLParser(rendered(without("content/help.yaml"))[""].html)
    assert len(bare.css(".doors a")) == 3
    assert not bare.css(".help")


def test_help_stands_where_it_is_wanted_and_is_said_to_be_no_part_of_a_plan() -> None:
    """All of it on the start page; elsewhere what names the page; an address that nobody has tried is no link."""
    start = LexborHTMLParser(pages()[""].html).css_first(".help")
    assert start
    assert [link.attributes["href"] for link in start.css("a")] == ["tel:112", "https://smastad.example/orolig"]
    assert "inget som planerna säger" in start.text()
    first = LexborHTMLParser(pages()[f"{PLAN}/insatser/1-1/"].html)
    assert len(first.css(".help li")) == 1
    assert not LexborHTMLParser(pages()[f"{PLAN}/insatser/1-2/"].html).css(".help")
    path = "content/help.yaml"
    untried = rendered(texts() | {path: texts()[path].replace("    verified: 2026-01-10\n", "")})
    assert "smastad.example/orolig" not in untried[""].html
    assert "Du är orolig för någon ung" in untried[""].html


def test_a_plan_without_indicators_does_not_speak_of_them() -> None:
    """Neither the start page nor the goals lead to a page that is not there."""
    content = without(f"content/plans/{PLAN}/indicators/", f"content/plans/{PLAN}/background.yaml")
    plan = (
        content[PLAN_FILE].replace("[[indikator:unga-utan-fritid]]", "dem").replace("    page: sida:indikatorer\n", "")
    )
    made = pages_of(content | {PLAN_FILE: plan})
    assert f"{PLAN}/indikatorer/" not in made
    for address in ("", f"{PLAN}/", f"{PLAN}/mal/"):
        assert "indikatorer/" not in outline(made[address].html)


def test_one_thing_is_not_several() -> None:
    """Numbers of areas and measures are followed by the right form of the plan's own word."""
    assert "har 1 målområde." in said(f"{CLIMATE}/malomraden/")
    assert "har 2 strategier i 1 målområde." in said(f"{CLIMATE}/strategier/")


def test_a_plan_leads_to_the_parts_that_it_has() -> None:
    """A programme without goals, starting points, target groups and indicators names none of them."""
    parts = below(said(f"{CLIMATE}/"), "Delar")
    assert [line.partition("]")[0] for line in parts.split("\n") if line.startswith("- ")] == [
        "- [Målområden",
        "- [Strategier",
        "- [Ansvarsmatris",
        "- [Kopplingar",
        "- [Uppföljning",
        "- [Hela planen på en sida",
    ]
    assert len([line for line in below(said(f"{PLAN}/"), "Delar").split("\n") if line.startswith("- ")]) == 14


def test_a_plan_says_which_documents_belong_to_it() -> None:
    """Governing documents are linked one by one, the supporting ones to their own place in the list."""
    text = below(said(f"{PLAN}/"), "Andra dokument")
    assert "[Plan för en skola där alla lyckas](../dokument/skolplan/)" in text
    assert f"[1 stödjande dokument](../dokument/stodjande/#plan-{PLAN})" in text
    assert f"{{#plan-{PLAN}}}" in said("dokument/stodjande/")


def test_goals_name_the_indicators_that_measure_them() -> None:
    """Each goal of the indicators' table has its indicators, with whether any value is known."""
    text = below(said(f"{PLAN}/mal/"), "Så mäts målen")
    states = dict(line.removeprefix(":   [").split("]", 1) for line in text.split("\n") if line.startswith(":   ["))
    assert {name: state.rpartition("(")[2] for name, state in states.items()} == {
        "Unga som saknar en fritidsaktivitet": "har värden)",
        "Lånade cyklar": "har värden)",
        "Unga som känner sig trygga": "inga värden finns här)",
    }


def test_who_coordinates_and_who_is_responsible_stand_in_the_list() -> None:
    """Bodies are linked, a missing coordinator is said, and categories lead to their pages."""
    row = next(line for line in said(f"{PLAN}/insatser/").split("\n") if "1:2 Fråga unga" in line)
    coordinating, responsible, categories = bare_cells(row).split("<td>")[1:]
    assert coordinating.startswith("Anges inte")
    assert "organisationer/samtliga-namnder-och-styrelser/" in responsible
    assert categories.count('href="../malgrupper/') == 2


def test_a_list_without_categories_has_no_column_for_them() -> None:
    """A plan that has no categories is not said to miss them."""
    assert "Kategorier" not in said(f"{CLIMATE}/strategier/")


def test_who_is_aimed_at_nobody_is_named() -> None:
    """Interventions without a stated target group are listed by name; categories count as one."""
    missing = said(f"{PLAN}/malgrupper/").partition("</table>")[2]
    assert [line.partition("]")[0] for line in missing.split("\n") if line.startswith("- ")] == [
        "- [2:1 Låna ut cyklar",
        "- [2:2 Håll kurser på museet",
    ]


def test_target_groups_in_words_are_enough_for_a_page() -> None:
    """A plan without categories has its page of target groups if any intervention states one."""
    path = f"content/plans/{CLIMATE}/interventions/1-1.yaml"
    changed = texts()[path].replace("responsibilities:", "target_group: Alla som åker buss.\nresponsibilities:", 1)
    made = pages_of(texts() | {path: changed})
    assert "Alla som åker buss." in outline(made[f"{CLIMATE}/malgrupper/"].html)
    assert f"{CLIMATE}/malgrupper/" not in pages()


def test_a_category_shows_what_is_aimed_at_it() -> None:
    """Each category has the interventions aimed at it and no other; its neighbours follow the plan."""
    page = pages()[f"{PLAN}/malgrupper/a/"]
    assert (page.previous, page.next) == (None, f"{PLAN}/malgrupper/b/")
    headings = [line for line in outline(page.html).split("\n") if line.startswith("### ")]
    assert [heading[5:8] for heading in headings] == ["1:1", "1:2"]


def test_an_area_shows_its_interventions_and_who_is_responsible() -> None:
    """In official order, each with its lead and the responsible bodies."""
    text = below(said(f"{PLAN}/fokusomraden/1/"), "Insatser")
    first, second = text.split("### ")[1:]
    assert first.startswith("[1:1 Öppna en fritidsgård vid torget](../../insatser/1-1/) {#1-1}")
    assert "Kommunen öppnar en fritidsgård" in first
    assert "[Kulturnämnden]" in first
    assert "[Länsmuseet]" not in first
    assert second.startswith("[1:2 ")


def test_a_page_changes_when_what_it_shows_changes() -> None:
    """An area's page is as new as the newest of its own file and those of its interventions."""
    day = date(2025, 5, 2)
    changed = {f"content/plans/{PLAN}/interventions/1-1.yaml": day}
    built = rendered(texts(), history=History(days=changed))
    assert built[f"{PLAN}/fokusomraden/1/"].changed == day
    assert built[f"{PLAN}/fokusomraden/2/"].changed is None


def test_starting_points_have_an_overview_and_follow_one_another() -> None:
    """The overview has each with its lead; the pages lead on in the plan's order."""
    text = said(f"{PLAN}/utgangspunkter/")
    assert [line for line in text.split("\n") if line.startswith("## ")] == [
        "## [Vad fritid är](fritid/) {#fritid}",
        "## [Vad som hindrar](hinder/) {#hinder}",
    ]
    assert pages()[f"{PLAN}/utgangspunkter/fritid/"].next == f"{PLAN}/utgangspunkter/hinder/"
