"""The words and links for what a measure or an area is connected with in other plans, in both directions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup
from msgspec import Struct

from schema.base import CarriesOut
from schema.plan import FocusArea
from site_builder.meaning.connections.carrying_out import Carrier, carried_key
from site_builder.render.links import Link
from site_builder.render.shared.area_mark import area_link
from site_builder.render.shared.parts import SourceLine, intervention_link, source_lines
from site_builder.render.writer import PlanWriter, Writer


class CarriedLine(Struct, frozen=True):
    """A measure or an area of another plan, and how strong the connection is, in words."""

    link: Link
    basis: str
    note: Markup
    sources: tuple[SourceLine, ...]


class CarriedGroup(Struct, frozen=True):
    """Lines that belong to one other plan."""

    heading: str
    anchor: str
    lines: tuple[CarriedLine, ...]


def carries_out(writer: PlanWriter, entries: Iterable[CarriesOut]) -> tuple[CarriedGroup, ...]:
    """Return what a part of a plan carries out, mentions or belongs together with, by plan."""
    found = defaultdict[str, list[CarriedLine]](list)
    for entry in entries:
        key = carried_key(entry)
        target = writer.context.index.targets["intervention", key]
        link = writer.link(target.address, target.title)
        found[key.rpartition("/")[0]].append(_line(writer, "carries-out", link, entry))
    return tuple(_groups(writer, "carries-out", "genomfor", found))


def carried_out_by(writer: Writer, found: Iterable[Carrier]) -> tuple[CarriedGroup, ...]:
    """Return what carries out, mentions or belongs together with a measure, by plan."""
    lines = defaultdict[str, list[CarriedLine]](list)
    for item in found:
        there = writer.of_plan(item.content)
        part = item.part
        link = area_link(there, part) if isinstance(part, FocusArea) else intervention_link(there, part)
        lines[there.plan.id].append(_line(there, "carried-out-by", link, item.entry))
    return tuple(_groups(writer, "carried-out-by", "genomfors", lines))


def _groups(writer: Writer, key: str, anchor: str, found: Mapping[str, list[CarriedLine]]) -> Iterator[CarriedGroup]:
    for name, lines in found.items():
        plan = writer.context.index.plans[name].plan.value
        heading = writer.t(f"intervention.{key}", plan=plan.short_title)
        yield CarriedGroup(heading, f"{anchor}-{name}", tuple(lines))


def _line(origin: PlanWriter, direction: str, link: Link, entry: CarriesOut) -> CarriedLine:
    """Return a line; the note's bare numbers are those of the plan that it stands in."""
    words = origin.t(f"intervention.{direction}-basis.{entry.basis.value}")
    return CarriedLine(link, words, origin.prose(entry.note), source_lines(origin, entry.sources))
