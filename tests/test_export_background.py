"""How plans belong together and how they came to be, as data: what they carry out, drafts, decisions and topics."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from schema.intervention import Intervention
from schema.plan import FocusArea
from site_builder.foundation.inline import qualified
from site_builder.meaning.link import PlanContent
from tests.miniature import ROOT as MINIATURE
from tests.test_export_follow_up import CLIMATE, READING, YOUTH, index_of, published, rows


def plan(identity: str, root: Path = MINIATURE) -> Any:
    return next(item for item in published(root)["plans"] if item["id"] == identity)


def intervention(identity: str, number: str) -> Any:
    return next(item for item in plan(identity)["interventions"] if item["number"] == number)


def carriers(content: PlanContent) -> Iterator[FocusArea | Intervention]:
    """What may carry out measures of other plans."""
    yield from (record.value for record in content.areas)
    yield from (record.value for record in content.interventions)


def test_what_is_carried_out_stands_in_both_directions() -> None:
    """The list is the contract's; beside it how we know, and with the other plan what carries it out."""
    item = intervention(YOUTH, "2:1")
    assert item["carries_out"] == [f"{CLIMATE}/1:2"]
    assert [(detail["reference"], detail["basis"], detail["note"]) for detail in item["carries_out_details"]] == [
        (f"{CLIMATE}/1:2", "stated", "Planen nämner cyklarna i klimatprogrammet.")
    ]
    area = plan(YOUTH)["areas"][1]
    assert (area["carries_out"], area["carries_out_details"][0]["basis"]) == ([f"{CLIMATE}/1:1"], "worked_out")
    assert intervention(CLIMATE, "1:1")["carried_out_by"] == [
        {"plan": YOUTH, "area": 2, "number": None, "basis": "worked_out"}
    ]
    assert intervention(CLIMATE, "1:2")["carried_out_by"] == [
        {"plan": YOUTH, "area": None, "number": "2:1", "basis": "stated"}
    ]
    assert item["carried_out_by"] == []


def test_a_cost_says_where_it_comes_from() -> None:
    """The amount stands by itself and with its text and source; no cost is null."""
    item = intervention(YOUTH, "1:1")
    assert item["cost"]["sek_per_year"] == item["cost_sek_per_year"] == 1_200_000
    assert item["cost"]["sources"]
    assert intervention(YOUTH, "1:2")["cost"] is None


def test_a_draft_tells_how_we_know_and_what_was_said() -> None:
    """After the keys of the contract: what it continues, how we know, views and change."""
    draft = next(item for item in plan(YOUTH)["drafts"] if item["id"] == "2022-10-2-1")
    assert (draft["continues"], draft["basis"], draft["note"]) == (["2022-05-2-2"], "worked_out", None)
    assert draft["views"] == "Tekniska nämnden undrade vem som lagar cyklarna."
    assert draft["change"] == "Tekniska nämnden fick laga dem, se 2:1."
    assert draft["url"] == f"/{YOUTH}/fran-forslag-till-beslut/#forslag-2022-10-2-1"


def test_a_plan_tells_how_it_came_to_be_and_how_it_is_known() -> None:
    """The background with its consultations, or null; a plan that is no source says how it is known."""
    background = plan(YOUTH)["background"]
    consultation = background["consultations"][0]
    assert (consultation["answers"], consultation["answer_by"]) == (3, "2022-08-31")
    assert consultation["asked"] == ["samtliga-namnder-och-styrelser", "lansmuseet"]
    assert consultation["text"] == "De flesta ville ha färre insatser. Länsmuseet ville vara med i 2:2."
    assert [(item["id"], item["bodies"]) for item in background["assignments"]] == [
        ("simhall", ["kulturnamnden"]),
        ("skolgardar", []),
    ]
    reading = plan(READING)
    assert (reading["background"], plan(YOUTH)["known_through"]) == (None, None)
    assert reading["known_through"]
    only = reading["interventions"][0]
    assert only["official_title"] == "Den som arbetar med barn ska läsa högt en stund varje dag"
    assert only["unknown_responsibility"].endswith("bara att Kulturnämnden svarade.")


def test_a_topic_has_its_figures_and_what_belongs_to_it() -> None:
    """Figures have a year and a source; what is related is an address."""
    topic = published()["topics"][0]
    assert (topic["id"], topic["url"]) == ("fritidsgardar", "/fritidsgardar/")
    assert [(figure["value"], figure["year"]) for figure in topic["figures"]] == [("1", 2021), ("4 av 10", None)]
    assert topic["figures"][1]["note"] == "Av 340 som svarade på enkäten."
    assert topic["related"] == [f"/{YOUTH}/insatser/1-1/", f"/{YOUTH}/utgangspunkter/fritid/"]


def test_the_tables_name_things_by_their_whole_keys() -> None:
    """An area and an intervention are told apart; numbers and drafts stand with their plan."""
    assert [(row["carrier"], row["kind"], row["carries_out"], row["basis"]) for row in rows("carries_out.csv")] == [
        (f"{YOUTH}/2", "area", f"{CLIMATE}/1:1", "worked_out"),
        (f"{YOUTH}/2:1", "intervention", f"{CLIMATE}/1:2", "stated"),
    ]
    draft = next(row for row in rows("drafts.csv") if row["id"] == "2022-10-2-1")
    assert (draft["draft"], draft["became"]) == (f"{YOUTH}/2022-10-2-1", f"{YOUTH}/2:1")
    assert draft["continues"] == f"{YOUTH}/2022-05-2-2"
    assert [(row["date"], row["year"], row["plans"]) for row in rows("decisions.csv")] == [
        ("", "2022", ""),
        ("2023-02-13", "2023", YOUTH),
        ("", "", ""),
    ]


def test_everything_is_there_exactly_once(root: Path) -> None:
    """Each draft, each decision and each measure that is carried out is once in plans.json and once in its table."""
    index, plans = index_of(root), published(root)["plans"]
    drafts = Counter(f"{key}/{record.value.id}" for key, item in index.plans.items() for record in item.drafts)
    assert Counter(f"{item['id']}/{draft['id']}" for item in plans for draft in item["drafts"]) == drafts
    assert Counter(row["draft"] for row in rows("drafts.csv", root)) == drafts
    decisions = Counter(list(index.decisions))
    assert Counter(item["id"] for item in published(root)["decisions"]) == decisions
    assert Counter(row["id"] for row in rows("decisions.csv", root)) == decisions
    carried = Counter(
        (f"{key}/{carrier.number}", qualified("intervention", one.measure, key))
        for key, item in index.plans.items()
        for carrier in carriers(item)
        for one in carrier.carries_out
    )
    assert carried
    found = (
        (f"{item['id']}/{carrier['number']}", other)
        for item in plans
        for carrier in (*item["areas"], *item["interventions"])
        for other in carrier["carries_out"]
    )
    assert Counter(found) == carried
    assert Counter((row["carrier"], row["carries_out"]) for row in rows("carries_out.csv", root)) == carried
    inverse = [by for item in plans for one in item["interventions"] for by in one["carried_out_by"]]
    assert len(inverse) == carried.total()
