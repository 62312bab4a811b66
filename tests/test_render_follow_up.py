"""Follow-up on every page that tells of it: five states apart, n of m with names, the latest answer first."""

from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from site_builder.foundation.page import Page
from site_builder.render.shared.area_mark import area_mark
from tests.miniature import texts
from tests.outline import outline
from tests.rendered import rendered

YOUTH, CLIMATE, READING = "ungdomsplan-2023-2026", "klimatprogram-2022-2027", "lasplan-2024-2027"


@cache
def pages() -> dict[str, Page]:
    """Every page of the miniature by its address."""
    return rendered(texts())


def text(address: str) -> str:
    """What a page says, as an outline."""
    return outline(pages()[address].html)


def part(address: str, anchor: str, level: str = "## ") -> str:
    """What stands below the heading with an anchor, up to the next heading of the same level."""
    return text(address).partition(f"{{#{anchor}}}")[2].partition(f"\n{level}")[0]


def words(node: LexborNode | None) -> str:
    """The words of an element on one line."""
    return " ".join(node.text().split()) if node else ""


def rows(address: str, table: str) -> dict[str, list[str]]:
    """The cells of a table by the words of their row's header."""
    regions = LexborHTMLParser(pages()[address].html).css(f"div[aria-labelledby={table}] tbody tr:not(.grupp)")
    return {words(line.css_first("th")): [words(cell) for cell in line.css("td")] for line in regions}


def test_the_matrix_tells_five_things_apart() -> None:
    """Yes, no, no answer, not asked and not concerned have a sign and words each."""
    found = rows(f"{YOUTH}/uppfoljning/", "tabell-uppfoljning-2024")
    assert found["1:1 Öppna en fritidsgård vid torget"] == [
        "S svar saknas", "J Ja", "–", "–", "S svar saknas",
    ]  # fmt: skip
    assert set(found["2:2 Håll kurser på museet"]) == {"E ej tillfrågad"}
    earlier = rows(f"{YOUTH}/uppfoljning/", "tabell-uppfoljning-2023")
    assert earlier["1:1 Öppna en fritidsgård vid torget"][1] == "N Nej"


def test_a_question_without_an_answer_is_no_no() -> None:
    """Who was asked and left the question open has not answered."""
    assert rows(f"{YOUTH}/uppfoljning/", "tabell-uppfoljning-2024")["1:2 Fråga unga vad de vill"][1] == "S svar saknas"


def test_another_scale_shows_its_own_words() -> None:
    """The climate programme says how far it has come in words of its own, under the same signs."""
    page = f"{CLIMATE}/uppfoljning/"
    assert rows(page, "tabell-uppfoljning-2024") == {
        "1:1 Kör bussarna på el": ["D Påbörjat", "S svar saknas"],
        "1:2 Bygg fler cykelvägar": ["N Ej påbörjat", "–"],
    }
    heads = [
        words(cell)
        for cell in LexborHTMLParser(pages()[page].html).css("div[aria-labelledby=tabell-laget-2024] thead th")
    ]
    assert heads == ["Målområde", "Klart", "Påbörjat", "Ej påbörjat", "Svar saknas", "Ej tillfrågad"]


def test_each_area_is_counted_as_n_of_m() -> None:
    """The table of areas counts bodies in measures, never as a percentage."""
    found = rows(f"{CLIMATE}/uppfoljning/", "tabell-laget-2024")
    assert found == {"Målområde 1: Resor utan utsläpp": ["0 av 3", "1 av 3", "1 av 3", "1 av 3", "0 av 3"]}
    assert "%" not in text(f"{CLIMATE}/uppfoljning/")


def test_the_picture_has_one_square_for_each_body_in_each_measure() -> None:
    """Each area has a picture with as many squares as its table row counts, each with its letter."""
    pictures = LexborHTMLParser(pages()[f"{YOUTH}/uppfoljning/"].html).css("figure.bild")
    letters = ["".join(words(node) for node in picture.css("g text")) for picture in pictures]
    assert letters == ["JSSSSSS", "JJEEEEE"]
    assert words(pictures[0].css_first("figcaption")) == ("Fokusområde 1: En plats att vara på: ja 1, svar saknas 6")


def test_who_has_answered_and_who_has_not_is_said_by_name() -> None:
    """Both are named, with how many duties they have and have answered about."""
    told = part(f"{YOUTH}/uppfoljning/", "vem")
    answering, silent = told.split("Har uppgifter men har inte svarat")
    assert "[Kulturnämnden](../../organisationer/kulturnamnden/) (2 av 4 uppgifter, 2024)" in answering
    assert "[Länsmuseet](../../organisationer/lansmuseet/) (2 insatser)" in silent
    assert "2 av 5 organisationer" in text(f"{YOUTH}/uppfoljning/").partition("</div>")[0]


def test_unknown_duties_are_said_to_be_unknown() -> None:
    """Where no source says who is responsible, nobody is said to owe an answer."""
    told = part(f"{READING}/uppfoljning/", "vem")
    assert "har inte svarat" not in told
    assert "säger källorna inte vem som ansvarar" in told
    assert "Källorna säger inte vem som ansvarar" in part(f"{READING}/uppdrag/1-1/", "uppfoljning")


def test_what_every_no_says_is_told_with_its_source() -> None:
    """Each answer that is not yes stands with comment, source and correction; a yes does not."""
    told = part(f"{YOUTH}/uppfoljning/", "inte-ja")
    assert "Nämnden letar efter en lokal." in told
    assert "avsnittet ”Fråga 1”" in told
    assert "Fritidsgården öppnade i mars." not in told
    corrected = told.partition("{#svar-2024-kulturnamnden-2-1}")[2].partition("###")[0]
    assert "I rapporten stod\n:   Nej, det är inte gjort. Cyklarna är köpta men inte utlånade." in corrected
    assert "Rättat 3 februari 2025\n:   Ja, det är gjort." in corrected
    assert "Skäl: Förvaltningen hade räknat fel på månaden." in corrected


def test_what_nobody_asked_about_is_listed() -> None:
    """Measures without a question are listed year by year, indicators without value too."""
    told = part(f"{YOUTH}/uppfoljning/", "ej-tillfragad")
    assert "2024: rapporterna tar inte upp 1 av 4 insatser." in told
    assert "[2:2 Håll kurser på museet](../insatser/2-2/)" in told
    assert "Unga som känner sig trygga" in part(f"{YOUTH}/uppfoljning/", "indikatorer")


def test_an_intervention_has_its_latest_answer_first() -> None:
    """The latest answer of a body stands before its earlier ones, and each leads to its report."""
    told = part(f"{YOUTH}/insatser/1-1/", "uppfoljning")
    latest, earlier = told.split("{#tidigare-svar}")
    assert "### December 2024: [Kulturnämnden]" in latest
    assert "uppfoljningar/2024-kulturnamnden/#ungdomsplan-2023-2026-1-1" in latest
    assert "#### 2023: [Kulturnämnden]" in earlier
    assert "2024: svar saknas från 2 av 3 organisationer" in told


def test_who_is_silent_through_a_group_is_said_to_be() -> None:
    """Members of a group are named as those who have the duty through it."""
    told = part(f"{YOUTH}/insatser/1-2/", "svar-som-saknas", "### ")
    assert "- Via [Samtliga nämnder och styrelser](" in told
    assert told.index("Via") < told.index("[Tekniska nämnden]")


def test_a_measure_that_nobody_asked_about_is_not_without_an_answer() -> None:
    """Not asked is another thing than no answer."""
    told = part(f"{YOUTH}/insatser/2-2/", "uppfoljning")
    assert "2024: ej tillfrågad." in told
    assert "svar saknas" not in told


def test_a_body_sees_what_it_has_answered() -> None:
    """An organization's page tells plan by plan and year by year, the latest first; a group has nothing to answer."""
    told = part("organisationer/kulturnamnden/", f"uppfoljning-{YOUTH}")
    assert told.index("### 2024") < told.index("### 2023")
    assert "Kulturnämnden har svarat om 2 av 4 insatser där den har uppgifter." in told
    assert "Nej (2)\n:   [1:1 Öppna" in told
    silent = part("organisationer/lansmuseet/", f"uppfoljning-{YOUTH}")
    assert "Länsmuseet har uppgifter i 2 insatser men har inte svarat." in silent
    assert "{#uppfoljning" not in text("organisationer/kulturkretsen/")


def test_a_report_is_shown_as_it_was_given() -> None:
    """Facts, scale, every answer under plan and area, what else it says, and its neighbours in time."""
    page = pages()["uppfoljningar/2024-kulturnamnden/"]
    told = outline(page.html)
    assert "Besvarad av\n:   Kulturförvaltningen" in told
    assert "Ja, det är gjort\n:   2 svar. Tecken i tabellerna: J, ja." in told
    assert f"## {area_mark('1')}Läsplan 2024–2027, Område 1 {{#omrade-lasplan-2024-2027-1}}" in told
    assert "Frågor utan svar: 1" in told
    assert "{#det-viktigaste}" in told
    assert page.next


def test_all_reports_are_listed_the_latest_first() -> None:
    """The list has every report of every plan."""
    told = text("uppfoljningar/")
    places = [
        told.index(f"{{#{name}}}") for name in ("2024-kulturnamnden", "2024-tekniska-namnden", "2023-kulturnamnden")
    ]
    assert places == sorted(places)


def test_areas_and_the_start_page_tell_the_state_in_figures() -> None:
    """Both say how many, and lead on."""
    assert "Organisationernas uppgifter 2024: 7, varav ja 1" in part(f"{YOUTH}/fokusomraden/1/", "uppfoljning")
    told = part("", "laget")
    assert "2 av 5 organisationer med uppgifter i Ungdomsplan 2023–2026 har svarat." in told
    assert f"[Mer om uppföljningen]({YOUTH}/uppfoljning/)" in told


def test_without_any_follow_up_nothing_is_invented() -> None:
    """A plan without reports has no such page, and says so where answers would stand."""
    found = {path: body for path, body in texts().items() if "/follow_ups/" not in path}
    made = rendered(found)
    assert f"{YOUTH}/uppfoljning/" not in made
    assert "Ingen uppföljning av Ungdomsplan 2023–2026 är redovisad här." in outline(
        made[f"{YOUTH}/insatser/1-1/"].html
    )
    assert "Ingen uppföljning är redovisad" in outline(made[""].html)
