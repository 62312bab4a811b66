"""What a file says under a name, the data say under the same name: value for value, of every kind of thing."""

import json
import re
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

import pytest

from site_builder.export.plans.plans_json import plans_file, plans_json
from site_builder.foundation.source import Record
from site_builder.meaning.link import PlanIndex, link
from site_builder.reading.load import load
from tests.miniature import texts

MARKUP = re.compile(r"[\[\]*_`\n]")  # of running text, which the data have as plain text
DAY = date(2026, 1, 15)
# What the data work out: a year's first and last day, the year of a day, the address on the site.
WORKED_OUT = {"plans": {"valid_from", "valid_to"}, "decisions": {"year"}, "documents": {"url"}}


@cache
def index() -> PlanIndex:
    return link(load(texts()), DAY)


@cache
def whole() -> Any:
    return json.loads(plans_json(plans_file(index())).data)


def records(kind: str) -> list[Record[Any]]:
    """Everything of a kind, as it was read."""
    found = index()
    of: dict[str, Any] = {
        "plans": [content.plan for content in found.plans.values()],
        "organizations": found.organizations.values(),
        "organization_groups": found.groups.values(),
        "follow_ups": found.follow_ups,
        "decisions": found.decisions.values(),
        "documents": found.documents.values(),
        "glossary": found.terms.values(),
        "differences": found.differences,
        "topics": found.topics,
        "summaries": found.summaries,
    }
    return list(of[kind])


def said(value: Any) -> dict[str, Any]:
    """The values of a thing as JSON writes them, also where there is none; without what the data have as plain text."""
    plain = {name: part.value if isinstance(part, Enum) else part for name, part in vars(value).items()}
    plain = {name: part.isoformat() if isinstance(part, date) else part for name, part in plain.items()}
    kept = {name: part for name, part in plain.items() if part is None or isinstance(part, (str, int, bool))}
    return {name: part for name, part in kept.items() if not (isinstance(part, str) and MARKUP.search(part))}


def differing(thing: Any, published: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What both have under one name and not alike."""
    return {
        name: (part, published[name])
        for name, part in said(thing).items()
        if name in published and published[name] != part and not isinstance(published[name], (dict, list))
    }


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("plans", 5), ("organizations", 6), ("organization_groups", 2), ("follow_ups", 4), ("decisions", 6),
        ("documents", 6), ("glossary", 2), ("differences", 2), ("topics", 2), ("summaries", 2),
    ],
)  # fmt: skip
def test_every_value_is_published_as_it_stands(kind: str, least: int) -> None:
    """As many things, by their ids; and enough of their fields have the same name on both sides to compare."""
    published = {item["id"]: item for item in whole()[kind]}
    found = records(kind)
    assert {str(record.value.id) for record in found} == set(published)
    for record in found:
        assert differing(record.value, published[str(record.value.id)]).keys() <= WORKED_OUT.get(kind, set())
    assert len({name for record in found for name in said(record.value)} & set(next(iter(published.values())))) >= least


def test_what_lies_inside_a_plan_is_published_as_it_stands() -> None:
    """Measures, indicators and areas, and no other than those that are there."""
    plans = {plan["id"]: plan for plan in whole()["plans"]}
    for name, content in index().plans.items():
        for key, identity, found in (
            ("interventions", "number", content.interventions),
            ("indicators", "id", content.indicators),
        ):
            published = {item[identity]: item for item in plans[name][key]}
            things = {str(getattr(record.value, identity)): record.value for record in found}
            assert set(things) == set(published)
            for one, thing in things.items():
                assert differing(thing, published[one]) == {}
