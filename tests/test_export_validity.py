"""Since when and until when things hold, as the data say it: of every kind of thing that can begin or end."""

import json
from datetime import date
from functools import cache
from typing import Any

from site_builder.export.plans.plans_json import plans_file, plans_json
from site_builder.meaning.link import link
from site_builder.reading.load import load
from tests.changed_town import DECISION, MEASURES, YOUTH, changed_town


@cache
def whole() -> Any:
    """The data of the town in which bodies, groups, measures and duties have begun and ended."""
    return json.loads(plans_json(plans_file(link(load(changed_town()), date(2026, 2, 1)))).data)


def by_id(key: str) -> dict[str, Any]:
    return {item["id"]: item for item in whole()[key]}


def measures() -> dict[str, Any]:
    return {item["number"]: item for item in by_id("plans")[YOUTH]["interventions"]}


def since(day: str, by: str | None = DECISION, precision: str = "day") -> dict[str, str | None]:
    nothing = dict.fromkeys(("valid_to", "valid_to_precision", "ended_by"))
    return {"valid_from": day, "valid_from_precision": precision, "added_by": by, **nothing}


def until(day: str, by: str | None = DECISION, precision: str = "day") -> dict[str, str | None]:
    nothing = dict.fromkeys(("valid_from", "valid_from_precision", "added_by"))
    return {"valid_to": day, "valid_to_precision": precision, "ended_by": by, **nothing}


def test_bodies_and_their_former_names() -> None:
    """A body that was closed, a new one, and a name that was given up in a year."""
    bodies = by_id("organizations")
    assert bodies["kulturnamnden"]["validity"] == until("2025-12-31")
    assert bodies["gatunamnden"]["validity"] == since("2026-01-01")
    assert bodies["lansmuseet"]["validity"] is None
    assert bodies["lansmuseet"]["former_names"] == [
        {"name": "Länets museum", "validity": until("2019-12-31", None, "year")}
    ]


def test_bodies_that_took_over_from_others() -> None:
    """Each names those before it and those after it; of two that became one, both name the one."""
    bodies = by_id("organizations")
    told = {name: (body["replaces"], body["replaced_by"]) for name, body in bodies.items()}
    assert told["kultur-och-fritidsnamnden"] == (["idrotten", "kulturnamnden"], [])
    assert told["kulturnamnden"] == told["idrotten"] == ([], ["kultur-och-fritidsnamnden"])
    assert told["gatunamnden"] == (["tekniska-namnden"], [])
    assert told["tekniska-namnden"] == ([], ["gatunamnden", "parknamnden"])
    assert told["lansmuseet"] == ([], [])


def test_members_of_groups() -> None:
    """Who has left a group, and that the group itself stays."""
    group = by_id("organization_groups")["kulturkretsen"]
    assert group["validity"] is None
    assert group["in_force"] is True
    assert group["member_periods"] == [{"body": "lansmuseet", "validity": until("2024-12-31", None, "year")}]


def test_a_group_that_has_ended() -> None:
    """It says so with its day, as a body does."""
    found = changed_town()
    path = "content/organizations/groups.yaml"
    found[path] = found[path].replace(
        "id: kulturkretsen\n", f"id: kulturkretsen\n    valid_to: 2025\n    ended_by: {DECISION}\n", 1
    )
    made = json.loads(plans_json(plans_file(link(load(found), date(2026, 2, 1)))).data)
    group = next(item for item in made["organization_groups"] if item["id"] == "kulturkretsen")
    assert group["validity"] == until("2025-12-31", DECISION, "year")
    assert group["in_force"] is False


def test_measures_and_their_duties() -> None:
    """Each duty has its own days, also where its measure has none."""
    found = measures()
    assert (found["1:1"]["validity"], found["2:3"]["validity"]) == (None, since("2026-01-01"))
    assert found["2:1"]["validity"] == until("2025-12-31")
    assert found["2:2"]["validity"] == until("2025-12-31", DECISION, "year")
    duties = {
        (duty["role"], duty["organization"]): duty["validity"]
        for key in ("responsibilities", "other_responsibilities")
        for duty in found["1:1"][key]
    }
    assert duties["coordinating", "kultur-och-fritidsnamnden"] == since("2026-01-01", None)
    assert duties["responsible", "kultur-och-fritidsnamnden"] == since("2026-01-01")
    assert duties["responsible", "kulturnamnden"] == until("2025-12-31")
    assert duties["responsible", "barn-och-utbildningsnamnden"] is None


def test_what_is_not_in_force_yet_or_any_more_says_so() -> None:
    """On the day that the data are of."""
    assert {number for number, item in measures().items() if not item["in_force"]} == {"2:1", "2:2"}
    assert f"{MEASURES}/2-3.yaml" in changed_town()
    assert {name for name, item in by_id("organizations").items() if not item["in_force"]} == {
        *("idrotten", "kulturnamnden", "tekniska-namnden"),
    }
