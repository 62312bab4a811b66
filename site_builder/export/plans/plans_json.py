"""`plans.json`: everything that the content says, as the contract publishes it."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from schema import finished_site as written
from site_builder.export.contract import bodies as contract
from site_builder.export.contract.plans_file import PlansFile
from site_builder.export.contract.public_versions import PublicVersion
from site_builder.export.plans.context import ExportContext
from site_builder.export.plans.follow_up import follow_up_standings, published_follow_up
from site_builder.export.plans.plan import published_plan
from site_builder.export.plans.text import published_decision, published_difference, published_document, published_term
from site_builder.export.plans.topic import published_summary, published_topic
from site_builder.export.plans.values import sources_of, validity_of
from site_builder.foundation.page import Artifact
from site_builder.foundation.source import Record
from site_builder.meaning.lifetime import lifetime_of
from site_builder.meaning.link import PlanIndex
from site_builder.meaning.succession import Key

PATH = "data/v1/plans.json"
T = TypeVar("T")


def plans_file(index: PlanIndex) -> PlansFile:
    """Return the whole of `plans.json`. What has no order of its own is sorted by id."""
    context = ExportContext(index)
    return PlansFile(
        version="1",
        plans=tuple(published_plan(context, content) for content in _by_id(index.plans)),
        organizations=tuple(_organization(context, key) for key in sorted(index.organizations)),
        organization_groups=tuple(_group(context, key) for key in sorted(index.groups)),
        follow_ups=tuple(published_follow_up(context, record) for record in _sorted(index.follow_ups)),
        decisions=tuple(published_decision(context, record.value) for record in index.decisions.values()),
        documents=tuple(published_document(context, record.value) for record in _by_id(index.documents)),
        glossary=tuple(published_term(context, record.value) for record in _by_id(index.terms)),
        differences=tuple(published_difference(context, record.value) for record in _sorted(index.differences)),
        topics=tuple(published_topic(context, record.value) for record in _sorted(index.topics)),
        summaries=tuple(published_summary(context, record.value) for record in _sorted(index.summaries)),
        follow_up_standings=tuple(follow_up_standings(context)),
        minor_version=3,
        public_versions=tuple(_public_version(context, record.value) for record in index.public_versions),
    )


def plans_json(plans: PlansFile) -> Artifact:
    """Return the file: UTF-8, indented, the keys in the contract's order, a line feed at the end."""
    # `str` is asked of texts that have a class of their own. On one line it is let go as soon as it stands on many: of
    # a large plan there is no room for it beside the copy with the last line feed.
    return Artifact(PATH, msgspec.json.format(msgspec.json.encode(plans, enc_hook=str), indent=2) + b"\n")


def _public_version(context: ExportContext, version: written.PublicVersion) -> PublicVersion:
    words = context.words.optional
    return PublicVersion(**{**version.model_dump(), "archived": words(version.archived), "note": words(version.note)})


def _by_id(things: Mapping[str, T]) -> list[T]:
    return [things[key] for key in sorted(things)]


def _sorted(records: Iterable[Record[Any]]) -> list[Record[Any]]:
    return sorted(records, key=lambda record: str(record.value.id))


def _organization(context: ExportContext, key: str) -> contract.Organization:
    value = context.index.organizations[key].value
    return contract.Organization(
        id=value.id,
        name=value.name,
        kind=value.kind,
        url=context.address("body", key),
        aliases=value.aliases,
        administration=value.administration,
        summary=context.words(value.summary),
        sources=sources_of(value.sources),
        general_explanation=value.general_explanation,
        former_names=tuple(
            contract.FormerName(name=item.name, validity=validity_of(lifetime_of(item))) for item in value.former_names
        ),
        validity=validity_of(context.index.body_times[key]),
        in_force=context.index.holds(context.index.body_times[key]),
        replaces=_others(context.index.succession.replaces, key),
        replaced_by=_others(context.index.succession.replaced_by, key),
        short_name=value.short_name,
    )


def _others(of: Mapping[Key, Iterable[Key]], key: str) -> tuple[str, ...]:
    return tuple(other for _, other in of.get(("body", key), ()))


def _group(context: ExportContext, key: str) -> contract.OrganizationGroup:
    value = context.index.groups[key].value
    return contract.OrganizationGroup(
        id=value.id,
        name=value.name,
        members=tuple(sorted(context.index.members[key])),
        url=context.address("body", key),
        summary=context.words(value.summary),
        sources=sources_of(value.sources),
        note=context.words.optional(value.note),
        member_sources=tuple(
            contract.MemberSource(body=item.body, named_as=item.named_as, sources=sources_of(item.sources))
            for item in value.member_sources
        ),
        member_periods=tuple(
            contract.MemberPeriod(body=item.body, validity=validity_of(lifetime_of(item)))
            for item in value.member_periods
        ),
        validity=validity_of(context.index.body_times[key]),
        in_force=context.index.holds(context.index.body_times[key]),
        replaces=_others(context.index.succession.replaces, key),
        replaced_by=_others(context.index.succession.replaced_by, key),
    )
