"""Each cell of each table holds the field that its column is named for, of a thing with all that it can say."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import pytest
from msgspec.structs import asdict

from site_builder.export.contract import bodies, follow_up, intervention, plan, plans_file, public_versions
from site_builder.export.contract import texts as contract_texts
from site_builder.export.contract.values import Validity
from site_builder.export.tables.table import Table
from site_builder.export.tables.tables import tables
from tests.test_export_fields import filled

PLAN = "p-1"
DAYS = filled(Validity, valid_from=date(2023, 1, 2), valid_to=date(2024, 3, 4))
WHEN = {"valid_from": "2023-01-02", "valid_to": "2024-03-04"}
NEVER = {"valid_from": None, "valid_to": None}


def measure(number: str, **said: Any) -> Any:
    return filled(intervention.Intervention, number=number, target_categories=("A", "B"), validity=DAYS, **said)


DUTIES = (
    filled(intervention.Responsibility, organization="b-1", via="g-1", validity=DAYS),
    filled(intervention.Responsibility, organization="b-2", via=None, validity=None),
)
DETAILS = (
    filled(intervention.ReferenceDetail, reference="1:2", mutual=True),
    filled(intervention.ReferenceDetail, reference="p-2/1:1", mutual=False),
)
CARRIED = filled(intervention.CarriesOutDetail, reference="p-2/1:1")
FIRST = measure("1:1", responsibilities=DUTIES, reference_details=DETAILS, carries_out_details=(CARRIED,))
SECOND = measure("1:2", responsibilities=(), reference_details=(), carries_out_details=())
ELSEWHERE = measure("1:1", responsibilities=(), reference_details=(), carries_out_details=(), title="Annan titel")
AREA = filled(plan.Area, number=7, carries_out_details=(CARRIED,))
MEASURED, AIMED = filled(plan.Measurement, year=2021, value=1.5), filled(plan.Measurement, year=2026, value=0)
INDICATOR = filled(plan.Indicator, baseline=None, values=(MEASURED, MEASURED), target=AIMED)
DRAFT = filled(plan.Draft, became=("1:1", "p-2/1:1"), continues=("d-1", "d-2"))
BODIES = tuple(filled(bodies.Organization, id=name, name=f"Organ {name}") for name in ("b-1", "b-2"))
GROUP = filled(bodies.OrganizationGroup, id="g-1", name="Grupp g-1")
DECISIONS = (
    filled(contract_texts.Decision, body="g-1", date=date(2023, 5, 6), plans=("p-1", "p-2"), revises=("d-1", "d-2")),
    filled(contract_texts.Decision, body="b-2", date=None, plans=(), revises=()),
)
VERSIONS = (
    filled(public_versions.PublicVersion, public_from=date(2023, 5, 6), public_until=None),
    filled(public_versions.PublicVersion, public_from=date(2023, 5, 6), public_until=date(2024, 5, 6)),
)
SCALE = tuple(
    filled(follow_up.ScaleStep, id=name, label=f"Svar {name}", level=level)
    for name, level in (("ja", "yes"), ("nej", "no"))
)
ANSWERS = (
    filled(follow_up.Answer, plan="p-1", number="1:1", value="ja"),
    filled(follow_up.Answer, plan="p-1", number="1:2", value=None),
    filled(follow_up.Answer, plan="p-2", number="1:1", value="nej"),
)
CORRECTION = filled(follow_up.Correction, plan="p-1", number="1:1", value="nej", date=date(2025, 6, 7))
EARLIER = filled(follow_up.Correction, plan="p-1", number="1:1", value="ja", date=date(2024, 6, 7))
REPORT = filled(
    follow_up.FollowUp, organization="b-1", scale=SCALE, answers=ANSWERS, corrections=(EARLIER, CORRECTION), id="f-1"
)
STANDINGS = (
    filled(follow_up.FollowUpStanding, plan="p-1", number="1:1", organization="b-1", follow_up="f-1", value="ja"),
    filled(follow_up.FollowUpStanding, plan="p-2", number="1:1", organization="b-2", follow_up="f-1", value=None),
    filled(follow_up.FollowUpStanding, plan="p-1", number="1:2", organization=None, follow_up=None, value=None),
)


@cache
def made() -> Mapping[str, Table]:
    """Return the tables by name."""
    first = filled(
        plans_file.Plan,
        id="p-1",
        areas=(AREA,),
        interventions=(FIRST, SECOND),
        indicators=(INDICATOR,),
        drafts=(DRAFT,),
    )
    second = filled(plans_file.Plan, id="p-2", areas=(), interventions=(ELSEWHERE,), indicators=(), drafts=())
    plans = filled(
        plans_file.PlansFile, plans=(first, second), organizations=BODIES, organization_groups=(GROUP,),
        follow_ups=(REPORT,), follow_up_standings=STANDINGS, decisions=DECISIONS, public_versions=VERSIONS,
    )  # fmt: skip
    return {table.name: table for table in tables(plans)}


def of(item: Any, key: str, **worked_out: Any) -> dict[str, Any]:
    """Return what stands in the row of a measure, by column: its fields, those of something in it, and what else."""
    plan_id, _, number = key.partition("/")
    title = {"p-1/1:1": FIRST, "p-1/1:2": SECOND, "p-2/1:1": ELSEWHERE}[key].title
    return {**asdict(item), "intervention": key, "plan": plan_id, "number": number, "title": title, **worked_out}


CORRECTED = {
    "corrected_value": "nej", "corrected_label": "Svar nej", "corrected_comment": CORRECTION.comment,
    "correction_date": "2025-06-07", "correction_reason": CORRECTION.reason,
}  # fmt: skip
REPORTED = {
    "follow_up": "f-1", "organization": "b-1", "organization_name": "Organ b-1", "year": REPORT.year,
    "source": REPORT.source, "month": REPORT.month, "answered_by": REPORT.answered_by,
}  # fmt: skip
ABOUT = {**asdict(INDICATOR), "indicator": f"p-1/{INDICATOR.id}", "plan": "p-1"}
CARRIES = {**asdict(CARRIED), "carries_out": "p-2/1:1", "carries_out_title": "Annan titel", "plan": "p-1"}
SEVERAL = {"plans": "p-1, p-2", "revises": "d-1, d-2"}
# The rows of each table, by column; of things with more columns than one has, what it has is taken.
ROWS: dict[str, list[dict[str, Any]]] = {
    "interventions": [
        of(item, key, target_categories="A, B", **WHEN)
        for item, key in ((FIRST, "p-1/1:1"), (SECOND, "p-1/1:2"), (ELSEWHERE, "p-2/1:1"))
    ],
    "responsibilities": [
        of(DUTIES[0], "p-1/1:1", organization_name="Organ b-1", via_name="Grupp g-1", **WHEN),
        of(DUTIES[1], "p-1/1:1", organization_name="Organ b-2", via_name=None, **NEVER),
    ],
    "references": [
        of(DETAILS[0], "p-1/1:1", reference="p-1/1:2", reference_title=SECOND.title),
        of(DETAILS[1], "p-1/1:1", reference="p-2/1:1", reference_title="Annan titel"),
    ],
    "follow_ups": [
        of(ANSWERS[0], "p-1/1:1", label="Svar ja", level="yes", **REPORTED, **CORRECTED),
        of(ANSWERS[1], "p-1/1:2", label=None, level=None, **REPORTED, **dict.fromkeys(CORRECTED)),
        of(ANSWERS[2], "p-2/1:1", label="Svar nej", level="no", **REPORTED, **dict.fromkeys(CORRECTED)),
    ],
    "follow_up_standings": [
        of(STANDINGS[0], "p-1/1:1", organization_name="Organ b-1", label="Svar ja"),
        of(STANDINGS[1], "p-2/1:1", organization_name="Organ b-2", label=None),
        of(STANDINGS[2], "p-1/1:2", organization_name=None, label=None),
    ],
    "indicators": [
        {**ABOUT, "measurement": "baseline", "year": None, "value": None},
        *({**ABOUT, "measurement": "value", "year": 2021, "value": 1.5} for _ in range(2)),
        {**ABOUT, "measurement": "target", "year": 2026, "value": 0},
    ],
    "carries_out": [
        {**CARRIES, "carrier": "p-1/7", "kind": "area", "number": "7", "title": AREA.title},
        {**CARRIES, "carrier": "p-1/1:1", "kind": "intervention", "number": "1:1", "title": FIRST.title},
    ],
    "drafts": [
        {
            **asdict(DRAFT), "draft": f"p-1/{DRAFT.id}", "plan": "p-1", "became": "p-1/1:1, p-2/1:1",
            "continues": "p-1/d-1, p-1/d-2",
        }
    ],
    "decisions": [
        {**asdict(DECISIONS[0]), "date": "2023-05-06", "body_name": "Grupp g-1", **SEVERAL},
        {**asdict(DECISIONS[1]), "date": None, "body_name": "Organ b-2", "plans": "", "revises": ""},
    ],
    "public_versions": [
        {**asdict(VERSIONS[0]), "public_from": "2023-05-06", "public_until": None},
        {**asdict(VERSIONS[1]), "public_from": "2023-05-06", "public_until": "2024-05-06"},
    ],
}  # fmt: skip


def test_there_are_rows_for_every_table() -> None:
    assert list(made()) == list(ROWS)


@pytest.mark.parametrize("name", ROWS)
def test_a_cell_holds_what_its_column_is_named_for(name: str) -> None:
    """Of a thing that says all that it can: several values stand between commas, days are written as ISO has them."""
    table = made()[name]
    assert [dict(zip(table.columns, row, strict=True)) for row in table.rows] == [
        {column: row[column] for column in table.columns} for row in ROWS[name]
    ]
