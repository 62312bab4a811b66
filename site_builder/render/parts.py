"""Parts that many pages share: sources, notes on differences, and lists of interventions."""

import itertools
from dataclasses import dataclass

from schema.base import Sources
from schema.intervention import Intervention
from site_builder import urls
from site_builder.inline import parse_target, qualified
from site_builder.link import PlanContent
from site_builder.render.context import Writer
from site_builder.render.markdown import Link


@dataclass(frozen=True)
class SourceLine:
    """A source as a reader sees it: a link to the document, and the words for the place in it."""

    document: Link
    place: str


def source_lines(writer: Writer, *sources: Sources) -> tuple[SourceLine, ...]:
    """Return each source once, in the order given."""
    lines = []
    for source in dict.fromkeys(itertools.chain.from_iterable(sources)):
        target = writer.context.index.targets["document", source.document]
        key = "site.source-page" if source.page else "site.source"
        place = writer.t(key, section=source.section, page=source.page)
        lines.append(SourceLine(writer.link(target.address, target.name), place))
    return tuple(lines)


def differences_of(writer: Writer, kind: str, key: str) -> tuple[Link, ...]:
    """Return links to the places where the sources disagree about a thing."""
    plan = writer.plan.id if writer.plan else ""
    found = []
    for record in writer.context.index.differences:
        for affected in record.value.affects:
            its_kind, name = parse_target(affected)
            if (its_kind, qualified(its_kind, name, plan)) == (kind, key):
                found.append(writer.link(urls.difference(record.value.id), record.value.title))
    return tuple(dict.fromkeys(found))


def intervention_link(writer: Writer, content: PlanContent, intervention: Intervention) -> Link:
    """Return a link that says both number and title."""
    address = urls.measure(content.plan.value, intervention.number)
    return writer.link(address, f"{intervention.number} {intervention.title}")


def neighbours(addresses: list[str], address: str) -> tuple[str | None, str | None]:
    """Return the addresses before and after one in a row of pages."""
    place = addresses.index(address)
    before = addresses[place - 1] if place else None
    return before, addresses[place + 1] if place + 1 < len(addresses) else None
