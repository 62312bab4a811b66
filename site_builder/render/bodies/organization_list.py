"""The list of all organizations and groups, by kind, with how much each has to do."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from schema.choices import OrganizationKind, Role
from site_builder.foundation.language.phrases import enumeration
from site_builder.foundation.page import Page
from site_builder.foundation.source import Record
from site_builder.meaning import urls
from site_builder.meaning.as_of import holding_on
from site_builder.meaning.body_duties import (
    count_interventions,
    duties_at_other_times,
    duties_by_body,
    in_decided_plans,
    in_plans_to_do,
    over_plans,
    plans_to_do,
)
from site_builder.meaning.duty import Duty
from site_builder.meaning.lifetime import lifetime_of
from site_builder.render.bodies.duty_picture import duty_picture, numbers_apart, role_counts
from site_builder.render.bodies.organizations import organization_pages
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import Body, body_link
from site_builder.render.shared.lifetimes import OtherTime, at_other_times, with_limits
from site_builder.render.shared.past import was
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Cell, Table, simple, text
from site_builder.render.writer import Writer

DutiesByBody = Mapping[str, tuple[Duty, ...]]


class KindOfBody(Struct, frozen=True):
    """The bodies of one kind: a table of how much each has to do, or a list of their names if none has any duty."""

    heading: str
    anchor: str
    note: str
    picture: Picture | None
    table: Table | None
    names: tuple[Link, ...]


class OrganizationListView(Struct, frozen=True):
    """What the template of the list shows."""

    lead: str
    note: str
    not_counted: str
    kinds: tuple[KindOfBody, ...]
    others: tuple[OtherTime, ...]


def organization_list_pages(writer: Writer) -> Iterator[Page]:
    """Yield the list, and a page for each body. A kind without bodies is left out of the list."""
    index = writer.context.index
    today = duties_by_body(index)
    duties = in_plans_to_do(index, today)
    others = {**in_decided_plans(index, duties_at_other_times(index)), **in_decided_plans(index, today)}
    kinds: dict[str, list[Record[Body]]] = {kind.value: [] for kind in OrganizationKind}
    for record in holding_on(index.organizations.values(), index.as_of):
        kinds[record.value.kind].append(record)
    kinds["group"] = list(holding_on(index.groups.values(), index.as_of))
    bodies: list[Record[Body]] = [*index.organizations.values(), *index.groups.values()]
    lead = writer.t("organizations.list-lead")
    yield writer.page(
        "bodies/organization_list.html.j2",
        lambda: OrganizationListView(
            lead,
            writer.t("organizations.counts-note", measures=_measures(writer)),
            _not_counted(writer),
            tuple(_kind(writer, kind, records, (duties, others)) for kind, records in kinds.items() if records),
            _others(writer),
        ),
        title=writer.t("site.pages.organisationer"),
        description=lead,
        sources=tuple(dict.fromkeys(record.source.path for record in (*chain.from_iterable(kinds.values()), *bodies))),
        parent="",
    )
    yield from organization_pages(writer)


def _others(writer: Writer) -> tuple[OtherTime, ...]:
    """Return the bodies that do not exist any longer, or not yet."""
    index = writer.context.index
    bodies: list[Record[Body]] = [*index.organizations.values(), *index.groups.values()]
    found = ((record.value.id, lifetime_of(record.value)) for record in bodies)
    return at_other_times(
        writer, "bodies", found, lambda body, lifetime: with_limits(writer, body_link(writer, body), lifetime)
    )


def _not_counted(writer: Writer) -> str:
    """Return which plans are over, and so are no part of the counts; or that all are, and are counted after all."""
    index = writer.context.index
    plans = [content.plan.value for content in over_plans(index)]
    if not plans:
        return ""
    key = "all-over-note" if plans[0].id in plans_to_do(index) else "over-note"
    return writer.t(f"organizations.{key}", plans=enumeration([plan.short_title for plan in plans]))


def _measures(writer: Writer) -> str:
    """Return the plans' own word for what they want done, or a word for all of them where they have several."""
    words = {content.plan.value.terms.measure.plural for content in writer.context.plans}
    return words.pop() if len(words) == 1 else writer.t("organizations.any-measures")


def _kind(
    writer: Writer, kind: str, records: Sequence[Record[Body]], told: tuple[DutiesByBody, DutiesByBody]
) -> KindOfBody:
    """Return the bodies of a kind, with what they have to do today; of those at other times only that there are any."""
    duties, others = told
    heading, anchor = (writer.t(f"organizations.kinds.{kind}.{word}") for word in ("many", "anchor"))
    if not any(record.value.id in duties or record.value.id in others for record in records):
        names = tuple(body_link(writer, record.value.id) for record in records)
        return KindOfBody(heading, anchor, writer.t("organizations.none-has-tasks"), None, None, names)
    records = sorted(
        records, key=lambda record: -_own(duties.get(record.value.id, ()))
    )  # among equals by name, as before
    note = writer.t("organizations.group-note") if kind == "group" else ""
    columns = ("name", "total", *(role.value for role in Role), "via")
    table = simple(
        urls.table(anchor),
        writer.t("organizations.caption", kind=heading, measures=_measures(writer)),
        [writer.t(f"organizations.columns.{column}") for column in columns],
        [_row(writer, record.value, duties.get(record.value.id, ())) for record in records],
    )
    bodies = [(record.value.name, duties.get(record.value.id, ())) for record in records]
    has_duties = any(of for _, of in bodies)
    picture = duty_picture(writer, anchor, heading, _measures(writer), bodies) if has_duties else None
    return KindOfBody(heading, anchor, note, picture, table, ())


def _row(writer: Writer, body: Body, duties: Sequence[Duty]) -> tuple[Cell, ...]:
    """Return what plans give a body by name, in any role and in each; what they give its groups is no part of that."""
    own = _own(duties)
    via = count_interventions(duty for duty in duties if duty.via)
    numbers = (str(own), *(numbers_apart(count) for count in role_counts(duties)), str(via))
    before = was(writer, ("body", body.id), lifetime_of(body), "before")
    name = text(body_link(writer, body.id), before) if before else text(body_link(writer, body.id))
    return name, *(text(number, css="count") for number in numbers)


def _own(duties: Sequence[Duty]) -> int:
    """Return in how many interventions plans name a body."""
    return count_interventions(duty for duty in duties if not duty.via)
