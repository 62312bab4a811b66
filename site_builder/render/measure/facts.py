"""What is told of a measure beside its text: who does what in it, what it costs, and the way to it from the drafts."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from schema.choices import Role
from schema.draft import Draft
from schema.intervention import CostEstimate, Intervention, Responsibility
from schema.organization import OrganizationGroup
from site_builder.meaning import urls
from site_builder.render.background.drafts import DraftStep, draft_step
from site_builder.render.background.parts import amount
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import body_link
from site_builder.render.shared.decision_words import decision_day
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.writer import PlanWriter, Writer


@dataclass(frozen=True)
class GroupMembers:
    """Whom the site knows of in a group; perhaps no source lists them."""

    name: str
    members: tuple[Link, ...]
    unlisted: bool


@dataclass(frozen=True)
class DutyLine:
    """Bodies that share a role, what the role covers if the plan says so, and who is in the groups among them."""

    bodies: tuple[Link, ...]
    scope: Markup
    groups: tuple[GroupMembers, ...]


@dataclass(frozen=True)
class RoleLines:
    """All who have one role; empty lines where the plan names nobody."""

    role: str
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True)
class CostLine:
    """What a source thinks that the measure costs."""

    amount: str
    text: Markup
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True)
class InterventionWay:
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
    return CostLine(amount(cost.sek_per_year), writer.prose(cost.text), source_lines(writer, cost.sources))


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
        page=writer.link(urls.plan_page(plan, "bakgrund"), writer.t("background.read-more")),
    )


def _role(writer: Writer, intervention: Intervention, role: Role) -> RoleLines:
    entries = [entry for entry in intervention.responsibilities if entry.role is role]
    return RoleLines(role.value, tuple(_duty(writer, entry) for entry in entries))


def _duty(writer: Writer, entry: Responsibility) -> DutyLine:
    bodies = tuple(body_link(writer, str(body)) for body in entry.bodies)
    known = writer.context.index.groups
    groups = tuple(_members(writer, known[str(body)].value) for body in entry.bodies if body in known)
    return DutyLine(bodies, writer.prose(entry.scope), groups)


def _members(writer: Writer, group: OrganizationGroup) -> GroupMembers:
    members = tuple(body_link(writer, name) for name in writer.context.index.members[group.id])
    return GroupMembers(group.name, members, bool(group.member_kinds))
