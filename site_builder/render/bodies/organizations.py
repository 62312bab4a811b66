"""A page for each organization and each group: all that it has to do, and where else the plans speak of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup
from msgspec import Struct

from schema.organization import Organization, OrganizationGroup
from site_builder.foundation.page import Page
from site_builder.foundation.source import Record
from site_builder.meaning import urls
from site_builder.meaning.body_duties import duties_at_other_times, duties_by_body, intervention_key
from site_builder.meaning.duty import Duty
from site_builder.meaning.lifetime import lifetime_of
from site_builder.meaning.link import PlanIndex
from site_builder.render.bodies.tasks import PlanDuties, other_duties, plan_duties
from site_builder.render.follow_up.body_answers import BodyAnswers, body_answers
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import Body, BodyFacts, body_facts
from site_builder.render.shared.decision_words import decision_day
from site_builder.render.shared.differences import Differences, differences_of
from site_builder.render.shared.lifetimes import OtherTime
from site_builder.render.shared.mentions import mentions, noted
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.shared.past import Past, notice, past, was
from site_builder.render.writer import Writer


class DecisionLine(Struct, frozen=True):
    """A decision that the body made, and when."""

    link: Link
    day: str


class OrganizationView(Struct, frozen=True):
    """What the template of a body's page shows."""

    summary: Markup
    is_general: bool
    differences: Differences
    tasks: tuple[PlanDuties, ...]
    other_tasks: tuple[OtherTime, ...]
    no_duties: str
    answers: tuple[BodyAnswers, ...]
    facts: BodyFacts
    past: Past
    was: Markup
    decisions: tuple[DecisionLine, ...]
    mentions: tuple[Link, ...]
    sources: tuple[SourceLine, ...]


class _Lookup(Struct, frozen=True):
    """What all bodies' pages look up, gathered once."""

    duties: Mapping[str, tuple[Duty, ...]]
    others: Mapping[str, tuple[Duty, ...]]
    groups: Mapping[str, list[str]]
    paths: Mapping[str, str]


def organization_pages(writer: Writer) -> Iterator[Page]:
    """Yield a page for each organization and each group."""
    index = writer.context.index
    lookup = _Lookup(duties_by_body(index), duties_at_other_times(index), _groups_of(index), dict(_paths(index)))
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
    duties, others = lookup.duties.get(body.id, ()), lookup.others.get(body.id, ())
    paths = dict.fromkeys(lookup.paths[intervention_key(duty)] for duty in (*duties, *others))
    return writer.page(
        "bodies/organization.html.j2",
        lambda: _view(writer, body, (duties, others), lookup.groups.get(body.id, ())),
        title=body.name,
        description=body.summary,
        sources=(record.source.path, *paths),
        parent=urls.site_page("organisationer"),
        message=notice(writer, "body", ("body", body.id), body.name, lifetime_of(body)),
        wide=True,
    )


def _view(
    writer: Writer, body: Body, told: tuple[Sequence[Duty], Sequence[Duty]], groups: Sequence[str]
) -> OrganizationView:
    """Return what the page shows, of duties today and at other times. A group's page has the sources of its duties."""
    targets, (duties, others), key = writer.context.index.targets, told, ("body", body.id)
    own_pages = {targets["intervention", intervention_key(duty)].address for duty in (*duties, *others)}
    own_sources = (duty.intervention.sources for duty in (*duties, *others) if not duty.via)
    return OrganizationView(
        summary=writer.prose(body.summary),
        is_general=isinstance(body, Organization) and body.general_explanation,
        differences=differences_of(writer),
        tasks=tuple(plan_duties(writer, body, duties)),
        other_tasks=other_duties(writer, lifetime_of(body), others),
        no_duties="" if others else _no_duties(writer, body),
        answers=tuple(body_answers(writer, body.id)),
        facts=body_facts(writer, body, groups),
        past=past(writer, key, body, body.former_names if isinstance(body, Organization) else ()),
        was=was(writer, key, lifetime_of(body)),
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
