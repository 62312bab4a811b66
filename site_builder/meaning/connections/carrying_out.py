"""Which interventions of other plans an area or an intervention is connected with, and the same thing turned round.

Its `basis` says how strong a connection is: carries out, mentions, or belongs together with, as we judge. What is said
of an area holds for the area. It is never handed down to its interventions: no source says it of them.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from schema.base import CarriesOut
from schema.intervention import Intervention
from schema.plan import FocusArea

if TYPE_CHECKING:
    from site_builder.meaning.link import PlanContent, PlanIndex


class Carrier(Struct, frozen=True):
    """An area or an intervention that is connected with an intervention of another plan."""

    content: "PlanContent"
    part: FocusArea | Intervention
    entry: CarriesOut


def carried_key(entry: CarriesOut) -> str:
    """Return the key of the intervention that an entry is about: it is of another plan, and written with it."""
    return str(entry.measure)


def carriers_in(index: "PlanIndex") -> Mapping[str, tuple[Carrier, ...]]:
    """Return what is connected with each intervention, by its key: areas before interventions, in official order."""
    found = defaultdict[str, list[Carrier]](list)
    for content in index.plans.values():
        parts: list[FocusArea | Intervention] = [record.value for record in content.areas]
        parts += [record.value for record in content.interventions]
        for part in parts:
            for entry in part.carries_out:
                found[carried_key(entry)].append(Carrier(content, part, entry))
    return {key: tuple(items) for key, items in found.items()}
