"""`plans.json` and its JSON Schema: the published contract, version 1."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from site_builder.export.data import artifacts
from site_builder.meaning.link import PlanIndex, link
from site_builder.reading.load import load
from site_builder.reading.read import read, read_strings
from tests.json_schema import check_schema, validator
from tests.miniature import texts

ROOT = Path(__file__).resolve().parent.parent
YOUTH, CLIMATE, READING = "ungdomsplan-2023-2026", "klimatprogram-2022-2027", "lasplan-2024-2027"
ALL = "samtliga-namnder-och-styrelser"


def index_of(given: Mapping[str, str]) -> PlanIndex:
    return link(load(given))


def files(given: Mapping[str, str]) -> dict[str, bytes]:
    """Every data file by path."""
    return {artifact.path: artifact.data for artifact in artifacts(index_of(given), read_strings())}


def published(given: Mapping[str, str]) -> Any:
    return json.loads(files(given)["data/v1/plans.json"])


@cache
def miniature_bytes() -> bytes:
    return files(texts())["data/v1/plans.json"]


@pytest.fixture
def plans() -> Any:
    return json.loads(miniature_bytes())


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(files(texts())["data/v1/plans.schema.json"])


def faults(schema: Any, value: Any) -> list[str]:
    """Where a value breaks the schema."""
    return ["/".join(map(str, fault.absolute_path)) for fault in validator(schema, formats=True).iter_errors(value)]


def interventions(plans: Any) -> dict[str, Any]:
    """Every intervention by plan and number."""
    return {f"{plan['id']}/{item['number']}": item for plan in plans["plans"] for item in plan["interventions"]}


def test_every_responsibility_is_there(plans: Any) -> None:
    """Each duty of the miniature stands once for each organization, with the group that it came through."""
    found = {
        key: [(duty["organization"], duty["role"], duty["scope"], duty["via"]) for duty in item["responsibilities"]]
        for key, item in interventions(plans).items()
    }
    everyone = ["barn-och-utbildningsnamnden", "kulturnamnden", "smastads-bussar", "tekniska-namnden"]
    assert found == {
        f"{CLIMATE}/1:1": [
            ("tekniska-namnden", "coordinating", None, None),
            ("smastads-bussar", "responsible", None, None),
        ],
        f"{CLIMATE}/1:2": [("tekniska-namnden", "responsible", None, None)],
        f"{READING}/1:1": [],
        f"{YOUTH}/1:1": [
            ("kulturnamnden", "coordinating", "Samordnar bygget och öppettiderna.", None),
            ("barn-och-utbildningsnamnden", "responsible", None, None),
            ("kulturnamnden", "responsible", None, None),
            ("lansmuseet", "contributing", None, None),
        ],
        f"{YOUTH}/1:2": [(body, "responsible", None, ALL) for body in everyone],
        f"{YOUTH}/2:1": [
            ("kulturnamnden", "responsible", None, None),
            ("tekniska-namnden", "contributing", "Lagar cyklarna och sköter GC-vägarna.", None),
        ],
        f"{YOUTH}/2:2": [
            ("kulturnamnden", "responsible", None, "kulturkretsen"),
            ("lansmuseet", "responsible", None, "kulturkretsen"),
            *((body, "responsible", None, ALL) for body in everyone),
        ],
    }


def test_every_reference_is_there_in_both_directions(plans: Any) -> None:
    """References stand in the plan's order, their inverse by number; across plans with the plan before it."""
    found = {key: (item["references"], item["referenced_by"]) for key, item in interventions(plans).items()}
    assert found == {
        f"{CLIMATE}/1:1": ([], []),
        f"{CLIMATE}/1:2": ([f"{YOUTH}/2:1"], [f"{YOUTH}/1:1"]),
        f"{READING}/1:1": ([], []),
        f"{YOUTH}/1:1": (["1:2", "2:1", f"{CLIMATE}/1:2"], ["1:2"]),
        f"{YOUTH}/1:2": (["1:1"], ["1:1"]),
        f"{YOUTH}/2:1": ([], ["1:1", "2:2", f"{CLIMATE}/1:2"]),
        f"{YOUTH}/2:2": (["2:1"], []),
    }


def test_how_a_connection_is_stated(plans: Any) -> None:
    """Beside each reference stands whether it is a connection or in the text, and whether it goes both ways."""
    details = interventions(plans)[f"{YOUTH}/1:1"]["reference_details"]
    assert details == [
        {"reference": "1:2", "stated_in": "connection", "mutual": True},
        {"reference": "2:1", "stated_in": "text", "mutual": False},
        {"reference": f"{CLIMATE}/1:2", "stated_in": "connection", "mutual": False},
    ]


def test_referenced_by_is_sorted_by_value_and_counts_once() -> None:
    """1:9 comes before 1:10, a reference that is written twice counts once, also with its own plan before it."""
    given = texts()
    folder = f"content/plans/{YOUTH}/interventions"
    for number in (9, 10):
        text = given[f"{folder}/1-2.yaml"].replace('"1:2"', f'"1:{number}"')
        twice = f'  - intervention: {YOUTH}/2:1\n  - intervention: "2:1"\n'
        given[f"{folder}/1-{number}.yaml"] = text.replace("references:\n", f"references:\n{twice}")
    items = interventions(published(given))
    assert items[f"{YOUTH}/1:9"]["references"] == ["2:1", "1:1"]
    assert items[f"{YOUTH}/2:1"]["referenced_by"] == ["1:1", "1:9", "1:10", "2:2", f"{CLIMATE}/1:2"]


def test_an_intervention_has_all_its_facts(plans: Any) -> None:
    """Facts carry over as they are, running text as plain text, what is missing as null or nothing."""
    item = interventions(plans)[f"{YOUTH}/1:1"]
    assert item["title"] == "Öppna en fritidsgård vid torget"
    assert item["table_title"] == "Fritidsgård vid torget"
    assert item["area"] == 1
    assert item["url"] == f"/{YOUTH}/insatser/1-1/"
    assert item["target_group"] == "Unga i högstadiet, Kategori A."
    assert item["target_categories"] == ["A"]
    assert item["background"].endswith("någonstans att vara. Se enkäten från 2021 och Vad fritid är.")
    assert item["actions"] == ["Hitta en lokal vid torget och bygg om den.", "Låt unga vara med och bestämma, se 1:2."]
    assert item["cost_sek_per_year"] == 1_200_000
    assert item["sources"] == [{"document": "ungdomsplan", "section": "Insats 1:1", "page": 5}]
    bare = interventions(plans)[f"{CLIMATE}/1:1"]
    assert [bare[key] for key in ("expected_result", "target_group", "cost_sek_per_year")] == [None, None, None]
    assert [bare[key] for key in ("target_categories", "references", "carries_out", "documents")] == [[], [], [], []]


def test_a_plan_has_its_decision_and_words(plans: Any) -> None:
    """The decision's facts stand in the plan; what the sources do not give is null."""
    keys = ("kind", "diarienummer", "decided_by", "decided_on", "paragraph", "valid_from", "valid_to", "terms")
    climate, _, youth = plans["plans"]
    assert [youth[key] for key in keys] == [
        *("plan", "0412/22", "kommunfullmaktige", "2023-02-13", 7, "2023-01-01", "2026-12-31"),
        {"area": "fokusområde", "measure": "insats"},
    ]
    assert (youth["valid_from_precision"], youth["valid_to_precision"]) == ("year", "year")
    assert [climate[key] for key in ("decided_by", "decided_on", "paragraph")] == ["kommunfullmaktige", None, None]
    assert [(area["number"], area["url"]) for area in youth["areas"]] == [
        (1, f"/{YOUTH}/fokusomraden/1/"),
        (2, f"/{YOUTH}/fokusomraden/2/"),
    ]


def test_zero_is_a_value_and_unknown_is_null(plans: Any) -> None:
    """An indicator's missing baseline or target is null; whole numbers are whole."""
    found = [(item["id"], item["baseline"], item["target"], item["values"]) for item in plans["plans"][2]["indicators"]]
    assert found == [
        (
            *("unga-utan-fritid", {"year": 2021, "value": 136}, {"year": 2026, "value": 0}),
            [{"year": 2023, "value": 120.5}],
        ),
        ("lanade-cyklar", {"year": 2022, "value": 0}, None, []),
        ("trygghet", None, None, []),
    ]
    assert b'"value": 136\n' in miniature_bytes()


def test_drafts_of_several_versions(plans: Any) -> None:
    """A number that comes back in a later version is a draft of its own."""
    found = [(item["version"], item["number"], item["became"], item["outcome"]) for item in plans["plans"][2]["drafts"]]
    assert found == [
        ("2022-05-04", "1:1", ["1:1", "1:2"], "split"),
        ("2022-05-04", "2:1", [], "removed"),
        ("2022-05-04", None, ["2:1"], "moved"),
        ("2022-05-04", "3:1", [], "unknown"),
        ("2022-10-19", "2:1", ["2:1"], "kept"),
        ("2022-10-19", "2:2", ["2:2"], "new"),
    ]


def test_everything_outside_plans_is_sorted(plans: Any) -> None:
    """Bodies, documents and terms are sorted by id, decisions by time with the undated last."""
    for key in ("plans", "organizations", "organization_groups", "documents", "glossary", "differences"):
        ids = [item["id"] for item in plans[key]]
        assert ids
        assert ids == sorted(ids)
    assert [item["year"] for item in plans["decisions"]] == [2022, 2023, None]
    assert plans["decisions"][1]["date"] == "2023-02-13"
    groups = {item["id"]: item["members"] for item in plans["organization_groups"]}
    assert groups["kulturkretsen"] == ["kulturnamnden", "lansmuseet"]


def test_addresses_lead_from_the_root(plans: Any) -> None:
    """Documents are found here and, where it is known, at their own address; differences say what they affect."""
    documents = {item["id"]: (item["url"], item["original_url"]) for item in plans["documents"]}
    assert documents["skolplan"] == ("/dokument/skolplan/", None)
    assert documents["ungdomsenkat"] == ("/dokument/#ungdomsenkat", "https://www.smastad.example/ungdomsenkat-2021")
    assert plans["differences"][0]["affects"] == [f"/{YOUTH}/insatser/2-1/", "/dokument/#ungdomsplan"]


# The keys that the design lists, in its order. They are never removed or renamed within v1.
CONTRACT = {
    "PlansFile": "version plans organizations organization_groups follow_ups decisions documents glossary",
    "Plan": "id title kind diarienummer decided_by decided_on paragraph valid_from valid_to terms areas interventions "
    "indicators drafts",
    "Terms": "area measure",
    "Area": "number title url",
    "Intervention": "number title area url expected_result target_group target_categories responsibilities references "
    "referenced_by carries_out cost_sek_per_year sources",
    "Responsibility": "organization role scope via",
    "Source": "document section",
    "Indicator": "id goal name baseline target values",
    "Measurement": "year value",
    "Draft": "version number title became outcome",
    "Organization": "id name kind url",
    "OrganizationGroup": "id name members",
    "FollowUp": "id organization year source scale answers",
    "ScaleStep": "id label",
    "Answer": "plan number value comment",
    "Decision": "date body paragraph diarienummer title",
}


@pytest.mark.parametrize("name", CONTRACT)
def test_the_keys_of_the_contract_are_there(schema: Any, name: str) -> None:
    """Each object begins with the contract's keys in its order and has all its keys always; there may be others."""
    definition = schema if name == "PlansFile" else schema["$defs"][name]
    keys, wanted = list(definition["properties"]), CONTRACT[name].split()
    assert keys[: len(wanted)] == wanted
    assert definition["required"] == keys
    assert "additionalProperties" not in definition


def test_the_closed_lists_of_the_contract(schema: Any) -> None:
    """The published values are those of the design, whatever happens to the words inside."""
    lists = {name: item["enum"] for name, item in schema["$defs"].items() if "enum" in item}
    assert lists["Role"] == ["coordinating", "responsible", "contributing"]
    assert lists["Outcome"] == ["kept", "moved", "split", "merged", "removed", "new", "unknown"]
    assert lists["OrganizationKind"] == ["committee", "company_board", "authority", "external"]
    assert lists["PlanKind"] == ["plan", "programme"]
    assert lists["StatedIn"] == ["connection", "text"]
    assert lists["Basis"] == ["stated", "mentioned", "worked_out"]
    assert lists["Standing"] == ["yes", "partly", "no"]
    assert lists["State"] == ["answered", "missing", "not_asked", "not_concerned", "unknown"]


def test_every_published_key_is_explained(schema: Any) -> None:
    """Each key has a title and a description, and no class's docstring has slipped in."""
    check_schema(schema)
    for definition in (schema, *schema["$defs"].values()):
        assert "description" not in definition
        for key, field in definition.get("properties", {}).items():
            assert field["title"], key
            assert field["description"], key
    assert schema["$id"] == "https://planer.smastad.example/data/v1/plans.schema.json"


def test_what_is_published_fits_the_schema(root: Path) -> None:
    """The published file is valid, and there is something in it."""
    found = files(read(root).by_path)
    plans = json.loads(found["data/v1/plans.json"])
    assert faults(json.loads(found["data/v1/plans.schema.json"]), plans) == []
    assert interventions(plans)


def change(path: str, value: object) -> Callable[[Any], None]:
    """Return what sets the value at a path like `plans/1/title`; an ellipsis removes it."""

    def apply(plans: Any) -> None:
        *above, last = [int(part) if part.isdecimal() else part for part in path.split("/")]
        for part in above:
            plans = plans[part]
        if value is ...:
            del plans[last]
        else:
            plans[last] = value

    return apply


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("version", "2", "version"),
        ("glossary", ..., ""),
        ("plans/2/interventions/0/number", "1.4", "plans/2/interventions/0/number"),
        ("plans/2/interventions/0/number", 64, "plans/2/interventions/0/number"),
        ("plans/2/interventions/0/carries_out", ..., "plans/2/interventions/0"),
        ("plans/2/interventions/0/carries_out", None, "plans/2/interventions/0/carries_out"),
        ("plans/2/interventions/0/url", "insatser/1-1/", "plans/2/interventions/0/url"),
        ("plans/2/interventions/0/responsibilities/0/role", "S", "plans/2/interventions/0/responsibilities/0/role"),
        ("plans/2/interventions/0/references/0", "1:2:3", "plans/2/interventions/0/references/0"),
        ("plans/2/decided_on", "2023-02-30", "plans/2/decided_on"),
        ("plans/2/valid_to", None, "plans/2/valid_to"),
        ("plans/2/indicators/0/target/value", "0", "plans/2/indicators/0/target"),
        ("plans/2/indicators/0/values", None, "plans/2/indicators/0/values"),
        ("plans/2/drafts/0/outcome", "gone", "plans/2/drafts/0/outcome"),
        ("organizations/0/kind", "board", "organizations/0/kind"),
        ("follow_ups", [{"id": "x"}], "follow_ups/0"),
        ("follow_ups/0/answers/0/value", ..., "follow_ups/0/answers/0"),
        ("follow_ups/0/scale/0/standing", "maybe", "follow_ups/0/scale/0/standing"),
        ("follow_up_standings/0/state", "ja", "follow_up_standings/0/state"),
    ],
)
def test_what_breaks_the_contract_is_invalid(schema: Any, plans: Any, path: str, value: object, place: str) -> None:
    """A wrong value or a missing key is found, at its place."""
    change(path, value)(plans)
    assert place in faults(schema, plans)


@pytest.mark.parametrize("path", ["news", "plans/2/news", "plans/2/interventions/0/sources/0/news"])
def test_a_key_that_has_come_later_is_no_fault(schema: Any, plans: Any, path: str) -> None:
    """Whoever holds this schema against a later file of version 1 finds nothing wrong."""
    change(path, 1)(plans)
    assert faults(schema, plans) == []


def test_the_file_is_utf8_as_people_write_it() -> None:
    """Letters stand as they are, and the file ends with a line feed."""
    assert "Öppna en fritidsgård".encode() in miniature_bytes()
    assert miniature_bytes().endswith(b"}\n")


def test_no_reference_is_left_in_the_data(root: Path) -> None:
    """All data is plain text, but for the schemas, which describe what an editor writes."""
    for path, data in files(read(root).by_path).items():
        assert b"[[" not in data or path.endswith(".schema.json"), path


def test_the_order_of_files_and_of_hashes_does_not_matter() -> None:
    """The same content gives the same bytes: shuffled, and in other processes with other hash seeds."""
    given = list(texts().items())
    random.Random(7).shuffle(given)
    assert files(dict(given)) == files(texts())
    program = (
        "import hashlib, sys; from tests.test_export_plans import files, texts;"
        "print(hashlib.sha256(repr(sorted(files(texts()).items())).encode()).hexdigest())"
    )
    seen = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONUTF8": "1"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "4242")
    ]
    assert seen[0]
    assert all(one == other for one, other in pairwise(seen))


def test_what_a_plan_leaves_out_is_published_with_its_note() -> None:
    """What the source says of it, how we know and where it stands, and which plan it was in."""
    path = f"content/plans/{YOUTH}/plan.yaml"
    told = (
        f"replaces: [{READING}]\ndropped:\n  - measure: {READING}/1:1\n    note: Läsningen är klar.\n"
        "    sources:\n      - document: ungdomsplan\n        section: Syfte\n"
    )
    plan = next(plan for plan in published({**texts(), path: texts()[path] + told})["plans"] if plan["id"] == YOUTH)
    (dropped,) = plan["succession"]["dropped"]
    assert (dropped["measure"], dropped["basis"], dropped["note"]) == (f"{READING}/1:1", "stated", "Läsningen är klar.")
    assert [source["section"] for source in dropped["sources"]] == ["Syfte"]
    assert plan["succession"]["replaces"] == [READING]
