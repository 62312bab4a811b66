"""What a thing is called when something refers to it, and where it stands."""

from msgspec import Struct
from pydantic import BaseModel

from schema.background import Draft
from schema.document import Decision, Difference, Document
from schema.follow_up import FollowUp
from schema.indicator import Indicator
from schema.intervention import Intervention
from schema.organization import Organization, OrganizationGroup
from schema.plan import FocusArea, Plan, StartingPoint
from schema.topic import Summary, Topic
from schema.words import GlossaryTerm
from site_builder.meaning import urls
from site_builder.meaning.names.short_names import Named, official_name, short_name


class TargetFacts(Struct, frozen=True):
    """The words of a link, the title, and the address; none where a thing has no place of its own.

    `official` is the source's own title of what the site calls something shorter.
    """

    name: str
    title: str
    address: str = ""
    official: str = ""


def facts_in_plan(value: BaseModel, plan: Plan) -> TargetFacts | None:
    """Return the facts of a plan or of a thing that lives inside one, None for anything else."""
    facts = None
    match value:
        case Plan():
            facts = TargetFacts(value.short_title, value.title, urls.plan_start(plan))
        case Intervention():
            facts = _named(value, value.number, f"{value.number} ", urls.intervention(plan, value.number))
        case FocusArea():
            name = f"{plan.terms.area.indefinite} {value.number}"
            facts = _named(value, name, f"{name}: ", urls.area(plan, value.number))
        case Draft():
            facts = TargetFacts(value.title, value.title, urls.draft(plan, value.id))
        case StartingPoint():
            facts = TargetFacts(value.title, value.title, urls.starting_point(plan, value.id))
        case Indicator():
            facts = _named(value, short_name(value), "", urls.indicator(plan, value.id))
    return facts


def _named(thing: Named, name: str, before: str, address: str) -> TargetFacts:
    """Return the facts of what may have a short title; its number stands before both titles."""
    title, official = (f"{before}{found}" if found else name for found in (short_name(thing), official_name(thing)))
    return TargetFacts(name, title, address, official if official != title else "")


def facts_of_site(value: BaseModel, is_governing: bool) -> TargetFacts | None:
    """Return the facts of a thing that belongs to the whole site; a document is one that governs a plan, or not."""
    facts = None
    match value:
        case Document():
            facts = TargetFacts(value.title, value.title, urls.document(value.id, is_governing))
        case Decision() | Difference() | Topic() | Summary() | FollowUp():
            facts = TargetFacts(value.title, value.title, _place(value))
        case GlossaryTerm():
            facts = TargetFacts(value.abbreviation or value.term, value.term, urls.term(value.id))
        case Organization() | OrganizationGroup():
            facts = TargetFacts(value.name, value.name, urls.body(value.id))
    return facts


def _place(value: Decision | Difference | Topic | Summary | FollowUp) -> str:
    """Return the address of what is called by its title."""
    match value:
        case Decision():
            return urls.decision(value.id)
        case Difference():
            return urls.difference(value.id)
        case Topic():
            return urls.topic(value.id)
        case Summary():
            return urls.summary(value.id)
    return urls.follow_up(value.id)
