"""The list of all organizations and groups, by kind, with how much each has to do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schema.choices import OrganizationKind, Role
from site_builder.foundation.page import Page
from site_builder.foundation.source import Record
from site_builder.meaning.body_duties import count_interventions, duties_by_body
from site_builder.meaning.duty import Duty
from site_builder.render.bodies.duty_picture import duty_picture, numbers_apart, role_counts
from site_builder.render.bodies.organizations import organization_pages
from site_builder.render.links import Link
from site_builder.render.shared.body_facts import Body, body_link
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Cell, Table, simple, text
from site_builder.render.writer import Writer


@dataclass(frozen=True)
class KindOfBody:
    """The bodies of one kind: a table of how much each has to do, or a list of their names if none has any duty."""

    heading: str
    anchor: str
    note: str
    picture: Picture | None
    table: Table | None
    names: tuple[Link, ...]


@dataclass(frozen=True)
class OrganizationListView:
    """What the template of the list shows."""

    lead: str
    note: str
    kinds: tuple[KindOfBody, ...]


def organization_list_pages(writer: Writer) -> Iterator[Page]:
    """Yield the list, and a page for each body. A kind without bodies is left out of the list."""
    index = writer.context.index
    duties = duties_by_body(index)
    kinds: dict[str, list[Record[Body]]] = {kind.value: [] for kind in OrganizationKind}
    for record in index.organizations.values():
        kinds[record.value.kind].append(record)
    kinds["group"] = list(index.groups.values())
    lead = writer.t("organizations.list-lead")
    yield writer.page(
        "bodies/organization_list.html.j2",
        OrganizationListView(
            lead,
            writer.t("organizations.counts-note", measures=_measures(writer)),
            tuple(_kind(writer, kind, records, duties) for kind, records in kinds.items() if records),
        ),
        title=writer.t("site.pages.organisationer"),
        description=lead,
        sources=tuple(dict.fromkeys(record.source.path for records in kinds.values() for record in records)),
        parent="",
    )
    yield from organization_pages(writer)


def _measures(writer: Writer) -> str:
    """Return the plans' own word for what they want done, or a word for all of them where they have several."""
    words = {content.plan.value.terms.measure.plural for content in writer.context.plans}
    return words.pop() if len(words) == 1 else writer.t("organizations.any-measures")


def _kind(
    writer: Writer, kind: str, records: Sequence[Record[Body]], duties: Mapping[str, tuple[Duty, ...]]
) -> KindOfBody:
    heading, anchor = (writer.t(f"organizations.kinds.{kind}.{word}") for word in ("many", "anchor"))
    if not any(record.value.id in duties for record in records):
        names = tuple(body_link(writer, record.value.id) for record in records)
        return KindOfBody(heading, anchor, writer.t("organizations.none-has-tasks"), None, None, names)
    records = sorted(
        records, key=lambda record: -_own(duties.get(record.value.id, ()))
    )  # among equals by name, as before
    note = writer.t("organizations.group-note") if kind == "group" else ""
    columns = ("name", "total", *(role.value for role in Role), "via")
    table = simple(
        f"tabell-{anchor}",
        writer.t("organizations.caption", kind=heading, measures=_measures(writer)),
        [writer.t(f"organizations.columns.{column}") for column in columns],
        [_row(writer, record.value, duties.get(record.value.id, ())) for record in records],
    )
    bodies = [(record.value.name, duties.get(record.value.id, ())) for record in records]
    picture = duty_picture(writer, anchor, heading, _measures(writer), bodies)
    return KindOfBody(heading, anchor, note, picture, table, ())


def _row(writer: Writer, body: Body, duties: Sequence[Duty]) -> tuple[Cell, ...]:
    """Return what plans give a body by name, in any role and in each; what they give its groups is no part of that."""
    own = _own(duties)
    via = count_interventions(duty for duty in duties if duty.via)
    numbers = (str(own), *(numbers_apart(count) for count in role_counts(duties)), str(via))
    return text(body_link(writer, body.id)), *(text(number, css="count") for number in numbers)


def _own(duties: Sequence[Duty]) -> int:
    """Return in how many interventions plans name a body."""
    return count_interventions(duty for duty in duties if not duty.via)
