"""Faults that change nothing that anybody could notice, each with its reason; they are not drawn."""

from collections.abc import Mapping

# The module -> the line that the fault makes -> why nobody can notice it.
EQUIVALENT: Mapping[str, Mapping[str, str]] = {
    "site_builder.export.plans.intervention": {
        'area=int(value.number.rpartition(":")[0]),': "a number has one colon",
    },
}


def is_equivalent(name: str, change: str) -> bool:
    """Say whether a fault, by its name and what it changes, is one of them."""
    known = EQUIVALENT.get(name.rpartition(".")[0], {})
    return any(line[1:].strip() in known for line in change.splitlines() if line.startswith("+"))
