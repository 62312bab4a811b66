"""Which interventions the plans connect, in both directions: worked out once, for pages and data alike."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from schema.choices import StatedIn
from schema.intervention import Intervention
from site_builder.foundation.inline import qualified
from site_builder.foundation.language.order import number_key


class Connection(Struct, frozen=True):
    """A connection that a plan states from one intervention to another, as keys (`plan-id/1:4`).

    It is `mutual` where the other intervention names the first one too.
    """

    origin: str
    target: str
    stated_in: StatedIn
    mutual: bool


class Connections(Struct, frozen=True):
    """All connections: those that each intervention states, in the plan's order, and what is connected to each."""

    stated: Mapping[str, tuple[Connection, ...]]
    inverse: Mapping[str, tuple[str, ...]]

    def stated_by(self, key: str) -> tuple[Connection, ...]:
        """Return the connections that an intervention's own text states."""
        return self.stated.get(key, ())

    def referring(self, key: str) -> tuple[str, ...]:
        """Return the keys of the interventions whose stated connections name the one with this key."""
        return self.inverse.get(key, ())


def connections_of(interventions: Iterable[tuple[str, Intervention]]) -> Connections:
    """Return what interventions, each with its plan's id, state. What is stated twice counts once, as stated first."""
    named = {f"{plan}/{item.number}": _named(plan, item) for plan, item in interventions}
    inverse: defaultdict[str, list[str]] = defaultdict(list)
    for origin, targets in named.items():
        for target in targets:
            inverse[target].append(origin)
    stated = {origin: tuple(_connections(origin, named)) for origin in named}
    return Connections(stated, {key: tuple(origins) for key, origins in inverse.items()})


def plan_of(key: str) -> str:
    """Return the plan of an intervention's key."""
    return key.rpartition("/")[0]


def in_order(plan: str, keys: Iterable[str]) -> list[str]:
    """Return keys of interventions in order: the plan's own first, then by plan and number."""
    return sorted(keys, key=lambda key: (plan_of(key) != plan, plan_of(key), number_key(key.rpartition("/")[2])))


def _named(plan: str, intervention: Intervention) -> dict[str, StatedIn]:
    found: dict[str, StatedIn] = {}
    for item in intervention.references:
        found.setdefault(qualified("intervention", item.intervention, plan), item.stated_in)
    return found


def _connections(origin: str, named: Mapping[str, Mapping[str, StatedIn]]) -> Iterator[Connection]:
    for target, stated_in in named[origin].items():
        yield Connection(origin, target, stated_in, origin in named.get(target, {}))
