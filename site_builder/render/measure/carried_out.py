"""The words and links for what a measure or an area carries out, and for what carries it out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from schema.base import CarriesOut
from schema.choices import Basis
from schema.plan import FocusArea
from site_builder.meaning.connections.carrying_out import Carrier, carried_key, carried_with_area
from site_builder.render.links import Link
from site_builder.render.shared.area_mark import area_link
from site_builder.render.shared.parts import SourceLine, intervention_link, source_lines
from site_builder.render.writer import PlanWriter, Writer


@dataclass(frozen=True)
class CarriedLine:
    """A measure or an area of another plan, and how we know of the connection; `via` is the area that it holds for."""

    link: Link
    via: Link | None
    basis: str
    note: Markup
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class CarriedGroup:
    """Lines that belong to one other plan."""

    heading: str
    anchor: str
    lines: tuple[CarriedLine, ...]


def carries_out(
    writer: PlanWriter, entries: Iterable[CarriesOut], area: FocusArea | None = None
) -> tuple[CarriedGroup, ...]:
    """Return what a part of a plan carries out, by plan; a measure's area is given for what holds for all of it."""
    found = defaultdict[str, list[CarriedLine]](list)
    for entry, via in carried_with_area(entries, area):
        key = carried_key(entry, writer.plan.id)
        target = writer.context.index.targets["intervention", key]
        place = area_link(writer, via) if via else None
        link = writer.link(target.address, target.title)
        found[key.rpartition("/")[0]].append(_line(writer, link, place, entry))
    return tuple(_groups(writer, "carries-out", "genomfor", found))


def carried_out_by(writer: Writer, found: Iterable[Carrier]) -> tuple[CarriedGroup, ...]:
    """Return what carries out a measure, by plan."""
    lines = defaultdict[str, list[CarriedLine]](list)
    for item in found:
        there = writer.of_plan(item.content)
        part = item.part
        link = area_link(there, part) if isinstance(part, FocusArea) else intervention_link(there, part)
        lines[there.plan.id].append(_line(there, link, None, item.entry))
    return tuple(_groups(writer, "carried-out-by", "genomfors", lines))


def _groups(writer: Writer, key: str, anchor: str, found: Mapping[str, list[CarriedLine]]) -> Iterator[CarriedGroup]:
    for name, lines in found.items():
        plan = writer.context.index.plans[name].plan.value
        heading = writer.t(f"intervention.{key}", plan=plan.short_title)
        yield CarriedGroup(heading, f"{anchor}-{name}", tuple(lines))


def _line(origin: PlanWriter, link: Link, via: Link | None, entry: CarriesOut) -> CarriedLine:
    """Return a line; the note's bare numbers are those of the plan that it stands in."""
    note = origin.prose(entry.note)
    return CarriedLine(link, via, _basis(origin, entry), note, source_lines(origin, entry.sources))


def _basis(writer: PlanWriter, entry: CarriesOut) -> str:
    """Return how we know: the plan itself says so, another source does, or we have worked it out."""
    if entry.basis is Basis.WORKED_OUT:
        return writer.t("intervention.carries-out-basis.worked-out")
    in_plan = any(source.document == writer.plan.document for source in entry.sources)
    return writer.t(f"intervention.carries-out-basis.{'in-plan' if in_plan else 'in-source'}")
