"""The responsibility matrix as a table: interventions under their areas, organizations as columns."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from schema.choices import Role
from schema.intervention import Intervention
from site_builder.foundation.language.phrases import capital, enumeration
from site_builder.meaning import urls
from site_builder.meaning.body_roles import BodyRoles, HeldRole
from site_builder.render.shared.area_mark import area_cell
from site_builder.render.shared.body_facts import body_head
from site_builder.render.shared.parts import intervention_link, interventions_by_area
from site_builder.render.shared.table import FILLED, Cell, Group, Part, Table, hidden, text
from site_builder.render.writer import PlanWriter, Writer

Cells = Mapping[tuple[HeldRole, ...], Cell]


def matrix_table(writer: PlanWriter, roles: BodyRoles) -> Table:
    """Return the matrix of a plan, with totals for every row and every column."""
    terms = writer.plan.terms
    names = {"plan": writer.plan.short_title, "measure": terms.measure.indefinite}
    columns = (
        text(capital(terms.measure.indefinite)),
        *(body_head(writer, name) for name in roles.organizations),
        text(writer.t("matrix.organizations")),
        text(writer.t("matrix.groups-column")),
    )
    totals = (
        text(writer.t("matrix.measures", measures=terms.measure.plural)),
        *(_apart(roles.interventions_of[name], roles.interventions_via[name]) for name in roles.organizations),
        _number(roles.own_duties),
        text(),
    )
    groups = tuple(_groups(writer, roles))
    return Table(
        urls.table("ansvarsmatris"),
        writer.t("matrix.caption", **names),
        columns,
        groups,
        totals,
        "matrix",
        is_matrix=True,
    )


def role_words(writer: Writer, held: HeldRole) -> str:
    """Return a role in words, with the groups that it comes through."""
    verb = writer.t(f"site.roles.{held.role}.verb")
    if not held.via:
        return verb
    names = [writer.context.index.targets["body", group].name for group in held.via]
    return writer.t("matrix.via", verb=verb, groups=enumeration(names))


def _groups(writer: PlanWriter, roles: BodyRoles) -> Iterator[Group]:
    """Yield the rows of each area, below the area's name."""
    by_area = interventions_by_area(writer.content.holding)
    in_order = sorted({(), *roles.cells.values()}, key=_by_weight)
    cells = {found: _cell(writer, found, rank) for rank, found in enumerate(in_order)}
    for area in writer.content.areas:
        interventions = by_area.get(area.value.number, [])
        rows = tuple(_row(writer, intervention.value, roles, cells) for intervention in interventions)
        yield Group(rows, area_cell(writer, area.value))


def _row(writer: PlanWriter, intervention: Intervention, roles: BodyRoles, cells: Cells) -> tuple[Cell, ...]:
    found = [roles.cells.get((intervention.number, name), ()) for name in roles.organizations]
    number = roles.organizations_in.get(intervention.number, 0)
    is_unknown = bool(intervention.unknown_responsibility) and not any(found)
    link = intervention_link(writer, intervention)
    unknown = text(writer.t("matrix.unknown-number"), css="count")
    numbers = (_number(number), _number(roles.groups_in[intervention.number]))
    return (
        text(link, writer.t("matrix.unknown-row")) if is_unknown else text(link),
        *(cells[assigned] for assigned in found),
        *((unknown, unknown) if is_unknown else numbers),
    )


def _by_weight(found: Sequence[HeldRole]) -> list[tuple[int, tuple[str, ...]]]:
    """Return what roles are sorted by: the heaviest first, and before the same through groups an organization's own."""
    return [(list(Role).index(held.role), held.via) for held in found]


def _cell(writer: Writer, found: Sequence[HeldRole], rank: int) -> Cell:
    """Return the letters of the roles, each with its word for those who do not see the legend."""
    parts: list[Part] = []
    for place, held in enumerate(found):
        parts += [" "] if place else []
        parts += [role_mark(writer, held), hidden(f" {role_words(writer, held)}")]
    if not found:
        return Cell()
    css = " ".join((FILLED, *(held.role for held in found)))
    words = capital(enumeration([role_words(writer, held) for held in found]))
    return Cell(tuple(parts), joined=True, css=css, words=words, rank=rank)


def role_mark(writer: Writer, held: HeldRole) -> Markup:
    """Return the letter of a role as a mark, whose fill says how much the role weighs; a group's is hollow."""
    letter = writer.t(f"site.roles.{held.role}.letter")
    if held.via:
        return Markup('<b class="role role-via">({})</b>').format(letter)
    return Markup('<b class="role role-{}">{}</b>').format(held.role.value, letter)


def _apart(own: int, via: int) -> Cell:
    """Return how many are the organization's own, and in brackets, as the letters are, how many come from a group."""
    return text(f"{own} ({via})" if via else str(own), css="count")


def _number(number: int) -> Cell:
    return text(str(number), css="count")
