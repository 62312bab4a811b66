"""What the tables share: what tells their rows apart, and the names that a reader needs beside ids."""

from site_builder.export.contract.plans_file import PlansFile
from site_builder.export.contract.values import Validity
from site_builder.export.tables.table import Row

KEY = ("intervention", "plan", "number", "title")
WHEN = ("valid_from", "valid_to")


def titles_of(plans: PlansFile) -> dict[str, str]:
    """Return the titles of all interventions by key."""
    return {f"{plan.id}/{item.number}": item.title for plan in plans.plans for item in plan.interventions}


def organization_names(plans: PlansFile) -> dict[str, str]:
    """Return the names of all organizations by id."""
    return {item.id: item.name for item in plans.organizations}


def body_names(plans: PlansFile) -> dict[str, str]:
    """Return the names of all organizations and groups by id."""
    return organization_names(plans) | {group.id: group.name for group in plans.organization_groups}


def when(validity: Validity | None) -> Row:
    """Return the first and the last day of something, where they are known."""
    days = (validity.valid_from, validity.valid_to) if validity else (None, None)
    return tuple(day.isoformat() if day else None for day in days)


def across(plan: str, number: str) -> str:
    """Return a reference with its plan before the number."""
    return number if "/" in number else f"{plan}/{number}"
