"""What is told of a measure beside its text: who does what in it, what it costs, and the way to it from the drafts."""

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from schema.background import Draft
from schema.choices import Role
from schema.intervention import CostEstimate, Intervention, Responsibility
from schema.organization import OrganizationGroup
from site_builder.foundation.language.phrases import figure
from site_builder.meaning import urls
from site_builder.meaning.lifetime import Holds, Lifetime, lifetime_of
from site_builder.render.background.drafts import DraftStep, draft_step
from site_builder.render.links import NOTHING, Link
from site_builder.render.shared.body_facts import body_link
from site_builder.render.shared.decision_words import decision_day
from site_builder.render.shared.lifetimes import limits
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.writer import PlanWriter, Writer


class GroupMembers(Struct, frozen=True):
    """Whom the site knows of in a group; perhaps no source lists them."""

    name: str
    members: tuple[Link, ...]
    unlisted: bool


class DutyLine(Struct, frozen=True):
    """Bodies that share a role, what it covers, who is in the groups among them, and when, as far as is known."""

    bodies: tuple[Link, ...]
    scope: Markup
    groups: tuple[GroupMembers, ...]
    when: Markup = NOTHING


class RoleLines(Struct, frozen=True):
    """All who have one role; empty lines where the plan names nobody."""

    role: str
    lines: tuple[DutyLine, ...]


class CostLine(Struct, frozen=True):
    """What a source thinks that the measure costs."""

    amount: str
    text: Markup
    sources: tuple[SourceLine, ...]


class InterventionWay(Struct, frozen=True):
    """The drafts that a measure comes from, the day of the decision, and where the whole way is told."""

    steps: tuple[DraftStep, ...]
    decided: str
    title: str
    page: Link


def role_lines(writer: Writer, intervention: Intervention) -> tuple[RoleLines, ...]:
    """Return who has each role, also the roles that nobody has."""
    return tuple(_role(writer, intervention, role) for role in Role)


def cost_line(writer: Writer, cost: CostEstimate | None) -> CostLine | None:
    """Return what the measure costs, where a source says so."""
    if cost is None:
        return None
    return CostLine(figure(cost.sek_per_year), writer.prose(cost.text), source_lines(writer, cost.sources))


def intervention_way(writer: PlanWriter, intervention: Intervention, drafts: Sequence[Draft]) -> InterventionWay | None:
    """Return the way to a measure from its drafts, where there are any."""
    if not drafts:
        return None
    plan = writer.plan
    decided = writer.context.index.decisions[plan.decision].value if plan.decision else None
    return InterventionWay(
        steps=tuple(draft_step(writer, draft) for draft in drafts),
        decided=decision_day(writer, decided) if decided else writer.t("background.decided"),
        title=f"{intervention.number} {intervention.title}",
        page=writer.link(urls.plan_page(plan, urls.DRAFTS), writer.t("background.read-more")),
    )


def _role(writer: Writer, intervention: Intervention, role: Role) -> RoleLines:
    """Return who has a role, then who has had it or gets it. Of an intervention that has ended: who had it."""
    whole = lifetime_of(intervention)
    day = whole.nearest(writer.context.as_of)
    now, others = list[DutyLine](), list[DutyLine]()
    for entry in (entry for entry in intervention.responsibilities if entry.role is role):
        for lifetime, bodies in _by_time(writer, entry).items():
            holds = lifetime.on(day) is not Holds.NO
            (now if holds else others).append(_duty(writer, entry, bodies, lifetime.beside(whole)))
    return RoleLines(role.value, (*now, *others))


def _by_time(writer: Writer, entry: Responsibility) -> dict[Lifetime, list[str]]:
    """Return the bodies of an entry by when they have the role: no longer than they exist."""
    found = dict[Lifetime, list[str]]()
    for body in entry.bodies:
        found.setdefault(writer.context.index.role_time(entry, body), []).append(str(body))
    return found


def _duty(writer: Writer, entry: Responsibility, bodies: Sequence[str], lifetime: Lifetime) -> DutyLine:
    links, known = tuple(body_link(writer, body) for body in bodies), writer.context.index.groups
    groups = tuple(_members(writer, known[body].value) for body in bodies if body in known)
    return DutyLine(links, writer.prose(entry.scope), groups, limits(writer, lifetime))


def _members(writer: Writer, group: OrganizationGroup) -> GroupMembers:
    members = tuple(body_link(writer, name) for name in writer.context.index.members[group.id])
    return GroupMembers(group.name, members, bool(group.member_kinds))
