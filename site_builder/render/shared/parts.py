"""Parts that many pages share: sources, notes on differences, and lists of interventions."""

import itertools
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from schema.base import Sources
from schema.choices import Role
from schema.intervention import Intervention
from schema.plan import FocusArea, Noun
from site_builder.foundation.language.phrases import capital, enumeration
from site_builder.foundation.source import Record
from site_builder.meaning import urls
from site_builder.meaning.link import PlanContent
from site_builder.meaning.names.short_names import official_name, short_name
from site_builder.reading.layout import CONTENT
from site_builder.render.links import NOTHING, Link
from site_builder.render.writer import PlanWriter, Writer


class SourceLine(Struct, frozen=True):
    """A source as a reader sees it: a link to the document, and the words for the places in it."""

    document: Link
    places: str


class LinkedLead(Struct, frozen=True):
    """A heading that links to a page, its id, and what the page says first; `mark` stands before the link."""

    id: str
    link: Link
    lead: Markup
    mark: Markup = NOTHING


def source_lines(writer: Writer, *sources: Sources) -> tuple[SourceLine, ...]:
    """Return each document once, with every place in it, in the order given."""
    places = defaultdict[str, list[str]](list)
    for source in dict.fromkeys(itertools.chain.from_iterable(sources)):
        key = "site.place-page" if source.page else "site.place"
        places[source.document].append(writer.t(key, section=source.section, page=source.page))
    return tuple(SourceLine(_source_link(writer, name), _places(writer, found)) for name, found in places.items())


def _source_link(writer: Writer, name: str) -> Link:
    """Return a link to a document; one that is a plan on this site goes by the plan's short title."""
    index = writer.context.index
    target, document = index.targets["document", name], index.documents[name].value
    plan = document.plan
    if plan is None:
        short = document.short_title
        return writer.link(target.address, short or target.name, document.title if short else "")
    return writer.link(target.address, index.plans[plan].plan.value.short_title, target.title)


def _places(writer: Writer, places: list[str]) -> str:
    return writer.t("site.source" if len(places) == 1 else "site.source-many", places=enumeration(places))


def intervention_link(writer: PlanWriter, intervention: Intervention) -> Link:
    """Return a link that says both number and name."""
    address = urls.intervention(writer.plan, intervention.number)
    return writer.link(address, f"{intervention.number} {short_name(intervention)}")


def intervention_lead(writer: PlanWriter, intervention: Intervention) -> LinkedLead:
    """Return an intervention as an entry in a list."""
    identity = intervention.number.replace(":", "-")
    return LinkedLead(identity, intervention_link(writer, intervention), writer.prose(intervention.lead))


def bodies_with(writer: Writer, intervention: Intervention, role: Role) -> tuple[Link, ...]:
    """Return links to the bodies that have a role in an intervention, each once; groups are not spread."""
    index = writer.context.index
    entries = (entry for entry in intervention.responsibilities if entry.role is role)
    names = [body for entry in entries for body in entry.bodies if index.holds(index.role_time(entry, body))]
    targets = [index.targets["body", name] for name in dict.fromkeys(names)]
    return tuple(writer.link(target.address, target.name) for target in targets)


def paths_of(records: Iterable[Record[Any]]) -> tuple[str, ...]:
    """Return the files that things stand in, each once; the site's own file where there are no things yet."""
    return tuple(dict.fromkeys(record.source.path for record in records)) or (f"{CONTENT}site.yaml",)


def neighbours(addresses: list[str], place: int) -> tuple[str | None, str | None]:
    """Return the addresses before and after the one at a place in a row of pages."""
    before = addresses[place - 1] if place else None
    return before, addresses[place + 1] if place + 1 < len(addresses) else None


def interventions_by_area(records: Iterable[Record[Intervention]]) -> dict[str, list[Record[Intervention]]]:
    """Return interventions in the order that they come in, by the number of their area."""
    found = defaultdict[str, list[Record[Intervention]]](list)
    for record in records:
        found[record.value.number.partition(":")[0]].append(record)
    return found


def area_title(content: PlanContent, area: FocusArea) -> str:
    """Return an area's name with the plan's word for it and its number; some areas have no known title."""
    return _with_number(content, area, short_name(area))


def official_area_title(content: PlanContent, area: FocusArea) -> str:
    """Return an area's title as the source has it, with the plan's word for it and its number."""
    return _with_number(content, area, official_name(area))


def _with_number(content: PlanContent, area: FocusArea, title: str) -> str:
    words = f"{capital(content.plan.value.terms.area.indefinite)} {area.number}"
    return f"{words}: {title}" if title else words


def counted(number: int, noun: Noun) -> str:
    """Return a number of things in the plan's own words: 1 insats, 2 insatser."""
    return f"{number} {noun.indefinite if number == 1 else noun.plural}"
