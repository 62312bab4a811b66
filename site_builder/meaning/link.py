"""Records to one index: every reference with what it means, in both directions, and groups with their members."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from schema.background import Background, Draft
from schema.document import Decision, Difference, Document
from schema.finished_site import Accessibility, PublicVersion
from schema.follow_up import FollowUp
from schema.indicator import Indicator
from schema.intervention import Intervention
from schema.organization import Organization, OrganizationGroup
from schema.plan import FocusArea, Plan, StartingPoint
from schema.site import HelpLine, Site
from schema.topic import Summary, Topic
from schema.words import Compounds, GlossaryTerm, PageQuestions, SearchWord
from site_builder.foundation.language.order import number_key, sort_key
from site_builder.foundation.source import Record, SourceFile
from site_builder.meaning.as_of import AsOf, holding_on
from site_builder.meaning.chronology import latest_first, time_order
from site_builder.meaning.connections.carrying_out import Carrier, carriers_in
from site_builder.meaning.connections.stated import Connections, connections_of
from site_builder.meaning.duty import all_duties, memberships_of
from site_builder.meaning.lifetime import lifetime_of
from site_builder.meaning.names.by_kind import ByKind, by_kind_of
from site_builder.meaning.names.former import former_names
from site_builder.meaning.names.scope import Scope, guessed_scope, spelt_out
from site_builder.meaning.pages.holdings import holdings_of
from site_builder.meaning.pages.rows import PlanPage, SitePage
from site_builder.meaning.pages.table import pages_by_address, pages_of
from site_builder.meaning.references import Reference, all_references, by_kind_of_target, by_target
from site_builder.meaning.succession import Succession, succession_in
from site_builder.meaning.targets import Targets, targets_of
from site_builder.meaning.texts import Style, Texts, content_texts_of
from site_builder.reading.load import Loaded
from site_builder.reading.validate import Identity


class PlanContent(Struct, frozen=True, dict=True):
    """A plan, its pages, and what its folder has in official order; what is `holding` holds on the index's day."""

    plan: Record[Plan]
    areas: tuple[Record[FocusArea], ...]
    interventions: tuple[Record[Intervention], ...]
    holding: tuple[Record[Intervention], ...]
    indicators: tuple[Record[Indicator], ...]
    starting_points: tuple[Record[StartingPoint], ...]
    drafts: tuple[Record[Draft], ...]
    background: Record[Background] | None
    pages: tuple[PlanPage, ...]

    @cached_property
    def by_number(self) -> Mapping[str, Record[Intervention]]:
        """The interventions by their numbers."""
        return {record.value.number: record for record in self.interventions}


class PlanIndex(AsOf, frozen=True, dict=True):
    """All that the content says, linked. Mappings are by id, decisions by time; keys inside a plan are `plan-id/id`.

    In the mappings texts name the plan of what they refer to, by today's name; `records` and `remains` are as written.
    """

    site: Record[Site] | None
    accessibility: Record[Accessibility] | None
    plans: Mapping[str, PlanContent]
    organizations: Mapping[str, Record[Organization]]
    groups: Mapping[str, Record[OrganizationGroup]]
    documents: Mapping[str, Record[Document]]
    decisions: Mapping[str, Record[Decision]]
    terms: Mapping[str, Record[GlossaryTerm]]
    search_words: Mapping[str, Record[SearchWord]]
    questions: tuple[Record[PageQuestions], ...]
    compounds: Record[Compounds] | None
    differences: tuple[Record[Difference], ...]
    follow_ups: tuple[Record[FollowUp], ...]
    topics: tuple[Record[Topic], ...]
    summaries: tuple[Record[Summary], ...]
    help: tuple[Record[HelpLine], ...]
    public_versions: tuple[Record[PublicVersion], ...]
    records: tuple[tuple[Identity, Record[BaseModel]], ...]
    remains: tuple[tuple[Identity, Record[BaseModel]], ...]
    hand_written: tuple[SourceFile, ...]
    references: tuple[Reference, ...]
    connections: Connections
    targets: Targets
    scope: Scope  # what names mean outside the plans
    assets: frozenset[str] | None = None

    @cached_property
    def content_texts(self) -> Texts:
        """Every piece of text in the content."""
        return Texts(content_texts_of((record for _, record in (*self.records, *self.remains)), self.hand_written))

    @cached_property
    def texts(self) -> Texts:
        """Every piece of text that is shown as Markdown."""
        return Texts(text_here for text_here in self.content_texts if text_here.style is not Style.LABEL)

    @cached_property
    def references_to(self) -> Mapping[str, list[Reference]]:
        """Every reference by the kind of thing that it names."""
        return by_kind_of_target(self.references)

    @cached_property
    def pages(self) -> dict[str, PlanPage | SitePage]:
        """The row of every page that has one, by address."""
        return pages_by_address((content.plan.value, content.pages) for content in self.plans.values())

    @cached_property
    def mentioned_by(self) -> dict[tuple[str, str], list[Reference]]:
        """What refers to a thing, by its kind and key. A source reference only says where a fact stands."""
        return by_target(self.references)

    @cached_property
    def succession(self) -> Succession:
        """What replaced what, of bodies and of interventions."""
        return succession_in(self)

    @cached_property
    def carriers(self) -> Mapping[str, tuple[Carrier, ...]]:
        """What carries each intervention out, by its key, worked out from what the plans carry out."""
        return carriers_in(self)


def link(loaded: Loaded, as_of: date | None = None) -> PlanIndex:
    """Link what is valid, as of a day or of all days. What is broken stays out but is known: no reference is blamed."""
    records, remains = loaded.records, loaded.remains
    scope = guessed_scope((record.value for _, record in records), former_names(loaded.entries))
    by_kind = by_kind_of((identity, spelt_out(record, scope)) for identity, record in records)
    plans = {key: _plan_content(found, by_kind, loaded, scope, as_of) for key, found in sorted(by_kind["plan"].items())}
    groups, organizations = by_kind["group"], by_kind["organization"]
    memberships = {key: memberships_of(group.value, organizations) for key, group in groups.items()}
    interventions = [(name, record.value) for name, content in plans.items() for record in content.interventions]
    return PlanIndex(
        as_of=as_of,
        body_times={key: lifetime_of(record.value) for key, record in (organizations | groups).items()},
        memberships=memberships,
        all_duties=all_duties(interventions, organizations, memberships),
        site=next(iter(by_kind["site"].values()), None),
        accessibility=next(iter(by_kind["accessibility"].values()), None),
        plans=plans,
        organizations=_by_name(organizations),
        groups=_by_name(groups),
        documents=by_kind["document"],
        decisions=dict(sorted(by_kind["decision"].items(), key=lambda item: time_order(item[1].value))),
        terms=by_kind["term"],
        search_words=by_kind["search_word"],
        questions=tuple(by_kind["question"].values()),
        compounds=next(iter(by_kind["compounds"].values()), None),
        differences=tuple(by_kind["difference"].values()),
        follow_ups=tuple(sorted(by_kind["follow_up"].values(), key=latest_first)),
        topics=tuple(by_kind["topic"].values()),
        summaries=tuple(by_kind["summary"].values()),
        help=tuple(by_kind["help"].values()),
        public_versions=tuple(by_kind["public_version"].values()),
        records=records,
        remains=remains,
        hand_written=loaded.documents,
        references=tuple(all_references((*records, *remains), loaded.documents, scope)),
        connections=connections_of(interventions),
        targets=targets_of(loaded, [(content.plan.value, content.pages) for content in plans.values()]),
        scope=scope,
        assets=loaded.assets,
    )


def _by_name(records: Mapping[str, Record[Any]]) -> dict[str, Record[Any]]:
    return dict(sorted(records.items(), key=lambda item: sort_key(item[1].value.name)))


def _plan_content(plan: Record[Plan], by_kind: ByKind, loaded: Loaded, scope: Scope, day: date | None) -> PlanContent:
    def of(kind: str) -> Iterator[Record[Any]]:
        return (record for record in by_kind.get(kind, {}).values() if record.plan == plan.plan)

    interventions = tuple(sorted(of("intervention"), key=lambda record: number_key(record.value.number)))
    return PlanContent(
        plan=plan,
        areas=tuple(sorted(of("area"), key=lambda record: int(record.value.number))),
        interventions=interventions,
        holding=holding_on(interventions, day),
        indicators=tuple(sorted(of("indicator"), key=lambda record: (record.value.order, record.value.id))),
        starting_points=tuple(sorted(of("starting_point"), key=lambda record: (record.value.order, record.value.id))),
        drafts=tuple(sorted(of("draft"), key=lambda record: record.value.version)),
        background=next(of("background"), None),
        pages=pages_of(holdings_of(loaded, plan.value, scope)),
    )
