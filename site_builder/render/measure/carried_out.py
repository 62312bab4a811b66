"""The words and links for what a measure or an area is connected with in other plans, in both directions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from schema.base import CarriesOut
from schema.plan import FocusArea, Plan
from site_builder.meaning import urls
from site_builder.meaning.connections.carrying_out import Carrier, carried_key
from site_builder.meaning.link import PlanContent
from site_builder.render.context import Writer
from site_builder.render.links import Link
from site_builder.render.shared.parts import SourceLine, area_title, intervention_link, source_lines


@dataclass(frozen=True)
class CarriedLine:
    """A measure or an area of another plan, and how strong the connection is, in words."""

    link: Link
    basis: str
    note: Markup
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class CarriedGroup:
    """Lines that belong to one other plan."""

    heading: str
    anchor: str
    lines: tuple[CarriedLine, ...]


def carries_out(writer: Writer, content: PlanContent, entries: Iterable[CarriesOut]) -> tuple[CarriedGroup, ...]:
    """Return what a part of a plan carries out, mentions or belongs together with, by plan."""
    found = defaultdict[str, list[CarriedLine]](list)
    for entry in entries:
        key = carried_key(entry, content.plan.value.id)
        target = writer.context.index.targets["intervention", key]
        link = writer.link(target.address, target.title)
        found[key.rpartition("/")[0]].append(_line(writer, "carries-out", content.plan.value, link, entry))
    return tuple(_groups(writer, "carries-out", "genomfor", found))


def carried_out_by(writer: Writer, found: Iterable[Carrier]) -> tuple[CarriedGroup, ...]:
    """Return what carries out, mentions or belongs together with a measure, by plan."""
    lines = defaultdict[str, list[CarriedLine]](list)
    for item in found:
        plan = item.content.plan.value
        link = (
            _area_link(writer, item.content, item.part)
            if isinstance(item.part, FocusArea)
            else intervention_link(writer, item.content, item.part)
        )
        lines[plan.id].append(_line(writer, "carried-out-by", plan, link, item.entry))
    return tuple(_groups(writer, "carried-out-by", "genomfors", lines))


def _groups(writer: Writer, key: str, anchor: str, found: Mapping[str, list[CarriedLine]]) -> Iterator[CarriedGroup]:
    for name, lines in found.items():
        plan = writer.context.index.plans[name].plan.value
        heading = writer.t(f"intervention.{key}", plan=plan.short_title)
        yield CarriedGroup(heading, f"{anchor}-{name}", tuple(lines))


def _line(writer: Writer, direction: str, origin: Plan, link: Link, entry: CarriesOut) -> CarriedLine:
    """Return a line; the note's bare numbers are those of the plan that it stands in."""
    note = writer.context.at(writer.address, origin).prose(entry.note)
    words = writer.t(f"intervention.{direction}-basis.{entry.basis.value}")
    return CarriedLine(link, words, note, source_lines(writer, entry.sources))


def _area_link(writer: Writer, content: PlanContent, area: FocusArea) -> Link:
    return writer.link(urls.area(content.plan.value, area.number), area_title(content, area))
