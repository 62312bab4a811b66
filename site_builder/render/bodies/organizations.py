"""A page for each organization and each group: all that it has to do, and where else the plans speak of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from schema.organization import Organization, OrganizationGroup
from site_builder.foundation.page import Page
from site_builder.foundation.source import Record
from site_builder.meaning import urls
from site_builder.meaning.body_duties import duties_by_body, intervention_key
from site_builder.meaning.duty import Duty
from site_builder.meaning.link import PlanIndex
from site_builder.render.bodies.tasks import PlanDuties, plan_duties
from site_builder.render.follow_up.body_answers import BodyAnswers, body_answers
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import Body, BodyFacts, body_facts
from site_builder.render.shared.decision_words import decision_day
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.mentions import mentions, noted
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.writer import Writer


@dataclass(frozen=True)
class DecisionLine:
    """A decision that the body made, and when."""

    link: Link
    day: str


@dataclass(frozen=True)
class OrganizationView:
    """What the template of a body's page shows."""

    summary: Markup
    is_general: bool
    differences: Differences
    tasks: tuple[PlanDuties, ...]
    no_duties: str
    answers: tuple[BodyAnswers, ...]
    facts: BodyFacts
    decisions: tuple[DecisionLine, ...]
    mentions: tuple[Link, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class _Lookup:
    """What all bodies' pages look up, gathered once."""

    duties: Mapping[str, tuple[Duty, ...]]
    groups: Mapping[str, list[str]]
    paths: Mapping[str, str]


def organization_pages(writer: Writer) -> Iterator[Page]:
    """Yield a page for each organization and each group."""
    index = writer.context.index
    lookup = _Lookup(duties_by_body(index), _groups_of(index), dict(_paths(index)))
    bodies: Mapping[str, Record[Body]] = {**index.organizations, **index.groups}
    for identity, record in bodies.items():
        yield _page(writer.at(urls.body(identity)), record, lookup)


def _groups_of(index: PlanIndex) -> dict[str, list[str]]:
    """Return the groups that each organization belongs to."""
    found = defaultdict[str, list[str]](list)
    for group in index.groups:
        for member in index.members[group]:
            found[member].append(group)
    return found


def _paths(index: PlanIndex) -> Iterator[tuple[str, str]]:
    """Yield the file of every intervention by its key."""
    for content in index.plans.values():
        for record in content.interventions:
            yield f"{content.plan.value.id}/{record.value.number}", record.source.path


def _page(writer: Writer, record: Record[Body], lookup: _Lookup) -> Page:
    body = record.value
    duties = lookup.duties.get(body.id, ())
    paths = dict.fromkeys(lookup.paths[intervention_key(duty)] for duty in duties)
    return writer.page(
        "bodies/organization.html.j2",
        _view(writer, body, duties, lookup.groups.get(body.id, ())),
        title=body.name,
        description=body.summary,
        sources=(record.source.path, *paths),
        parent=urls.site_page("organisationer"),
        wide=True,
    )


def _view(writer: Writer, body: Body, duties: Sequence[Duty], groups: Sequence[str]) -> OrganizationView:
    """Return what the page shows. A duty that comes from a group has its sources on the group's page."""
    targets = writer.context.index.targets
    own_pages = {targets["intervention", intervention_key(duty)].address for duty in duties}
    own_sources = (duty.intervention.sources for duty in duties if not duty.via)
    return OrganizationView(
        summary=writer.prose(body.summary),
        is_general=isinstance(body, Organization) and body.general_explanation,
        differences=differences_of(writer),
        tasks=tuple(plan_duties(writer, body, duties)),
        no_duties=_no_duties(writer, body),
        answers=tuple(body_answers(writer, body.id)),
        facts=body_facts(writer, body, groups),
        decisions=tuple(_decisions(writer, body)),
        mentions=mentions(writer, "body", body.id, besides=own_pages | noted(writer), in_text=True),
        sources=source_lines(writer, body.sources, *own_sources),
    )


def _no_duties(writer: Writer, body: Body) -> str:
    """Return what to say of a body without duties; of a group, that its members may well have some."""
    if isinstance(body, OrganizationGroup):
        return writer.t("organizations.no-tasks-group")
    return writer.t("organizations.no-tasks", name=body.name)


def _decisions(writer: Writer, body: Body) -> Iterator[DecisionLine]:
    """Yield the decisions that the body made, in the order of time."""
    made = [record.value for record in writer.context.index.decisions.values() if record.value.body == body.id]
    for decision in made:
        target = writer.context.index.targets["decision", decision.id]
        yield DecisionLine(writer.link(target.address, target.title), decision_day(writer, decision))
