"""Measures of which the sources do not say who is responsible, and what they say instead."""

from collections import defaultdict

from markupsafe import Markup
from msgspec import Struct

from schema.vocabulary import Prose
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.writer import PlanWriter


class UnknownDuties(Struct, frozen=True):
    """What the sources say instead of who is responsible, and the measures that they say it of."""

    text: Markup
    interventions: tuple[Link, ...]


def unknown_duties(writer: PlanWriter) -> tuple[UnknownDuties, ...]:
    """Return each such text once, in the order of the first measure that it is said of."""
    found = defaultdict[Prose, list[Link]](list)
    for intervention in (record.value for record in writer.content.holding):
        if intervention.unknown_responsibility:
            address = urls.intervention(writer.plan, intervention.number)
            found[intervention.unknown_responsibility].append(writer.link(address, intervention.number))
    return tuple(UnknownDuties(writer.prose(text), tuple(links)) for text, links in found.items())
