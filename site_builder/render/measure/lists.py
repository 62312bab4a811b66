"""The list of all of a plan's interventions: who coordinates, who is responsible, and for which categories."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from schema.choices import Role
from schema.intervention import Intervention
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.page import Page
from site_builder.foundation.source import Record
from site_builder.meaning import urls
from site_builder.meaning.lifetime import lifetime_of
from site_builder.meaning.link import PlanContent
from site_builder.render.links import Link
from site_builder.render.measure.intervention import intervention_pages
from site_builder.render.measure.unknown_duties import UnknownDuties, unknown_duties
from site_builder.render.shared.area_mark import area_cell
from site_builder.render.shared.lifetimes import OtherTime, at_other_times, with_limits
from site_builder.render.shared.parts import bodies_with, counted, intervention_link, interventions_by_area
from site_builder.render.shared.table import Cell, Group, Table, text
from site_builder.render.writer import PlanWriter


class InterventionsView(Struct, frozen=True):
    """What the template of the list of all interventions shows."""

    intro: str
    table: Table
    unknown: tuple[UnknownDuties, ...]
    others: tuple[OtherTime, ...]


def intervention_list_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the list of all interventions, by area, and a page for each."""
    plan = writer.plan
    intro = writer.t(
        "plan.measures-lead-known" if plan.known_through else "plan.measures-lead",
        plan=plan.short_title,
        measures=counted(len(writer.content.holding), plan.terms.measure),
        areas=counted(len(writer.content.areas), plan.terms.area),
    )
    yield writer.page(
        "measure/interventions.html.j2",
        lambda: InterventionsView(
            intro, _table(writer), unknown_duties(writer), other_interventions(writer, writer.content.interventions)
        ),
        title=capital(plan.terms.measure.plural),
        description=intro,
        sources=(writer.content.plan.source.path, *(record.source.path for record in writer.content.interventions)),
        parent=urls.plan_start(plan),
        wide=True,
    )
    yield from intervention_pages(writer)


def category_cell(writer: PlanWriter, intervention: Intervention) -> Cell:
    """Return the categories that an intervention is aimed at, or that the plan states none."""
    plan = writer.plan
    names = {category.id: category.name for category in plan.target_categories}
    parts: list[Link | str] = []
    for category in intervention.target_categories:
        parts += [", "] if parts else []
        parts.append(writer.link(urls.category(plan, category), str(category), names[category]))
    return Cell(tuple(parts) or (writer.t("site.not-stated"),), joined=True)


def other_interventions(writer: PlanWriter, records: Iterable[Record[Intervention]]) -> tuple[OtherTime, ...]:
    """Return the interventions that do not hold any longer, or not yet."""
    found = ((record.value, lifetime_of(record.value)) for record in records)
    return at_other_times(
        writer, "measures", found, lambda item, when: with_limits(writer, intervention_link(writer, item), when)
    )


def _table(writer: PlanWriter) -> Table:
    terms, by_area, roles = writer.plan.terms, interventions_by_area(writer.content.holding), _roles(writer.content)
    columns = [capital(terms.measure.indefinite), *(writer.t(f"plan.columns.{role}") for role in roles)]
    if writer.plan.target_categories:
        columns.append(writer.t("plan.columns.categories"))
    caption = writer.t("plan.measures-caption", measures=capital(terms.measure.plural), area=terms.area.indefinite)
    groups = []
    for area in writer.content.areas:
        rows = tuple(_row(writer, intervention.value, roles) for intervention in by_area.get(area.value.number, ()))
        groups.append(Group(rows, area_cell(writer, area.value)))
    return Table(urls.table("lista"), caption, tuple(text(column) for column in columns), tuple(groups))


def _roles(content: PlanContent) -> tuple[Role, ...]:
    """Return the roles to show. Of a plan that is not itself a source, one that nobody has says nothing."""
    found = {item.role for record in content.holding for item in record.value.responsibilities}
    is_source = not content.plan.value.known_through
    return (*((Role.COORDINATING,) if is_source or Role.COORDINATING in found else ()), Role.RESPONSIBLE)


def _row(writer: PlanWriter, intervention: Intervention, shown: tuple[Role, ...]) -> tuple[Cell, ...]:
    is_unknown = bool(writer.plan.known_through or intervention.unknown_responsibility)
    missing = (writer.t("plan.not-known" if is_unknown else "site.not-stated"),)
    roles = (Cell(bodies_with(writer, intervention, role) or missing) for role in shown)
    categories = [category_cell(writer, intervention)] if writer.plan.target_categories else []
    return (text(intervention_link(writer, intervention)), *roles, *categories)
