"""The page of an intervention, from goal to decision: what it belongs to, who does it together, and where it stands."""

from functools import cache

import pytest
from selectolax.lexbor import LexborHTMLParser

from site_builder.foundation.page import Page
from tests.miniature import texts
from tests.outline import outline
from tests.rendered import rendered

PLAN, CLIMATE, READING = "ungdomsplan-2023-2026", "klimatprogram-2022-2027", "lasplan-2024-2027"
FIRST = f"content/plans/{PLAN}/interventions/1-1.yaml"
PLACES = (f"{PLAN}/insatser/1-1/", f"{PLAN}/insatser/2-2/", f"{CLIMATE}/strategier/1-1/", f"{READING}/uppdrag/1-1/")


@cache
def pages() -> dict[str, Page]:
    return rendered(texts())


def facts(page: Page) -> dict[str, str]:
    """The terms of the facts with what is told of each."""
    text = outline(page.html).partition("{#fakta}")[2].partition("\n## ")[0]
    terms = text.strip().split("\n\n")
    return {term.partition("\n:   ")[0]: term.partition("\n:   ")[2] for term in terms if "\n:   " in term}


def test_the_chain_goes_from_goal_to_decision() -> None:
    """The plan's goals, the indicator or that there is none of its own, and the decision, each as a link."""
    told = facts(pages()[f"{PLAN}/insatser/1-1/"])
    assert "[Alla unga har något att göra](../../mal/#alla-unga)" in told["Planens mål"]
    assert told["Indikator"] == "Ingen egen indikator. [Planens indikatorer](../../indikatorer/)"
    assert told["Beslutad av"].startswith("[Kommunfullmäktige 13 februari 2023, § 7](../../../beslut/#")
    own = texts() | {FIRST: f"{texts()[FIRST].rstrip()}\nindicators: [unga-utan-fritid]\n"}
    told = facts(rendered(own)[f"{PLAN}/insatser/1-1/"])
    assert told["Indikator"].startswith("[")
    assert told["Indikator"].endswith("indikatorer/#unga-utan-fritid)")
    assert "Ingen egen" not in told["Indikator"]


@pytest.mark.parametrize("plan", [CLIMATE, READING])
def test_a_plan_without_indicators_is_not_said_to_lack_one(plan: str) -> None:
    """Nor a plan that is not itself a source."""
    for address, page in pages().items():
        if address.startswith(f"{plan}/") and address.count("/") == 3:
            assert "egen indikator" not in page.html


@pytest.mark.parametrize("address", PLACES)
def test_every_decided_measure_names_its_decision(address: str) -> None:
    """Where the plan has a decision; where no source tells of one, nothing is said."""
    plan = address.partition("/")[0]
    is_decided = "\ndecision:" in texts()[f"content/plans/{plan}/plan.yaml"]
    assert ("Beslutad av" in facts(pages()[address])) is is_decided


def test_the_state_stands_beside_the_title_and_the_differences_last() -> None:
    """What is published of answers stands before the lead; where the sources disagree, after the sources."""
    page = LexborHTMLParser(pages()[f"{PLAN}/insatser/2-1/"].html)
    blocks = [node for node in page.body.iter() if node.tag != "-text"] if page.body else []
    classes = [str(node.attributes.get("class") or node.attributes.get("id") or "") for node in blocks]
    assert classes.index("state-line") < classes.index("lead") < classes.index("kallor")
    assert classes.index("kallor") < next(place for place, name in enumerate(classes) if "differences" in name)


def test_who_is_in_a_group_is_named() -> None:
    """A group's members stand below it, with what nobody knows of the list."""
    page = LexborHTMLParser(pages()[f"{PLAN}/insatser/1-2/"].html)
    (group,) = page.css("dd details")
    assert "Vilka som ingår i Samtliga nämnder och styrelser" in group.text()
    assert {"Kulturnämnden", "Tekniska nämnden"} <= {link.text() for link in group.css("a")}
    assert "Det kan finnas fler" in group.text()


def test_when_it_is_to_be_done_is_told_where_the_plan_tells() -> None:
    """And nothing where it does not."""
    assert facts(pages()[f"{PLAN}/insatser/2-1/"])["När"] == "Före sommaren 2025"
    assert "När" not in facts(pages()[f"{PLAN}/insatser/1-1/"])
