"""The connections between a plan's interventions: what refers to what, how the plan says it, and both ways or one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct

from site_builder.foundation.language.phrases import capital
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.connections.stated import Connection, plan_of
from site_builder.meaning.link import PlanContent, PlanIndex
from site_builder.render.links import Link
from site_builder.render.measure.connections_picture import MOST, arcs_of, connections_picture
from site_builder.render.shared.area_mark import area_edge
from site_builder.render.shared.picture import Picture
from site_builder.render.shared.table import Cell, Group, Table, simple, text
from site_builder.render.writer import PlanWriter, Writer


class OneWay(Struct, frozen=True):
    """An intervention, and those that it names without being named by them."""

    origin: Link
    targets: tuple[Link, ...]


class ConnectionsView(Struct, frozen=True):
    """What the template of the connections shows. A table is None where there is nothing to show in it.

    A plan that is not itself a source, and of which no connection is known, has no counts: zero would say too much.
    """

    lead: str
    sums: tuple[str, ...]
    picture: Picture | None
    no_picture: str
    table: Table | None
    nothing: str
    one_way: tuple[OneWay, ...]
    counts: Table | None
    counts_heading: str
    across: Table | None
    data: Link


def connection_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the page of a plan's connections. Every word of it stands on a better page for the search to find."""
    plan = writer.plan
    words = {"plan": plan.short_title, "measures": plan.terms.measure.plural}
    lead = writer.t("connections.lead-known" if plan.known_through else "connections.lead", **words)
    yield writer.page(
        "measure/connections.html.j2",
        lambda: _view(writer, lead, words),
        title=writer.t("site.pages.kopplingar"),
        description=lead,
        sources=(writer.content.plan.source.path, *(record.source.path for record in writer.content.interventions)),
        parent=urls.plan_start(plan),
    )


def _view(writer: PlanWriter, lead: str, words: dict[str, str]) -> ConnectionsView:
    plan, index = writer.plan, writer.context.index
    edges = list(_connections(index, writer.content))
    inside = [edge for edge in edges if plan_of(edge.target) == plan.id]
    across = [*(edge for edge in edges if plan_of(edge.target) != plan.id), *_incoming(index, writer.content)]
    one_way = [edge for edge in inside if not edge.mutual]
    sums = {"stated": len(inside), "mutual": (len(inside) - len(one_way)) // 2, "one-way": len(one_way)}
    too_many = len(writer.content.holding) > MOST
    return ConnectionsView(
        lead=lead,
        sums=tuple(writer.t(f"connections.sums.{name}", n=number) for name, number in sums.items()),
        picture=_picture(writer, inside) if inside and not too_many else None,
        no_picture=writer.t("pictures.connections.too-many", most=MOST, **words) if too_many else "",
        table=_table(writer, inside) if inside else None,
        nothing=writer.t("connections.unknown" if plan.known_through else "connections.none", plan=plan.short_title),
        one_way=tuple(_one_way(writer, one_way)),
        counts=_counts(writer, inside) if inside or not plan.known_through else None,
        counts_heading=writer.t("connections.counts", measure=plan.terms.measure.indefinite),
        across=_across(writer, across) if across else None,
        data=writer.file("data/v1/references.csv", writer.t("connections.data")),
    )


def _connections(index: PlanIndex, content: PlanContent) -> Iterator[Connection]:
    """Yield what the plan's interventions refer to, in official order, as far as both ends hold."""
    holding = {key for other in index.plans.values() for key in _keys(other)}
    for key in _keys(content):
        yield from (edge for edge in index.connections.stated_by(key) if edge.target in holding)


def _keys(content: PlanContent) -> list[str]:
    """Return the keys of the plan's interventions that hold, in official order."""
    return [f"{content.plan.value.id}/{record.value.number}" for record in content.holding]


def _incoming(index: PlanIndex, content: PlanContent) -> Iterator[Connection]:
    """Yield what other plans' interventions refer to in this one."""
    own = content.plan.value.id
    for other in index.plans.values():
        if other is not content:
            yield from (edge for edge in _connections(index, other) if plan_of(edge.target) == own)


def _picture(writer: PlanWriter, edges: Sequence[Connection]) -> Picture:
    numbers = [tuple(key.rpartition("/")[2] for key in (edge.origin, edge.target)) for edge in edges]
    return connections_picture(writer, arcs_of([(origin, target) for origin, target in numbers]))


def _link(writer: Writer, key: str) -> Link:
    target = writer.context.index.targets["intervention", key]
    return writer.link(target.address, target.title)


def _marked(writer: Writer, key: str) -> tuple[Markup, Link]:
    """Return a link to an intervention, and its area's colour before it."""
    return area_edge(writer, *key.split("/")), _link(writer, key)


def _table(writer: Writer, edges: Sequence[Connection]) -> Table:
    """Return the connections inside the plan, under the intervention that states them."""
    columns = tuple(text(writer.t(f"connections.columns.{name}")) for name in ("target", "stated", "mutual"))
    groups = []
    for origin, stated in groupby(edges, key=lambda edge: edge.origin):
        header = Cell((f"{writer.t('connections.from')} ", *_marked(writer, origin)), joined=True)
        groups.append(Group(tuple(_row(writer, edge) for edge in stated), header))
    return Table(urls.table("kopplingar"), writer.t("connections.caption"), columns, tuple(groups))


def _row(writer: Writer, edge: Connection) -> tuple[Cell, ...]:
    stated = writer.t(f"connections.stated.{edge.stated_in}")
    return text(*_marked(writer, edge.target), joined=True), text(stated), text(_mutual(writer, edge))


def _mutual(writer: Writer, edge: Connection) -> str:
    return writer.t(f"connections.{'mutual' if edge.mutual else 'one-way'}")


def _one_way(writer: Writer, edges: Sequence[Connection]) -> Iterator[OneWay]:
    """Yield the one-way connections by where they are stated; the targets show their numbers alone."""
    targets = writer.context.index.targets
    for origin, stated in groupby(edges, key=lambda edge: edge.origin):
        named = [targets["intervention", edge.target] for edge in stated]
        yield OneWay(
            _link(writer, origin),
            tuple(writer.link(target.address, target.name, target.whole_title) for target in named),
        )


def _counts(writer: PlanWriter, edges: Sequence[Connection]) -> Table:
    """Return how many connections lead from and to each intervention, also those without any."""
    plan = writer.plan
    leaving, arriving = Counter(edge.origin for edge in edges), Counter(edge.target for edge in edges)
    columns = [capital(plan.terms.measure.indefinite), *(writer.t(f"connections.columns.{n}") for n in ("out", "in"))]
    rows = (
        (text(*_marked(writer, key), joined=True), *(_number(sums[key]) for sums in (leaving, arriving)))
        for key in _keys(writer.content)
    )
    return simple(
        urls.table("antal"), writer.t("connections.counts", measure=plan.terms.measure.indefinite), columns, rows
    )


def _number(number: int) -> Cell:
    return text(str(number), css="count")


def _across(writer: Writer, edges: Sequence[Connection]) -> Table:
    """Return the connections between this plan and others."""
    columns = [writer.t(f"connections.columns.{name}") for name in ("origin", "target", "stated", "mutual")]
    rows = ((_named(writer, edge.origin), *_across_row(writer, edge)) for edge in edges)
    return simple(urls.table("andra-planer"), writer.t("connections.across"), columns, rows)


def _across_row(writer: Writer, edge: Connection) -> tuple[Cell, ...]:
    stated = writer.t(f"connections.stated.{edge.stated_in}")
    return _named(writer, edge.target), text(stated), text(_mutual(writer, edge))


def _named(writer: Writer, key: str) -> Cell:
    """Return a link to an intervention and the name of its plan."""
    plan = writer.context.index.plans[plan_of(key)].plan.value
    return text(*_marked(writer, key), f" ({plan.short_title})", joined=True)
