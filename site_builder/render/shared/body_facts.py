"""What a body is: its kind, its other names, the groups it belongs to, and the members of a group."""

from collections.abc import Sequence
from dataclasses import dataclass

from schema.organization import Organization, OrganizationGroup
from site_builder.meaning import urls
from site_builder.render.links import Link
from site_builder.render.writer import Writer

Body = Organization | OrganizationGroup


@dataclass(frozen=True)
class BodyFacts:
    """What a body is. `members` and `unlisted` say something of a group alone."""

    kind: str
    aliases: str
    administration: str
    groups: tuple[Link, ...]
    follows_up: tuple[Link, ...]
    members: tuple[Link, ...]
    unlisted: str


def body_facts(writer: Writer, body: Body, groups: Sequence[str]) -> BodyFacts:
    """Return the facts of an organization that belongs to some groups, or of a group."""
    names = (body.aliases, body.administration) if isinstance(body, Organization) else ((), None)
    kind = body.kind.value if isinstance(body, Organization) else "group"
    plans = [content.plan.value for content in writer.context.plans]
    return BodyFacts(
        kind=writer.t(f"organizations.kinds.{kind}.one"),
        aliases=", ".join(names[0]),
        administration=names[1] or "",
        groups=tuple(body_link(writer, group) for group in groups),
        follows_up=tuple(
            writer.link(urls.plan_start(plan), plan.short_title) for plan in plans if plan.follow_up_body == body.id
        ),
        members=tuple(body_link(writer, member) for member in writer.context.index.members.get(body.id, ())),
        unlisted=_unlisted(writer, body),
    )


def body_link(writer: Writer, identity: str) -> Link:
    """Return a link to an organization or a group."""
    target = writer.context.index.targets["body", identity]
    return writer.link(target.address, target.name)


def _unlisted(writer: Writer, body: Body) -> str:
    """Return what to say of members that no source lists."""
    by_kind = isinstance(body, OrganizationGroup) and body.member_kinds
    return writer.t("organizations.unlisted") if by_kind else ""
