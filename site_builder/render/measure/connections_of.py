"""What an intervention is connected with: what the plan states, and which interventions name it."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from schema.choices import StatedIn
from schema.intervention import Intervention
from site_builder.meaning.targets import Target
from site_builder.render.links import Link
from site_builder.render.shared.area_mark import area_edge
from site_builder.render.writer import PlanWriter


class Connection(Struct, frozen=True):
    """Another intervention, and how we know of the connection."""

    edge: Markup
    link: Link
    basis: str


def stated_references(writer: PlanWriter, intervention: Intervention) -> Iterator[Connection]:
    """Yield the connections that the plan states, in its own order."""
    key, index = f"{writer.plan.id}/{intervention.number}", writer.context.index
    for item in index.connections.stated_by(key):
        target = index.targets["intervention", item.target]
        in_text = item.stated_in is StatedIn.TEXT
        basis = writer.t("intervention.stated-in-text" if in_text else "intervention.stated-as-connection")
        yield Connection(area_edge(writer, *target.key.split("/")), _named(writer, target), basis)


def references_back(writer: PlanWriter, intervention: Intervention) -> Iterator[Connection]:
    """Yield the interventions that name this one: worked out from their own connections."""
    key, connections = f"{writer.plan.id}/{intervention.number}", writer.context.index.connections
    own = {item.target for item in connections.stated_by(key)}
    for other in connections.referring(key):
        target = writer.context.index.targets["intervention", other]
        basis = writer.t("intervention.mutual" if other in own else "intervention.one-way")
        yield Connection(area_edge(writer, *target.key.split("/")), _named(writer, target), basis)


def _named(writer: PlanWriter, target: Target) -> Link:
    """Return a link to an intervention; one of another plan is said to be so."""
    plan = target.key.partition("/")[0]
    if plan == writer.plan.id:
        return writer.link(target.address, target.title)
    return writer.link(target.address, f"{target.title} ({writer.context.index.plans[plan].plan.value.short_title})")
