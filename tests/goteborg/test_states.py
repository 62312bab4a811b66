"""What is told of the follow-up of the city's own plans: from whom, of what, and what nobody knows."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.foundation.page import Page
from site_builder.meaning.link import link
from site_builder.meaning.reports.answers import Answers
from site_builder.meaning.reports.given import State
from site_builder.reading.load import load
from site_builder.reading.read import read
from tests.outline import outline
from tests.rendered import rendered
from tests.test_follow_up_states import ACCUSATIONS, UNREAD, below, pages_with_counts, said

ROOT = Path(__file__).resolve().parent.parent.parent
PLAN, PROGRAMME = "handlingsplan-2023-2026", "program-2022-2026"
SOUTHWEST, EDUCATION = "socialnamnd-sydvast", "utbildningsnamnden"


@cache
def real() -> dict[str, str]:
    return dict(read(ROOT).by_path)


@cache
def real_pages() -> Mapping[str, Page]:
    return rendered(real())


def test_no_page_of_the_city_says_of_a_body_that_it_has_not_answered() -> None:
    """Not in any words that the program makes, and not in the running text of plans and reports either."""
    for address, page in real_pages().items():
        assert address.startswith(UNREAD) or not ACCUSATIONS.search(said(page)), address


def test_the_citys_caveat_stands_beside_every_count() -> None:
    """No count of answers stands on a page without what nobody knows."""
    found = list(pages_with_counts(real_pages()))
    assert len(found) > 5
    assert all("som har tillfrågats eller svarat vet vi inte." in said(page) for page in found)


def test_the_start_page_says_what_is_published_and_what_nobody_knows() -> None:
    """Of how many duties by name an answer is held, and the caveat beside it; counted from the content."""
    told, index = said(real_pages()[""]), link(load(real()))
    content = index.plans[index.site.value.current_plan if index.site else ""]
    plan, measures = content.plan.value, [record.value for record in content.interventions]
    asked = {(item.number, body) for item in measures for part in item.responsibilities for body in part.bodies}
    own = {pair for pair in asked if pair[1] in index.organizations}
    given = [
        (report.year, answer.measure.removeprefix(f"{plan.id}/"), report.organization)
        for report in (record.value for record in index.follow_ups)
        for answer in report.answers
        if answer.measure.startswith(f"{plan.id}/")
    ]
    year = max(year for year, *_ in given)
    answered = own & {(number, body) for found, number, body in given if found == year}
    assert f"Om {len(answered)} av {len(own)} uppgifter som {plan.short_title} ger organisationer vid namn" in told
    assert f"om {plan.short_title}. Vilka andra som har tillfrågats eller svarat vet vi inte." in told


def test_an_answer_says_who_gave_it() -> None:
    """The administration stands beside the committee wherever the answer is shown."""
    shown = ("insatser/2-1/", "uppfoljning/")
    for address in shown:
        assert "Besvarad av\n:   Socialförvaltningen Sydväst" in outline(real_pages()[f"{PLAN}/{address}"].html)
    assert "Svaren lämnades av Socialförvaltningen Sydväst." in said(real_pages()[f"organisationer/{SOUTHWEST}/"])


@pytest.mark.parametrize("number", ["2:1", "2:2", "4:4"])
def test_a_yes_with_a_reservation_says_so_and_that_the_reading_is_ours(number: str) -> None:
    """The scale's own word, what limits it, and the comment in full."""
    told = below(real_pages()[f"{PLAN}/insatser/{number.replace(':', '-')}/"], "uppfoljning")
    assert "**Ja (med förbehåll)**" in told
    assert "Förbehåll\n:   Så läser vi kommentaren: " in told


def test_a_plain_yes_has_no_reservation() -> None:
    """Where no reading is, nothing is added to the scale's word."""
    told = below(real_pages()[f"{PLAN}/insatser/2-4/"], "uppfoljning")
    assert "**Ja**" in told
    assert "Förbehåll" not in told


def test_a_statement_is_no_question() -> None:
    """The report of 2023 has statements with crosses: it is not said to have asked anything."""
    told = below(real_pages()[f"{PROGRAMME}/strategier/5-3/"], "uppfoljning")
    of_2023 = told.partition("Utbildningsnämnden")[2]
    assert "Påstående\n:   Strategi 11 i rapporten: staden ska motverka" in of_2023
    assert "Ett mindre utvecklingsarbete behöver ske för att arbeta i enlighet med strategin" in of_2023
    assert "Fråga\n" not in of_2023


def test_two_levels_of_development_are_two() -> None:
    """A smaller and a larger development are told apart by sign and words."""
    legend = below(real_pages()[f"{PROGRAMME}/uppfoljning/"], "teckenforklaring", "### ")
    assert "◕</span> mindre utveckling behövs" in legend
    assert "◔</span> delvis eller större utveckling behövs: ”Större utveckling behövs”" in legend


def test_the_form_tells_what_was_not_asked_of_the_one_who_filled_it_in() -> None:
    """3:1 was not asked of Sydväst; of the others nobody knows, and 2:3 is none of Sydväst's duties."""
    intervention = below(real_pages()[f"{PLAN}/insatser/3-1/"], "uppfoljning")
    assert "Frågades inte 2024 enligt formuläret: [Socialnämnd Sydväst]" in intervention
    assert "Inget svar från 2024 publicerat här: [Kommunstyrelsen]" in intervention
    found = Answers(link(load(real())))
    assert found.known(f"{PLAN}/3:1", SOUTHWEST, 2024).state is State.NOT_IN_FORM
    assert found.known(f"{PLAN}/2:3", SOUTHWEST, 2024).state is State.NOT_CONCERNED
    assert found.known(f"{PLAN}/3:1", "socialnamnd-centrum", 2024).state is State.NOT_PUBLISHED
    assert found.known(f"{PROGRAMME}/3:3", EDUCATION, 2023).state is State.NOT_IN_FORM


def test_the_list_says_nothing_of_where_they_are_named() -> None:
    """Some stand in no plan, and one in no source: the page's lead claims neither of anybody."""
    lead = outline(real_pages()["organisationer/"].html).partition("<div")[2].partition("</div>")[0]
    assert "som planerna nämner" not in lead
    assert "som förekommer här" in lead


def test_a_groups_page_says_what_its_list_is_and_where_each_member_is_named() -> None:
    """Bodies that stand only in the proposal, or in no source at all, are said to."""
    page = outline(real_pages()["organisationer/samtliga-namnder-och-styrelser/"].html)
    members = page.partition("{#medlemmar}")[2].partition("\n## ")[0]
    assert "Listan är vår." in members
    assert "[Stadsbyggnadsnämnden](../stadsbyggnadsnamnden/). Nämns som: Stadsbyggnadskontoret" in members
    for line in (line for line in members.split("\n") if line.startswith("- [Business Region")):
        assert "Remissförslaget 2022" in line
        assert "Handlingsplan 2023–2026" not in line


def test_a_body_through_groups_alone_is_not_said_to_be_named() -> None:
    """Its page says that the duty is a group's, with a link to the group."""
    page = outline(real_pages()["organisationer/business-region-goteborg/"].html)
    assert "uppgifter vid namn" not in page
    assert "gäller uppgiften en grupp som Business Region Göteborg AB ingår i, enligt vår lista." in page
    assert "[Samtliga nämnder och styrelser i Göteborgs Stad](../samtliga-namnder-och-styrelser/)" in page


def test_a_decision_that_a_plan_just_names_is_said_to_be_named() -> None:
    """It is not on the way to the plan, and the plan is not said not to know it."""
    page = real_pages()["beslut/"]
    rows = LexborHTMLParser(page.html).css("div[aria-labelledby=tabell-beslut] tr")
    named = [" ".join(row.text(separator=" ").split()) for row in rows if "Nämns i" in row.text()]
    assert named
    assert all("Ingen av planerna" not in row for row in named)
