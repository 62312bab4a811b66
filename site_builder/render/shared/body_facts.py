"""What a body is: its kind, its other names, the groups it belongs to, and the members of a group."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from schema.organization import Organization, OrganizationGroup
from site_builder.meaning import urls
from site_builder.meaning.duty import Membership
from site_builder.meaning.lifetime import Lifetime, lifetime_of
from site_builder.render.links import NOTHING, Link
from site_builder.render.shared.lifetimes import OtherTime, at_other_times, limits, with_limits
from site_builder.render.shared.parts import SourceLine, source_lines
from site_builder.render.shared.table import Cell
from site_builder.render.writer import Writer

Body = Organization | OrganizationGroup


class MemberLine(Struct, frozen=True):
    """A member of a group, and where a source names it, if no source lists the members."""

    link: Link
    when: Markup
    named_as: str
    sources: tuple[SourceLine, ...]


class BodyFacts(Struct, frozen=True):
    """What a body is. `members` and `unlisted` say something of a group alone."""

    kind: str
    aliases: str
    administration: str
    groups: tuple[Link, ...]
    follows_up: tuple[Link, ...]
    members: tuple[MemberLine, ...]
    other_members: tuple[OtherTime, ...]
    unlisted: Markup


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
        members=tuple(_members(writer, body)),
        other_members=_other_members(writer, body),
        unlisted=_unlisted(writer, body),
    )


def body_link(writer: Writer, identity: str) -> Link:
    """Return a link to an organization or a group."""
    target = writer.context.index.targets["body", identity]
    return writer.link(target.address, target.name)


def short_link(writer: Writer, identity: str) -> Link:
    """Return a link under the short name, for where there is little room; a pointer shows the whole one."""
    whole, record = body_link(writer, identity), writer.context.index.organizations.get(identity)
    short = record.value.short_name if record else None
    return replace(whole, text=short, title=whole.text) if short else whole


def body_head(writer: Writer, identity: str) -> Cell:
    """Return an organization as the head of a column: its short name, and its whole name where there is room."""
    return Cell((short_link(writer, identity),), words=body_link(writer, identity))


def _members(writer: Writer, body: Body) -> Iterator[MemberLine]:
    told = {str(item.body): item for item in body.member_sources} if isinstance(body, OrganizationGroup) else {}
    for member in writer.context.index.members.get(body.id, ()):
        item = told.get(member)
        sources = source_lines(writer, item.sources) if item else ()
        when = limits(writer, _membership(writer, body, member))
        yield MemberLine(body_link(writer, member), when, (item.named_as or "") if item else "", sources)


def _membership(writer: Writer, body: Body, member: str) -> Lifetime:
    """Return when a member is in a group, beside what the group's page says of the group itself."""
    found = (item.lifetime for item in writer.context.index.memberships[body.id] if item.organization == member)
    return next(item for item in found if writer.context.index.holds(item)).beside(lifetime_of(body))


def _other_members(writer: Writer, body: Body) -> tuple[OtherTime, ...]:
    """Return who has been in a group or comes into it later; who is in it now stands among its members."""
    index = writer.context.index
    found = [item for item in index.memberships.get(body.id, ()) if item.organization not in index.members[body.id]]

    def line(item: Membership, lifetime: Lifetime) -> Markup:
        return with_limits(writer, body_link(writer, item.organization), lifetime)

    return at_other_times(writer, "members", ((item, item.lifetime) for item in found), line)


def _unlisted(writer: Writer, body: Body) -> Markup:
    """Return what the list of members is, where no source lists them: in the group's own words, or in general."""
    if not isinstance(body, OrganizationGroup):
        return NOTHING
    general = writer.t("organizations.unlisted") if body.member_kinds else ""
    return writer.prose(body.note) if body.note else escape(general)
