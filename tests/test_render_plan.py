"""The pages of a plan: what they show, in which order, and what they say is missing. Run on the miniature."""

from datetime import date
from functools import cache

import pytest

from site_builder.build import check
from site_builder.foundation.page import Page
from tests.miniature import bare_cells, texts
from tests.outline import outline
from tests.rendered import rendered

PLAN = "ungdomsplan-2023-2026"
CLIMATE = "klimatprogram-2022-2027"


@cache
def pages(as_of: date = date(2026, 1, 15)) -> dict[str, Page]:
    """Every page of the miniature by its address."""
    return rendered(texts(), as_of)


def said(address: str) -> str:
    return outline(pages()[address].html)


def after(text: str, mark: str) -> str:
    """What stands below a heading or term, up to the next one."""
    return text.partition(mark)[2].partition("\n## ")[0]


def test_an_intervention_shows_both_directions() -> None:
    """Stated connections and those worked out are told apart; both say number and title, and another plan by name."""
    text = said(f"{PLAN}/insatser/1-1/")
    stated, worked_out = after(text, "## Kopplingar").split("### Nämns av")
    assert "[1:2 Fråga unga vad de vill](../1-2/) (står som koppling i planen)" in stated
    assert "[2:1 Låna ut cyklar](../2-1/) (nämns i planens löpande text)" in stated
    assert "[1:2 Bygg fler cykelvägar (Klimatprogram 2022–2027)]" in stated
    assert "[1:2 Fråga unga vad de vill](../1-2/) (ömsesidig" in worked_out


def test_what_is_missing_is_said() -> None:
    """No coordinator, no result and no target group are told in words, and categories stand in for a target group."""
    missing = said(f"{PLAN}/insatser/2-1/")
    assert "Planen anger ingen målgrupp." in missing
    by_category = said(f"{PLAN}/insatser/1-2/")
    assert "Planen anger inget förväntat resultat." in by_category
    assert "Planen pekar inte ut någon som samordnar." in by_category
    assert "Planen anger ingen målgrupp." not in by_category


def test_zero_is_a_value_and_unknown_is_not_zero() -> None:
    """A baseline of zero is shown, a missing one is said to be unknown, decimals have a comma."""
    table = bare_cells(said(f"{PLAN}/indikatorer/"))
    rows = [line for line in table.split("\n") if line.startswith("<tr><th")]
    assert "<td>0 (2022)</td><td>Okänt – källorna anger inget värde</td>" in rows[1]
    assert "120,5 (2023)" in rows[0]
    assert "<td>0" not in rows[2]


def test_a_plan_speaks_its_own_words() -> None:
    """The climate programme has målområden and strategier, in addresses, headings and running text."""
    made = pages()
    assert f"{CLIMATE}/strategier/1-1/" in made
    assert made[f"{CLIMATE}/malomraden/1/"].title.startswith("Målområde 1: ")
    assert made[f"{CLIMATE}/strategier/"].title == "Strategier"
    assert "insats" not in outline(made[f"{CLIMATE}/strategier/"].html).lower()


def test_interventions_follow_one_another() -> None:
    """Previous and next run through a plan, across its areas, and end with it."""
    made = pages()
    assert made[f"{PLAN}/insatser/1-2/"].next == f"{PLAN}/insatser/2-1/"
    assert made[f"{PLAN}/insatser/1-1/"].previous is None
    assert made[f"{PLAN}/insatser/2-2/"].next is None


@pytest.mark.parametrize(("day", "shown"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True)])
def test_every_page_of_a_plan_knows_when_its_period_is_over(day: date, shown: bool) -> None:
    """The notice is there from the first day after the plan, on every page of that plan and of no other."""
    for address, page in pages(day).items():
        if address.startswith(PLAN):
            assert page.notice is not None
            assert (page.notice.first_day, page.notice.shown) == (date(2027, 1, 1), shown)
        if address.startswith(CLIMATE):
            assert page.notice is not None
            assert not page.notice.shown


def test_decisions_stand_in_time_order_and_those_without_a_day_last() -> None:
    """The oldest first, year by year; a decision with neither day nor year ends the page."""
    headings = [line for line in said("beslut/").split("\n") if line.startswith("##")]
    assert [heading.partition(":")[0].partition(" {")[0] for heading in headings] == [
        "## Alla beslut i korthet",
        "## 2022",
        "### 2022",
        "## 2023",
        "### 13 februari 2023",
        "## Utan känt datum",
        "### Dag anges inte",
    ]


def test_a_governing_document_has_a_page_and_others_a_place() -> None:
    """Only documents that govern in some plan have pages of their own; every other has an anchor in the list."""
    made = pages()
    assert "dokument/skolplan/" in made
    assert "dokument/ungdomsenkat/" not in made
    assert "{#ungdomsenkat}" in said("dokument/")
    assert "Skolplanen säger vad skolan gör" in said("dokument/skolplan/")


def test_the_start_page_leads_to_the_whole_current_plan() -> None:
    """Every area of the current plan, and the list of its interventions, are linked; other plans are named."""
    text = said("")
    assert text.count("](ungdomsplan-2023-2026/insatser/)") == 1
    assert text.count("](ungdomsplan-2023-2026/fokusomraden/") == 2
    assert f"]({CLIMATE}/)" in text


def test_differences_are_told_on_the_pages_they_affect() -> None:
    """An affected page leads to the place where both readings stand."""
    assert "avvikelser/titel-2-1/)" in said(f"{PLAN}/insatser/2-1/")
    assert "avvikelser/" not in said(f"{PLAN}/insatser/2-2/")


@pytest.mark.parametrize(
    ("weight", "words"),
    [
        ("who_does_what", "Avvikelser i källorna om ansvar eller fakta (1)"),
        ("facts", "Avvikelser i källorna om ansvar eller fakta (1)"),
        ("editorial", "Redaktionella avvikelser i källorna (1)"),
    ],
)
def test_differences_stand_after_the_facts(weight: str, words: str) -> None:
    """What the plan says comes first; each count says what it counts."""
    path = "content/differences.yaml"
    changed = texts() | {path: texts()[path].replace("weight: facts", f"weight: {weight}")}
    html = rendered(changed)[f"{PLAN}/insatser/2-1/"].html
    assert html.count("avvikelser/") == 1
    assert html.index(words) > html.index('id="fakta"')


def test_everything_that_can_be_referred_to_has_a_page_and_a_place_on_it() -> None:
    """No reference that passes the checks leads to nothing: every address is a page, every anchor stands on it."""
    made = pages()
    index = check(texts(), date(2026, 1, 15)).index
    for target in index.targets.values():
        if target.kind not in ("difference", "draft", "site"):
            address, _, anchor = target.address.partition("#")
            assert address in made, target
            assert not anchor or f"{{#{anchor}}}" in outline(made[address].html), target
