"""Which interventions of other plans an area or an intervention carries out, and the same thing turned round."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schema.base import CarriesOut
from schema.intervention import Intervention
from schema.plan import FocusArea
from site_builder.foundation.inline import qualified
from site_builder.meaning.link import PlanContent, PlanIndex


@dataclass(frozen=True)
class Carrier:
    """An area or an intervention that carries out an intervention of another plan."""

    content: PlanContent
    part: FocusArea | Intervention
    entry: CarriesOut


def carried_key(entry: CarriesOut, plan: str) -> str:
    """Return the key of the intervention that a part of a plan carries out, always with its plan."""
    return qualified("intervention", str(entry.measure), plan)


def carried_with_area(
    own: Iterable[CarriesOut], area: FocusArea | None
) -> tuple[tuple[CarriesOut, FocusArea | None], ...]:
    """Return what a part carries out itself, and then what its whole area carries out beside that, with the area."""
    entries = tuple(own)
    told = {entry.measure for entry in entries}
    whole = tuple((entry, area) for entry in (area.carries_out if area else ()) if entry.measure not in told)
    return (*((entry, None) for entry in entries), *whole)


def carriers(index: PlanIndex) -> Mapping[str, tuple[Carrier, ...]]:
    """Return what carries out each intervention, by its key: areas before interventions, in official order."""
    found = defaultdict[str, list[Carrier]](list)
    for content in index.plans.values():
        parts: list[FocusArea | Intervention] = [record.value for record in content.areas]
        parts += [record.value for record in content.interventions]
        for part in parts:
            for entry in part.carries_out:
                found[carried_key(entry, content.plan.value.id)].append(Carrier(content, part, entry))
    return {key: tuple(items) for key, items in found.items()}
