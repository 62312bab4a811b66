"""Which interventions the plans connect, in both directions. Across plans a number has its plan before it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schema.choices import StatedIn
from schema.intervention import CrossReference
from site_builder.foundation.inline import qualified
from site_builder.foundation.swedish import number_key
from site_builder.meaning.link import PlanIndex


@dataclass(frozen=True)
class Connections:
    """The connections by the key of an intervention (`plan-id/1:4`).

    `stated` gives what the plan connects it to, in the plan's order, and how the plan states it; `inverse` gives what
    is connected to it.
    """

    stated: Mapping[str, Mapping[str, StatedIn]]
    inverse: Mapping[str, tuple[str, ...]]

    def is_mutual(self, key: str, other: str) -> bool:
        """Tell whether a plan states the connection in the other direction too."""
        return key in self.stated.get(other, {})


def connections(index: PlanIndex) -> Connections:
    """Return all connections that the plans state. One that is stated twice counts once, as it is stated first."""
    stated: dict[str, dict[str, StatedIn]] = {}
    inverse: defaultdict[str, list[str]] = defaultdict(list)
    for plan, content in index.plans.items():
        for record in content.interventions:
            key = f"{plan}/{record.value.number}"
            stated[key] = _stated(plan, record.value.references)
            for other in stated[key]:
                inverse[other].append(key)
    return Connections(stated, {key: tuple(others) for key, others in inverse.items()})


def numbers_in(plan: str, keys: Iterable[str]) -> tuple[str, ...]:
    """Return keys as they are written in a plan, in its own order and then by plan and number."""
    return tuple(written_in(plan, key) for key in sorted(keys, key=lambda key: _order(plan, key)))


def written_in(plan: str, key: str) -> str:
    """Return a key as it is written in a plan: its own numbers stand alone."""
    return key.removeprefix(f"{plan}/")


def _stated(plan: str, references: Iterable[CrossReference]) -> dict[str, StatedIn]:
    found: dict[str, StatedIn] = {}
    for item in references:
        found.setdefault(qualified("intervention", item.intervention, plan), item.stated_in)
    return found


def _order(plan: str, key: str) -> tuple[bool, str, tuple[int, ...]]:
    other, _, number = key.partition("/")
    return other != plan, other, number_key(number)
