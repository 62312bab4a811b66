"""The pages of interventions: the list, and one page each."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from schema.choices import Role, StatedIn
from schema.draft import Draft
from schema.intervention import Intervention, Responsibility
from site_builder import urls
from site_builder.inline import qualified
from site_builder.link import PlanContent
from site_builder.page import Page
from site_builder.render.context import RenderContext, Writer
from site_builder.render.decision_words import decision_words
from site_builder.render.latest_answers import LatestAnswers, latest_answers
from site_builder.render.markdown import Link
from site_builder.render.parts import SourceLine, capital, differences_of, neighbours, source_lines
from site_builder.render.topics import topic_links
from site_builder.source import Record
from site_builder.swedish import version_words
from site_builder.targets import Target


@dataclass(frozen=True)
class DutyLine:
    """Bodies that share a role, and what the role covers if the plan says so."""

    bodies: tuple[Link, ...]
    scope: Markup


@dataclass(frozen=True)
class RoleLines:
    """All who have one role; empty lines where the plan names nobody."""

    role: str
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True)
class Connection:
    """Another intervention, and how we know of the connection."""

    link: Link
    basis: str


@dataclass(frozen=True)
class DraftLine:
    """A draft that became this intervention."""

    version: str
    title: str
    outcome: str
    note: Markup


@dataclass(frozen=True)
class InterventionView:
    """What the template of an intervention's page shows."""

    area: Link
    lead: Markup
    differences: tuple[Link, ...]
    table_title: str
    expected_result: Markup
    target_group: Markup
    categories: tuple[Link, ...]
    roles: tuple[RoleLines, ...]
    cost: str
    background: Markup
    actions: tuple[Markup, ...]
    references: tuple[Connection, ...]
    referenced_by: tuple[Connection, ...]
    measures: str
    documents: tuple[Link, ...]
    topics: tuple[Link, ...]
    follow_up: LatestAnswers
    drafts: tuple[DraftLine, ...]
    sources: tuple[SourceLine, ...]


def intervention_pages(context: RenderContext, content: PlanContent) -> Iterator[Page]:
    """Yield a page for each intervention of a plan, in official order, linked to the ones before and after."""
    plan = content.plan.value
    addresses = [urls.measure(plan, record.value.number) for record in content.interventions]
    drafts = _drafts_by_number(content)
    for place, record in enumerate(content.interventions):
        before, after = neighbours(addresses, place)
        writer = context.at(addresses[place], plan)
        yield writer.page(
            "intervention.md.j2",
            _view(writer, record, drafts.get(record.value.number, [])),
            title=f"{record.value.number} {record.value.title}",
            description=record.value.lead,
            sources=(record.source.path,),
            parent=urls.measure_list(plan),
            previous=before,
            next=after,
        )


def _view(writer: Writer, record: Record[Intervention], drafts: list[Draft]) -> InterventionView:
    intervention = record.value
    area = writer.context.index.targets["area", f"{_plan(writer)}/{intervention.number.split(':')[0]}"]
    return InterventionView(
        area=writer.link(area.address, capital(area.title)),
        lead=writer.prose(intervention.lead),
        differences=differences_of(writer),
        table_title=intervention.table_title or "",
        expected_result=writer.prose(intervention.expected_result),
        target_group=writer.prose(intervention.target_group),
        categories=tuple(_category(writer, name) for name in intervention.target_categories),
        roles=tuple(_role(writer, intervention, role) for role in Role),
        cost=f"{intervention.cost.sek_per_year:,}".replace(",", "\u00a0") if intervention.cost else "",
        background=writer.prose(intervention.background),
        actions=tuple(writer.prose(action) for action in intervention.actions),
        references=tuple(_references(writer, intervention)),
        referenced_by=tuple(_referenced_by(writer, intervention)),
        measures=writer.plan.terms.measure.plural if writer.plan else "",
        documents=tuple(_documents(writer, intervention)),
        topics=topic_links(writer),
        follow_up=latest_answers(writer, intervention.number),
        drafts=tuple(_draft(writer, draft) for draft in drafts),
        sources=source_lines(writer, intervention.sources),
    )


def _category(writer: Writer, name: str) -> Link:
    assert writer.plan  # noqa: S101 - an intervention's page belongs to a plan
    target = writer.context.index.targets["category", f"{writer.plan.id}/{name}"]
    return writer.link(target.address, target.name)


def _role(writer: Writer, intervention: Intervention, role: Role) -> RoleLines:
    entries = [entry for entry in intervention.responsibilities if entry.role is role]
    return RoleLines(role.value, tuple(_duty(writer, entry) for entry in entries))


def _duty(writer: Writer, entry: Responsibility) -> DutyLine:
    targets = [writer.context.index.targets["body", body] for body in entry.bodies]
    return DutyLine(tuple(writer.link(target.address, target.name) for target in targets), writer.prose(entry.scope))


def _references(writer: Writer, intervention: Intervention) -> Iterator[Connection]:
    """Yield the connections that the plan states, in its own order."""
    for reference in intervention.references:
        key = qualified("intervention", reference.intervention, _plan(writer))
        target = writer.context.index.targets["intervention", key]
        in_text = reference.stated_in is StatedIn.TEXT
        basis = writer.t("intervention.stated-in-text" if in_text else "intervention.stated-as-connection")
        yield Connection(_named(writer, target), basis)


def _referenced_by(writer: Writer, intervention: Intervention) -> Iterator[Connection]:
    """Yield the interventions that name this one: worked out from their own connections."""
    own = {qualified("intervention", item.intervention, _plan(writer)) for item in intervention.references}
    wanted = f"{_plan(writer)}/{intervention.number}"
    for other in writer.context.index.referring(wanted):
        target = writer.context.index.targets["intervention", other]
        basis = writer.t("intervention.mutual" if other in own else "intervention.one-way")
        yield Connection(_named(writer, target), basis)


def _named(writer: Writer, target: Target) -> Link:
    """Return a link to an intervention; one of another plan is said to be so."""
    plan = target.key.partition("/")[0]
    if plan == _plan(writer):
        return writer.link(target.address, target.title)
    return writer.link(target.address, f"{target.title} ({writer.context.index.plans[plan].plan.value.short_title})")


def _documents(writer: Writer, intervention: Intervention) -> Iterator[Link]:
    index = writer.context.index
    targets = [index.targets["document", name] for name in intervention.documents]
    yield from (writer.link(target.address, target.name) for target in targets)
    for name in intervention.decisions:
        decision = index.decisions[name].value
        yield writer.link(urls.decision(name), f"{decision_words(writer, decision)}: {decision.title}")


def _drafts_by_number(content: PlanContent) -> dict[str, list[Draft]]:
    """Return the drafts that each intervention comes from, by its number."""
    found = defaultdict[str, list[Draft]](list)
    for record in content.drafts:
        for number in record.value.became:
            found[number].append(record.value)
    return found


def _draft(writer: Writer, draft: Draft) -> DraftLine:
    outcome = writer.t(f"intervention.outcomes.{draft.outcome.value}")
    return DraftLine(
        version_words(draft.version), f"{draft.number or ''} {draft.title}".lstrip(), outcome, writer.prose(draft.note)
    )


def _plan(writer: Writer) -> str:
    return writer.plan.id if writer.plan else ""
