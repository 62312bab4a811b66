"""The list of all organizations and groups, by kind, with how much each has to do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from schema.vocabulary import OrganizationKind, Role
from site_builder import urls
from site_builder.duty import Duty
from site_builder.page import Page
from site_builder.render.body_facts import Body, body_link
from site_builder.render.context import RenderContext, Writer
from site_builder.render.duties import count_measures, duties_by_body
from site_builder.render.table import Cell, Table, simple, text
from site_builder.source import Record


@dataclass(frozen=True)
class KindOfBody:
    """The bodies of one kind."""

    heading: str
    anchor: str
    table: Table


@dataclass(frozen=True)
class OrganizationListView:
    """What the template of the list shows."""

    lead: str
    kinds: tuple[KindOfBody, ...]
    note: str


def organization_list_pages(context: RenderContext) -> Iterator[Page]:
    """Yield the one list. A kind without bodies is left out."""
    index, writer = context.index, context.at(urls.site_page("organisationer"))
    duties = duties_by_body(index)
    kinds: dict[str, list[Record[Body]]] = {kind.value: [] for kind in OrganizationKind}
    for record in index.organizations.values():
        kinds[record.value.kind].append(record)
    kinds["group"] = list(index.groups.values())
    lead = writer.t("organizations.list-lead")
    yield writer.page(
        "organization_list.md.j2",
        OrganizationListView(
            lead,
            tuple(_kind(writer, kind, records, duties) for kind, records in kinds.items() if records),
            writer.t("organizations.counts-note"),
        ),
        title=writer.t("site.pages.organisationer"),
        description=lead,
        sources=tuple(dict.fromkeys(record.source.path for records in kinds.values() for record in records)),
        parent="",
    )


def _kind(
    writer: Writer, kind: str, records: Sequence[Record[Body]], duties: Mapping[str, tuple[Duty, ...]]
) -> KindOfBody:
    heading = writer.t(f"organizations.kinds.{kind}.many")
    columns = [
        writer.t("organizations.columns.name"),
        writer.t("organizations.columns.total"),
        *(writer.t(f"organizations.columns.{role}") for role in Role),
        writer.t("organizations.columns.via"),
    ]
    rows = [_row(writer, record.value, duties.get(record.value.id, ())) for record in records]
    anchor = writer.t(f"organizations.kinds.{kind}.anchor")
    caption = writer.t("organizations.caption", kind=heading)
    return KindOfBody(heading, anchor, simple(f"tabell-{anchor}", caption, columns, rows))


def _row(writer: Writer, body: Body, duties: Sequence[Duty]) -> tuple[Cell, ...]:
    total = count_measures(duties)
    own = count_measures(duty for duty in duties if not duty.via)
    numbers = (total, *(count_measures(duties, role) for role in Role), total - own)
    return text(body_link(writer, body.id)), *(text(str(number), css="antal") for number in numbers)
