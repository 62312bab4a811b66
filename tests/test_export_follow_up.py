"""The follow-up as data: answers as they were reported, corrections beside them, and the state of every duty."""

import csv
import io
import json
from collections import Counter
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from site_builder.export.data import artifacts
from site_builder.meaning.link import PlanIndex, link
from site_builder.meaning.reports.answers import Answers
from site_builder.meaning.reports.given import State, answers_in
from site_builder.reading.load import load
from site_builder.reading.read import read, read_strings
from tests.miniature import ROOT as MINIATURE

YOUTH, CLIMATE, READING = "ungdomsplan-2023-2026", "klimatprogram-2022-2027", "lasplan-2024-2027"


@cache
def index_of(root: Path) -> PlanIndex:
    return link(load(read(root).by_path))


@cache
def files(root: Path) -> dict[str, bytes]:
    """Every published file of a content by its name."""
    return {item.path.removeprefix("data/v1/"): item.data for item in artifacts(index_of(root), read_strings())}


def published(root: Path = MINIATURE) -> Any:
    return json.loads(files(root)["plans.json"])


def rows(name: str, root: Path = MINIATURE) -> list[dict[str, str]]:
    """The rows of a table, read as any program would."""
    text = io.StringIO(files(root)[name].decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=";"))


def follow_up(identity: str) -> Any:
    return next(item for item in published()["follow_ups"] if item["id"] == identity)


def test_answers_stay_as_they_were_reported() -> None:
    """A correction stands beside the answer, in the order of time, and does not change it."""
    item = follow_up("2024-kulturnamnden")
    answers = {f"{answer['plan']}/{answer['number']}": answer for answer in item["answers"]}
    assert list(answers) == [f"{YOUTH}/1:1", f"{YOUTH}/1:2", f"{YOUTH}/2:1", f"{READING}/1:1"]
    answer = answers[f"{YOUTH}/2:1"]
    assert (answer["value"], answer["comment"]) == ("nej", "Cyklarna är köpta men inte utlånade.")
    assert item["corrections"] == [
        {
            "date": "2025-02-03",
            "plan": YOUTH,
            "number": "2:1",
            "value": "ja",
            "comment": "Utlåningen började i december.",
            "reason": "Förvaltningen hade räknat fel på månaden.",
            "sources": [{"document": "uppfoljning-2024", "section": "Rättelse", "page": None}],
        }
    ]
    assert item["lock"] == "51d169a2a3f2182d"


def test_a_question_without_an_answer_is_null() -> None:
    """That a question was asked but not answered is neither yes nor no."""
    answer = follow_up("2023-kulturnamnden")["answers"][2]
    assert (answer["value"], answer["comment"], answer["question"]) == (None, None, "Lånar ni ut cyklar?")


def test_a_follow_up_has_its_own_scale_and_facts() -> None:
    """Each report has the scale that it defines; running text is plain text."""
    item = follow_up("2024-tekniska-namnden")
    assert [(step["id"], step["label"], step["standing"], step["short_name"]) for step in item["scale"]] == [
        ("klart", "Klart", "yes", None),
        ("paborjat", "Påbörjat, men inte klart", "partly", "Påbörjat"),
        ("ej-paborjat", "Ej påbörjat", "no", None),
    ]
    assert (item["year"], item["month"], item["answered_by"]) == (2024, None, None)
    item = follow_up("2024-kulturnamnden")
    assert (item["month"], item["answered_by"]) == (12, "Kulturförvaltningen")
    assert item["url"] == "/uppfoljningar/2024-kulturnamnden/"
    assert item["sections"][0]["text"] == "Nämnden vill helst satsa på fritidsgården, se 1:1."


def test_the_table_has_the_correction_beside_the_answer() -> None:
    """One row an answer: what was reported first, what is right instead last."""
    corrected = [row for row in rows("follow_ups.csv") if row["correction_date"]]
    assert [(row["intervention"], row["follow_up"]) for row in corrected] == [(f"{YOUTH}/2:1", "2024-kulturnamnden")]
    row = corrected[0]
    assert (row["value"], row["corrected_value"], row["corrected_label"]) == ("nej", "ja", "Ja, det är gjort")
    assert (row["correction_date"], row["month"], row["question"]) == ("2025-02-03", "12", "Lånar ni ut cyklar?")
    assert list(row)[:12] == [
        *("intervention", "plan", "number", "title", "follow_up", "organization", "organization_name", "year"),
        *("source", "value", "label", "comment"),
    ]


def test_every_answer_is_there_exactly_once(root: Path) -> None:
    """Each answer of the content is one answer in plans.json and one row in the table."""
    index = index_of(root)
    wanted = Counter(
        (record.value.id, given.intervention, given.answer.value)
        for record in index.follow_ups
        for given in answers_in(record)
    )
    assert (
        Counter(
            (item["id"], f"{answer['plan']}/{answer['number']}", answer["value"])
            for item in published(root)["follow_ups"]
            for answer in item["answers"]
        )
        == wanted
    )
    found = ((row["follow_up"], row["intervention"], row["value"] or None) for row in rows("follow_ups.csv", root))
    assert Counter(found) == wanted


def test_the_five_states() -> None:
    """What is known of a duty in a year: an answer, none, nobody asked, nobody knows; the rest is not concerned."""
    found = {
        (row["intervention"], row["organization"], row["year"]): (row["state"], row["value"])
        for row in rows("follow_up_standings.csv")
    }
    assert found[f"{YOUTH}/2:1", "kulturnamnden", "2024"] == ("answered", "ja")
    assert found[f"{YOUTH}/2:1", "kulturnamnden", "2023"] == ("missing", "")
    assert found[f"{YOUTH}/1:1", "lansmuseet", "2024"] == ("missing", "")
    assert found[f"{YOUTH}/2:2", "lansmuseet", "2024"] == ("not_asked", "")
    assert found[f"{READING}/1:1", "", "2024"] == ("unknown", "")
    assert found[f"{READING}/1:1", "kulturnamnden", "2024"] == ("answered", "nej")
    assert (f"{YOUTH}/1:1", "tekniska-namnden", "2024") not in found
    assert (f"{CLIMATE}/1:1", "tekniska-namnden", "2023") not in found


def test_the_standings_say_what_is_known(root: Path) -> None:
    """Each combination stands once with what is known of it; those that are left out are not concerned."""
    index = index_of(root)
    answers, items = Answers(index), published(root)["follow_up_standings"]
    found = {(f"{item['plan']}/{item['number']}", item["organization"], item["year"]): item for item in items}
    assert items
    assert len(found) == len(items)
    for plan, content in index.plans.items():
        for record in content.interventions:
            key = f"{plan}/{record.value.number}"
            for year, body in product(answers.years(plan), index.organizations):
                known, item = answers.known(key, body, year), found.get((key, body, year))
                if item is None:
                    assert known.state in (State.NOT_CONCERNED, State.UNKNOWN)
                else:
                    assert item["known"] == known.state.value
                    assert item["named"] == (body in answers.named(key, year))
                    assert bool(item["sources"]) == bool(known.sources)


def test_the_old_keys_say_no_more_than_they_can(root: Path) -> None:
    """The states of 1.0 keep their values: an answer is one, and what has none is never called anything else."""
    for item in published(root)["follow_up_standings"]:
        old = {"answered": {"answered"}, "unknown": {"unknown"}}.get(item["known"], {"missing", "not_asked"})
        assert item["state"] in (old | {"unknown"} if item["organization"] is None else old)
