"""The responsibility matrix: the table, and the same thing as a list for each organization."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec import Struct

from schema.choices import Role
from site_builder.foundation.language.phrases import capital
from site_builder.foundation.page import Page
from site_builder.meaning import urls
from site_builder.meaning.body_roles import BodyRoles, HeldRole, body_roles_in
from site_builder.render.links import Link
from site_builder.render.measure.matrix_table import matrix_table, role_mark, role_words
from site_builder.render.measure.unknown_duties import UnknownDuties, unknown_duties
from site_builder.render.shared.body_facts import body_link
from site_builder.render.shared.filter_form import Choice, Control, FilterForm, filter_form
from site_builder.render.shared.parts import area_title, counted, intervention_link
from site_builder.render.shared.table import Table
from site_builder.render.writer import PlanWriter

DATA = "data/v1/responsibilities.csv"


class RoleLetter(Struct, frozen=True):
    """A letter of the matrix and what it means."""

    mark: Markup
    verb: str


class GroupLegend(Struct, frozen=True):
    """A group that duties come through, and the interventions in which they do."""

    link: Link
    interventions: tuple[Link, ...]
    unlisted: bool


class RoleLine(Struct, frozen=True):
    """An intervention and what the organization does in it; `css` and `area` are what the filter asks for."""

    link: Link
    roles: str
    css: str
    area: int


class BodyLines(Struct, frozen=True):
    """All that one organization does in the plan."""

    link: Link
    anchor: str
    number: str
    lines: tuple[RoleLine, ...]


class MatrixView(Struct, frozen=True):
    """What the template of the matrix shows."""

    lead: str
    legend: tuple[RoleLetter, ...]
    groups: tuple[GroupLegend, ...]
    filter: FilterForm
    table: Table | None
    unknown: tuple[UnknownDuties, ...]
    nobody: str
    bodies: Iterable[BodyLines]
    sheet: Link
    data: Link


def matrix_pages(writer: PlanWriter) -> Iterator[Page]:
    """Yield the matrix of a plan. It is kept out of the search: every word of it stands on a better page."""
    plan = writer.plan
    words = {"plan": plan.short_title, "measure": plan.terms.measure.indefinite}
    lead = writer.t("matrix.lead-known" if plan.known_through else "matrix.lead", **words)
    yield writer.page(
        "measure/matrix.html.j2",
        lambda: _view(
            writer,
            body_roles_in(writer.context.index, writer.content),
            lead,
            writer.t("matrix.unknown", **words),
        ),
        title=writer.t("site.pages.ansvarsmatris"),
        description=lead,
        sources=(writer.content.plan.source.path, *(record.source.path for record in writer.content.interventions)),
        parent=urls.plan_start(plan),
        wide=True,
    )


def _view(writer: PlanWriter, roles: BodyRoles, lead: str, nobody: str) -> MatrixView:
    return MatrixView(
        lead=lead,
        legend=tuple(
            RoleLetter(role_mark(writer, HeldRole(role, ())), writer.t(f"site.roles.{role}.verb")) for role in Role
        ),
        groups=tuple(_legend(writer, roles)),
        filter=_filter(writer, roles),
        table=matrix_table(writer, roles) if roles.cells else None,
        unknown=unknown_duties(writer),
        nobody=nobody,
        bodies=_bodies(writer, roles),
        sheet=writer.file(urls.sheet("ansvarsmatris"), writer.t("matrix.sheet")),
        data=writer.file(DATA, writer.t("matrix.data")),
    )


def _filter(writer: PlanWriter, roles: BodyRoles) -> FilterForm:
    targets, noun = writer.context.index.targets, writer.plan.terms.area
    bodies = tuple(Choice(name, targets["body", name].name) for name in roles.organizations)
    choices = tuple(Choice(role, writer.t(f"site.roles.{role}.verb"), css=role) for role in Role)
    areas = tuple(Choice(area.value.number, area_title(writer.content, area.value)) for area in writer.content.areas)
    return filter_form(
        writer,
        urls.table("ansvarsmatris"),
        Control("column", urls.anchor("organisation"), writer.t("matrix.body"), writer.t("matrix.all"), bodies),
        Control("class", urls.anchor("roll"), writer.t("matrix.role"), writer.t("matrix.all"), choices),
        Control("group", urls.anchor("omrade"), capital(noun.indefinite), writer.t("matrix.all"), areas),
    )


def _legend(writer: PlanWriter, roles: BodyRoles) -> Iterator[GroupLegend]:
    """Yield the groups that duties come through, each with the interventions in which they do."""
    found = defaultdict[str, dict[str, None]](dict)
    for (number, _), cell in roles.cells.items():
        for group in (group for held in cell for group in held.via):
            found[group][number] = None
    for group in roles.groups:
        interventions = (writer.link(urls.intervention(writer.plan, number), number) for number in found[group])
        unlisted = bool(writer.context.index.groups[group].value.member_kinds)
        yield GroupLegend(body_link(writer, group), tuple(interventions), unlisted)


def _bodies(writer: PlanWriter, roles: BodyRoles) -> Iterator[BodyLines]:
    links = {record.value.number: intervention_link(writer, record.value) for record in writer.content.interventions}
    areas = {record.value.number: place for place, record in enumerate(writer.content.areas, start=1)}
    words = {cell: ", ".join(role_words(writer, item) for item in cell) for cell in {*roles.cells.values()}}
    lines = defaultdict[str, list[RoleLine]](list)
    for (number, organization), cell in roles.cells.items():
        css, area = " ".join(item.role for item in cell), areas[number.partition(":")[0]]
        lines[organization].append(RoleLine(links[number], words[cell], css, area))
    for organization in roles.organizations:
        number = counted(len(lines[organization]), writer.plan.terms.measure)
        yield BodyLines(body_link(writer, organization), organization, number, tuple(lines[organization]))
